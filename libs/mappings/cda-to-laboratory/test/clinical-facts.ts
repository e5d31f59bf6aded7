import { createHash } from 'node:crypto';
import { ParseOption, XmlDocument, XmlElement, XmlXPath } from 'libxml2-wasm';

const NS = {
  h: 'urn:hl7-org:v3',
  lab: 'urn:oid:1.3.6.1.4.1.19376.1.3.2',
  sdtc: 'urn:hl7-org:sdtc',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
};
const LOINC = '2.16.840.1.113883.6.1';
const SPECIMEN_TYPE = '2.16.840.1.113883.18.311';

/** Facts of one document, grouped by what they are about; each a line that a reader of a failure understands. */
export type ClinicalFacts = readonly string[];

/**
 * What a document says, found by XPath on its bytes: no part of our reader is used, so that it cannot share its errors.
 *
 * References are resolved to the text they point to. A time without an offset is taken on the clock of metropolitan France. White space of
 * the narrative does not count.
 */
export function clinicalFacts(bytes: Uint8Array): ClinicalFacts {
  const document = XmlDocument.fromBuffer(bytes, {
    option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_HUGE,
  });
  try {
    const root = find(document.root, 'descendant-or-self::h:ClinicalDocument')[0];
    if (!root) throw new Error('No ClinicalDocument');
    const facts = new Facts(root);
    facts.header();
    facts.body();
    return facts.lines;
  } finally {
    document.dispose();
  }
}

/** Lines of the first that the second has not: each as often as it is missing. */
export function missing(original: ClinicalFacts, written: ClinicalFacts): readonly string[] {
  const left = new Map<string, number>();
  for (const line of written) left.set(line, (left.get(line) ?? 0) + 1);
  return original.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

class Facts {
  readonly lines: string[] = [];
  private readonly narrative = new Map<string, string>();

  constructor(private readonly root: XmlElement) {
    for (const element of find(root, './/h:text//*[@ID]')) {
      this.narrative.set(value(element, '@ID') ?? '', words(element));
    }
  }

  header(): void {
    const { root } = this;
    this.each(root, 'h:recordTarget/h:patientRole/h:id', 'patient id', (id) => ii(id));
    this.each(
      root,
      'h:recordTarget//h:patient/h:name/h:*[@qualifier="BR" or @qualifier="CL" or not(@qualifier)]',
      'patient name',
      (part) => [part.name, value(part, '@qualifier'), plain(part.content)].join(' '),
    );
    this.each(root, 'h:recordTarget//h:administrativeGenderCode[@code]', 'patient sex', (code) => value(code, '@code'));
    this.each(root, 'h:recordTarget//h:birthTime[@value]', 'patient birth', (time) => value(time, '@value'));
    this.each(root, 'h:recordTarget//h:birthplace//h:addr/h:*', 'patient birthplace', (part) => plain(part.content));
    this.each(root, 'h:recordTarget/h:patientRole/h:addr/h:*', 'patient address', (part) => plain(part.content));
    this.each(root, 'h:recordTarget/h:patientRole/h:telecom[@value]', 'patient telecom', (part) => value(part, '@value'));
    this.each(root, 'h:recordTarget//h:guardian//h:name/descendant-or-self::h:*[text()[normalize-space()]]', 'guardian', (part) =>
      plain(part.content),
    );
    this.each(root, 'h:informant/h:relatedEntity', 'relative', (one) =>
      [value(one, '@classCode'), value(one, 'h:code/@code'), value(one, './/h:family'), value(one, 'h:telecom/@value')].join(' '),
    );
    this.each(root, 'h:participant[@typeCode="REF"]', 'prescriber', (one) => this.participant(one));
    this.each(root, 'h:participant[@typeCode="PRF"]', 'sampler', (one) => this.participant(one));
    this.each(root, 'h:custodian//h:id', 'custodian', (id) => ii(id));
    this.each(root, 'h:informationRecipient/h:intendedRecipient', 'recipient', (one) => {
      const name = value(one, './/h:family') ?? value(one, 'h:receivedOrganization/h:name');
      const mailboxes = find(one, 'h:telecom[starts-with(@value, "mailto:")]').map((telecom) => value(telecom, '@value'));
      return [`${ii(find(one, 'h:id')[0])} ${name}`, ...mailboxes.map((mailbox) => `${name} ${mailbox}`)];
    });
    this.each(root, 'h:legalAuthenticator', 'legal authenticator', (one) => this.signatory(one));
    this.each(root, 'h:authenticator', 'authenticator', (one) => this.signatory(one));
    this.each(root, 'h:inFulfillmentOf/h:order/h:id', 'order', (id) => ii(id));
    this.each(root, 'h:documentationOf/h:serviceEvent/h:id', 'request', (id) => ii(id));
    this.each(root, 'h:documentationOf/h:serviceEvent/h:code', 'act', (code) => coded(code));
    this.each(root, 'h:documentationOf[1]/h:serviceEvent/h:effectiveTime/h:*[@value]', 'request time', (time) =>
      [time.name, moment(value(time, '@value'))].join(' '),
    );
    this.each(root, 'h:documentationOf/h:serviceEvent/lab:statusCode', 'status', (code) => value(code, '@code'));
    this.each(root, 'h:documentationOf/h:serviceEvent/h:performer', 'main performer', (one) => this.performer(one));
    this.each(root, 'h:componentOf//h:encompassingEncounter/h:id', 'encounter', (id) => ii(id));
    this.each(root, 'h:componentOf/h:encompassingEncounter/h:code', 'encounter kind', (code) => coded(code));
    this.each(root, 'h:componentOf/h:encompassingEncounter/h:effectiveTime/h:*[@value]', 'encounter time', (time) =>
      [time.name, moment(value(time, '@value'))].join(' '),
    );
    this.each(root, './/h:healthCareFacility/h:location/h:name', 'facility', (name) => plain(name.content));
    this.each(root, 'h:relatedDocument[@typeCode="RPLC"]/h:parentDocument/h:id', 'replaces', (id) => ii(id));
    this.each(root, 'h:confidentialityCode', 'confidentiality', (code) => value(code, '@code'));
  }

  body(): void {
    const { root } = this;
    this.each(root, './/h:nonXMLBody/h:text', 'PDF', (text) => digest(text));
    const chapters = './/h:section[h:templateId/@root="1.3.6.1.4.1.19376.1.3.3.2.1"]';
    this.each(root, chapters, 'chapter', (section) => [coded(find(section, 'h:code')[0]), value(section, 'h:title')].join(' '));
    const subs = './/h:section[h:templateId/@root="1.3.6.1.4.1.19376.1.3.3.2.2"]';
    this.each(root, subs, 'sub-chapter', (section) => [
      coded(find(section, 'h:code')[0]),
      ...find(section, 'h:title').map((title) => `title ${plain(title.content)}`),
    ]);
    this.each(root, './/h:section/h:entry/h:act/h:code[@code]', 'section act', (code) => coded(code));
    this.each(root, './/h:observation[h:templateId/@root="1.3.6.1.4.1.19376.1.3.1.6"]', 'result', (one) => this.result(one));
    // One that has neither code nor label says nothing.
    this.each(root, './/h:organizer[@classCode="BATTERY"][h:code]', 'battery', (one) => [
      this.name(find(one, 'h:code')[0]),
      ...find(one, 'h:code/h:translation').map((code) => `translation ${coded(code)}`),
    ]);
    this.each(root, './/h:organizer[h:templateId/@root="1.3.6.1.4.1.19376.1.3.1.5"]', 'isolate', (one) => this.isolate(one));
    this.each(root, './/h:procedure[h:templateId/@root="1.3.6.1.4.1.19376.1.3.1.2"]', 'specimen', (one) => this.specimen(one));
    this.each(root, './/h:structuredBody//h:performer[not(parent::h:procedure)]', 'performer', (one) => this.performer(one));
    this.each(root, './/h:structuredBody//h:participant[@typeCode="AUTHEN"]', 'validation', (one) =>
      [
        ii(find(one, './/h:id')[0]),
        value(one, './/h:family'),
        moment(value(one, 'h:time/h:high/@value') ?? value(one, 'h:time/@value')),
      ].join(' '),
    );
    const comments = './/h:act[h:templateId/@root="1.3.6.1.4.1.19376.1.5.3.1.4.2"]';
    this.each(root, comments, 'comment', (act) => this.pointed(find(act, 'h:text')[0]));
    const remarks = './/h:section[h:templateId/@root="1.2.250.1.213.1.1.2.73"]';
    this.each(root, remarks, 'remark', (section) => [value(section, 'h:title'), find(section, 'h:text').map(words)].join(': '));
    this.each(root, './/h:observationMedia/h:value', 'file', (media) => [value(media, '@mediaType'), digest(media)].join(' '));
    this.each(root, './/h:substanceAdministration', 'vaccination', (one) =>
      [
        value(one, '@negationInd'),
        value(one, './/h:translation/@code'),
        value(one, './/h:manufacturedMaterial//h:code/@code'),
      ].join(' '),
    );
    this.each(root, './/h:section[h:templateId/@root="1.2.250.1.213.1.1.2.128"]/h:entry/h:observation/h:value', 'referral', (one) =>
      coded(one),
    );
  }

  /** One line per thing said of a result, each with its code. */
  private result(observation: XmlElement): readonly string[] {
    const code = find(observation, 'h:code')[0];
    const said = (what: string, text: string | undefined) => (text === undefined || text === '' ? [] : [`${what} ${text}`]);
    const media = (path: string) =>
      find(observation, path).flatMap((one) => said(path.includes('DEV') ? 'kit' : 'medium', coded(one)));
    const facts = [
      ...said('status', value(observation, 'h:statusCode/@code')),
      ...said('label', this.pointed(code && find(code, 'h:originalText')[0])),
      ...said('at', moment(value(observation, 'h:effectiveTime/@value'))),
      ...find(observation, 'h:value').flatMap((one) => this.value(one).flatMap((line) => said('value', line))),
      ...find(observation, 'h:interpretationCode').flatMap((one) => said('interpretation', coded(one))),
      ...find(observation, 'h:methodCode').flatMap((one) => [
        ...said('method', value(one, '@code') === undefined ? undefined : coded(one)),
        ...said('method text', this.pointed(find(one, 'h:originalText')[0])),
      ]),
      ...media('h:participant[@typeCode="DEV"]//h:code'),
      ...media('h:participant[@typeCode="CSM"]//h:code'),
      ...find(observation, 'h:specimen/h:specimenRole/h:id').flatMap((id) => said('specimen', ii(id))),
      ...find(observation, 'h:referenceRange//h:value').flatMap((one) => this.value(one).flatMap((line) => said('range', line))),
      ...find(observation, 'h:referenceRange//h:observationRange/h:text').flatMap((one) => said('range text', this.pointed(one))),
      ...find(observation, 'h:entryRelationship[@typeCode="REFR"]/h:observation').flatMap((prior) => {
        const when = moment(value(prior, 'h:effectiveTime/@value')) ?? '';
        return find(prior, 'h:value').flatMap((one) => this.value(one).flatMap((line) => said(`prior ${when}`, line)));
      }),
      ...find(observation, 'h:entryRelationship/h:act').flatMap((act) => said('comment', this.pointed(find(act, 'h:text')[0]))),
      ...find(observation, 'h:id').flatMap((id) => said('id', ii(id))),
    ];
    return ['', ...facts].map((fact) => `${this.name(code)} ${fact}`.trim());
  }

  private value(element: XmlElement): readonly string[] {
    const type = (value(element, '@xsi:type') ?? '').replace(/^.*:/, '');
    const number = (one: XmlElement) => [value(one, '@value'), value(one, '@unit') ?? ''].join(' ').trim();
    const translated = (one: XmlElement) =>
      find(one, 'h:translation').map((other) => `= ${value(other, '@value')} ${value(other, '@code') ?? value(other, '@unit')}`);
    switch (type) {
      case 'PQ':
      case 'REAL':
      case 'INT':
        return [[type === 'INT' ? 'REAL' : type, number(element)].join(' '), ...translated(element)];
      case 'TS':
        return [`TS ${moment(value(element, '@value'))}`];
      case 'IVL_PQ':
        return find(element, 'h:low|h:high').flatMap((bound) => {
          const side = [bound.name, value(bound, '@inclusive') === 'false' ? 'exclusive' : ''].join(' ').trim();
          return [`${side} ${number(bound)}`, ...translated(bound).map((line) => `${side} ${line}`)];
        });
      case 'RTO':
        return [`RTO ${find(element, 'h:numerator|h:denominator').map(number).join('/')}`];
      case 'ST':
      case 'ED':
        return [`ST ${this.pointed(element) ?? ''}`];
      default: {
        const text = this.pointed(find(element, 'h:originalText')[0]);
        const code = value(element, '@code');
        return [...(code === undefined ? [] : [`CD ${coded(element)}`]), ...(text === undefined ? [] : [`shown ${text}`])];
      }
    }
  }

  private isolate(organizer: XmlElement): readonly string[] {
    const code = find(organizer, 'h:specimen//h:specimenPlayingEntity/h:code')[0];
    const id = ii(find(organizer, 'h:specimen/h:specimenRole/h:id')[0]);
    const label = this.pointed(code && find(code, 'h:originalText')[0]);
    const counted = find(organizer, 'h:component//h:observation/h:code').map((one) => this.name(one));
    return [
      `${id} ${coded(code)} ${code ? find(code, 'h:translation').map(coded).join(' ') : ''} "${label}"`,
      `${id} at ${moment(value(organizer, 'h:effectiveTime/@value'))}`,
      ...counted.map((name) => `${id} holds ${name}`),
    ];
  }

  private specimen(procedure: XmlElement): readonly string[] {
    const id = ii(find(procedure, 'h:participant//h:participantRole/h:id')[0]);
    const type = find(procedure, 'h:participant//h:playingEntity/h:code')[0];
    const act = find(procedure, 'h:code[@code]')[0];
    const site = find(procedure, 'h:targetSiteCode')[0];
    const collected = find(procedure, 'h:effectiveTime/descendant-or-self::h:*[@value]').map((time) =>
      moment(value(time, '@value')),
    );
    return [
      ...(type && value(type, '@codeSystem') === SPECIMEN_TYPE ? [`${id} type ${value(type, '@code')}`] : []),
      ...(act ? [`${id} act ${coded(act)}`] : []),
      ...(site ? [`${id} site ${coded(site)}`] : []),
      ...collected.map((time) => `${id} collected ${time}`),
      ...find(procedure, './/h:act/h:effectiveTime[@value]').map((time) => `${id} received ${moment(value(time, '@value'))}`),
    ];
  }

  private performer(performer: XmlElement): string {
    const structure = find(performer, './/h:representedOrganization/h:id[@root="1.2.250.1.71.4.2.2"]')[0];
    return [
      ii(find(performer, 'h:assignedEntity/h:id')[0]),
      value(performer, './/h:family'),
      ii(structure),
      value(performer, './/h:representedOrganization/h:name'),
    ].join(' ');
  }

  private participant(participant: XmlElement): string {
    const time = value(participant, 'h:time/h:high/@value') ?? value(participant, 'h:time/@value');
    return [
      ii(find(participant, 'h:associatedEntity/h:id')[0]),
      value(participant, './/h:family'),
      value(participant, 'h:associatedEntity/h:code/@code'),
      ii(find(participant, './/h:scopingOrganization/h:id')[0]),
      value(participant, './/h:scopingOrganization/h:name'),
      moment(time),
    ].join(' ');
  }

  private signatory(signatory: XmlElement): string {
    const time = moment(value(signatory, 'h:time/@value'));
    return [ii(find(signatory, 'h:assignedEntity/h:id')[0]), value(signatory, './/h:family'), time].join(' ');
  }

  /** A code with its system, else the codes it translates to, else what is printed. */
  private name(code: XmlElement | undefined): string {
    if (!code) return '(no code)';
    if (value(code, '@code') !== undefined) return coded(code);
    const translations = find(code, 'h:translation').map(coded);
    return translations.join(' ') || `"${this.pointed(find(code, 'h:originalText')[0]) ?? ''}"`;
  }

  /** What a reference points to, or the text itself; nothing when the reference leads nowhere. */
  private pointed(element: XmlElement | undefined): string | undefined {
    if (!element) return undefined;
    const reference = value(element, 'h:reference/@value');
    return reference === undefined ? words(element) || undefined : this.narrative.get(reference.replace(/^#/, ''));
  }

  private each(
    from: XmlElement,
    path: string,
    about: string,
    say: (element: XmlElement) => string | readonly string[] | undefined,
  ): void {
    for (const element of find(from, path)) {
      for (const said of [say(element) ?? []].flat()) this.lines.push(`${about}: ${plain(said)}`);
    }
  }
}

const compiled = new Map<string, XmlXPath>();

function find(from: XmlElement, path: string): readonly XmlElement[] {
  return select(from, path).filter((node) => node instanceof XmlElement);
}

function value(from: XmlElement, path: string): string | undefined {
  const [node] = select(from, path);
  if (!node) return undefined;
  return plain(node instanceof XmlElement ? node.content : (node as unknown as { value: string }).value);
}

function select(from: XmlElement, path: string) {
  let xpath = compiled.get(path);
  if (!xpath) compiled.set(path, (xpath = XmlXPath.compile(path, NS)));
  return from.find(xpath);
}

function ii(id: XmlElement | undefined): string {
  return id ? [value(id, '@root'), value(id, '@extension')].filter((part) => part !== undefined).join('^') : '-';
}

function coded(code: XmlElement | undefined): string {
  if (!code) return '-';
  const system = value(code, '@codeSystem');
  return `${value(code, '@code')}${system === LOINC ? '' : `|${system}`}`;
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Words of the narrative without any blank: a line break of ours may be a paragraph or a column of theirs. */
function words(element: XmlElement): string {
  return element.content.replace(/\s+/g, '');
}

function digest(element: XmlElement): string {
  return createHash('sha256').update(Buffer.from(element.content, 'base64')).digest('hex');
}

/** The same instant in one spelling: precision kept, the offset of metropolitan France where none is given. */
function moment(time: string | undefined): string | undefined {
  if (time === undefined || time.length <= 8 || /[+-]\d{4}$/.test(time)) return time;
  const [, year, month, day, hour, minute] = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})?/.exec(time) ?? [];
  const about = new Date(`${year}-${month}-${day}T${hour}:${minute ?? '00'}:00+01:00`);
  const zone = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Paris', timeZoneName: 'longOffset' }).format(about);
  return time + (/GMT([+-]\d{2}):(\d{2})/.exec(zone)?.slice(1).join('') ?? '+0000');
}
