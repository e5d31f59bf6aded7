import { child, type CdaDocument, type Node } from '../document.js';
import type { Rule } from '../rule.js';
import { FIXED_CODES, MOODS, NULL_FLAVORS, XSI_TYPES } from './code-lists.js';
import { hasZoneIfNeeded, instantOf, isOid, isRoot, isTime } from './formats.js';

const II = ['id', 'setId', 'templateId', 'typeId'];
// `CS`: their code system is given by the model.
const WITHOUT_SYSTEM = new Set(['realmCode', 'languageCode', 'statusCode', 'lab:statusCode', 'signatureCode']);
const ADDRESS_PARTS = new Set(
  'houseNumber houseNumberNumeric streetName streetNameType additionalLocator unitID postBox precinct postalCode city county state country'.split(
    ' ',
  ),
);
const TEXTS = [...ADDRESS_PARTS, 'streetAddressLine', 'family', 'given', 'prefix', 'suffix', 'title', 'name'];
const TIMES = ['effectiveTime', 'time', 'birthTime', 'sdtc:deceasedTime'];
const ADDRESS_USES = /^(H|HP|HV|WP|TMP)$/;
const TELECOM_USES = /^(H|HP|HV|WP|DIR|PUB|EC|MC|PG)$/;
const BOUND = /^(low|high|center)$/;
const TYPED = /^(observation|observationRange)$/;
const BOOLEANS = ['inclusive', 'inversionInd', 'negationInd', 'contextConductionInd'];
const SCHEME = /^(tel|fax|mailto|http|https|ftp|mllp):\S/;

const isCode = (name: string) => name === 'code' || (name.endsWith('Code') && name !== 'postalCode');
const coded = ({ all, names }: CdaDocument) => [
  ...names.filter(isCode).flatMap((name) => all(name)),
  // One with a value is the quantity in another unit: its code is that unit.
  ...all('translation').filter(({ attributes }) => attributes['value'] === undefined),
  ...all('value').filter(({ attributes }) => attributes['xsi:type'] === 'CD' || attributes['xsi:type'] === 'CE'),
];

/** Bounds and points of every time: `effectiveTime`, its `low`, `high` and `center`. */
const points = ({ all }: CdaDocument) =>
  TIMES.flatMap((name) => all(name)).flatMap((node) => [node, ...node.children.filter(({ name }) => BOUND.test(name))]);

/** What holds for every element of a type, wherever it stands. */
export const datatypeRules: readonly Rule[] = [
  {
    code: 'type-identifier',
    message: 'An identifier needs an OID or a UUID as root, or a null flavour, and no empty extension',
    messageFr: 'Un identifiant doit avoir un OID ou un UUID comme racine, ou un nullFlavor, sans extension vide',
    broken: ({ all }) =>
      II.flatMap((name) => all(name)).filter(({ name, attributes: { root, extension, nullFlavor } }) => {
        if (nullFlavor !== undefined && name !== 'templateId') return root !== undefined || extension !== undefined;
        return !isRoot(root) || extension === '';
      }),
  },
  {
    code: 'type-identifier-length',
    severity: 'warning',
    message: 'An identifier is longer than 128 (root) or 64 (extension) characters',
    messageFr: 'Un identifiant dépasse 128 (racine) ou 64 (extension) caractères',
    broken: ({ all }) =>
      II.flatMap((name) => all(name)).filter(
        ({ attributes: { root = '', extension = '' } }) => root.length > 128 || extension.length > 64,
      ),
  },
  {
    code: 'type-twins',
    message: 'Identifiers, telecoms, addresses and translations side by side must differ, and none is null beside real ones',
    messageFr:
      'Identifiants, contacts, adresses et traductions voisins doivent différer, et aucun ne peut être nul à côté de vrais',
    broken: (document) => holdersOfSeveral(document).filter(hasTwins),
  },
  {
    code: 'type-telecom',
    message: 'A telecom is a null flavour alone, or a value with a known scheme; its use is known',
    messageFr: 'Un contact est un nullFlavor seul, ou une valeur avec un préfixe connu ; son usage est connu',
    broken: ({ all }) =>
      all('telecom').filter(({ attributes: { value, nullFlavor, use } }) => {
        if (nullFlavor !== undefined) {
          return value !== undefined || use !== undefined || !/^(UNK|NASK|ASKU|NAV|MSK)$/.test(nullFlavor);
        }
        return !SCHEME.test(value ?? '') || (use !== undefined && !TELECOM_USES.test(use));
      }),
  },
  {
    code: 'type-address',
    message: 'An address is a null flavour alone, or lines (seven at most), or named parts each at most once',
    messageFr: 'Une adresse est un nullFlavor seul, ou des lignes (sept au plus), ou des parties nommées sans répétition',
    broken: ({ all }) =>
      all('addr').filter(({ attributes: { nullFlavor, use }, children: parts, text }) => {
        if (nullFlavor !== undefined) return parts.length > 0 || text.trim() !== '' || use !== undefined;
        const lines = parts.filter(({ name }) => name === 'streetAddressLine').length;
        const named = parts.filter(({ name }) => ADDRESS_PARTS.has(name)).map(({ name }) => name);
        return (
          parts.length === 0 ||
          text.trim() !== '' ||
          (lines > 0 && named.length > 0) ||
          lines > 7 ||
          new Set(named).size !== named.length ||
          (use !== undefined && !ADDRESS_USES.test(use))
        );
      }),
  },
  {
    code: 'type-empty',
    message: 'An element is empty: leave it out',
    messageFr: 'Un élément est vide : il faut le supprimer',
    broken: ({ all }) =>
      TEXTS.flatMap((name) => all(name)).filter(
        ({ text, children, attributes }) => children.length === 0 && text.trim() === '' && attributes['nullFlavor'] === undefined,
      ),
  },
  {
    code: 'type-code',
    message: 'A code has no white space, a code system (OID), a label only beside a code, and no null flavour beside it',
    messageFr: "Un code n'a pas d'espace, a un système (OID), n'a de libellé qu'avec un code, et pas de nullFlavor avec lui",
    broken: (document) =>
      coded(document).filter((node) => {
        const { code, codeSystem, displayName, nullFlavor } = node.attributes;
        if (code === undefined) {
          const said =
            nullFlavor !== undefined || node.children.some(({ name }) => name === 'originalText' || name === 'translation');
          return displayName !== undefined || (codeSystem !== undefined && nullFlavor === undefined) || !said;
        }
        if (code === '' || /\s/.test(code) || nullFlavor !== undefined || displayName === '') return true;
        return !WITHOUT_SYSTEM.has(node.name) && !isOid(codeSystem);
      }),
  },
  {
    code: 'type-code-system-name',
    message: 'The name or version of a code system stands beside its OID',
    messageFr: "Le nom ou la version d'un système de codes accompagne son OID",
    broken: ({ withAttribute }) =>
      both(withAttribute('codeSystemName'), withAttribute('codeSystemVersion')).filter(({ attributes }) => {
        const { codeSystem, codeSystemName, codeSystemVersion } = attributes;
        if (codeSystemName === '') return true;
        return codeSystem === undefined && (codeSystemName !== undefined || codeSystemVersion !== undefined);
      }),
  },
  {
    code: 'type-translation',
    message: 'A translation has neither null flavour, nor original text, nor translation of its own',
    messageFr: "Une traduction n'a ni nullFlavor, ni originalText, ni traduction",
    broken: ({ all }) =>
      all('translation').filter(
        (node) =>
          node.attributes['nullFlavor'] !== undefined ||
          child(node, 'originalText') !== undefined ||
          child(node, 'translation') !== undefined,
      ),
  },
  {
    code: 'type-time',
    message: 'A time is not written YYYYMMDDhhmmss+ZZZZ, does not exist, or stands beside a null flavour',
    messageFr: "Une date n'est pas au format AAAAMMJJhhmmss+ZZZZ, n'existe pas, ou accompagne un nullFlavor",
    broken: (document) =>
      points(document).filter(({ name, attributes: { value, nullFlavor } }) =>
        value === undefined ? nullFlavor === undefined && BOUND.test(name) : !isTime(value) || nullFlavor !== undefined,
      ),
  },
  {
    code: 'type-time-zone',
    severity: 'warning',
    message: 'A time finer than a day has no offset',
    messageFr: "Une date plus précise que le jour n'a pas de décalage horaire",
    broken: (document) =>
      points(document).filter(({ attributes: { value } }) => value !== undefined && isTime(value) && !hasZoneIfNeeded(value)),
  },
  {
    code: 'type-period',
    message: 'A period has neither value, bounds nor null flavour, several of them, or bounds that are not in order',
    messageFr: "Une période n'a ni valeur, ni bornes, ni nullFlavor, en a plusieurs, ou a des bornes dans le désordre",
    broken: ({ all }) =>
      TIMES.flatMap((name) => all(name)).filter((node) => {
        const [low, high] = [child(node, 'low')?.attributes['value'], child(node, 'high')?.attributes['value']];
        const forms = [node.attributes['value'], node.attributes['nullFlavor'], node.children[0]].filter(
          (form) => form !== undefined,
        );
        if (forms.length !== 1 || repeats(node.children)) return true;
        return low !== undefined && high !== undefined && isTime(low) && isTime(high) && instantOf(low) >= instantOf(high);
      }),
  },
  {
    code: 'type-xsi-type',
    message: 'A value has no type, or one that the CDA does not know',
    messageFr: "Une valeur n'a pas de type, ou un type inconnu du CDA",
    broken: ({ all, withAttribute }) => [
      ...withAttribute('xsi:type').filter(({ attributes }) => !XSI_TYPES.has(attributes['xsi:type'] ?? '')),
      ...all('value').filter(({ attributes, parent }) => attributes['xsi:type'] === undefined && TYPED.test(parent?.name ?? '')),
    ],
  },
  {
    code: 'type-boolean',
    message: 'An attribute that says yes or no is neither true nor false',
    messageFr: "Un attribut qui dit oui ou non n'est ni true ni false",
    broken: ({ withAttribute }) =>
      BOOLEANS.flatMap((name) => withAttribute(name).filter(({ attributes }) => !/^(true|false)$/.test(attributes[name] ?? ''))),
  },
  {
    code: 'type-structural-code',
    message: 'A classCode, moodCode or typeCode is none that the CDA allows there',
    messageFr: "Un classCode, moodCode ou typeCode n'est pas de ceux que le CDA admet à cet endroit",
    broken: ({ withAttribute }) => [
      ...withAttribute('moodCode').filter(({ attributes: { moodCode = '' } }) => !MOODS.has(moodCode)),
      ...withAttribute('classCode').filter(
        ({ name, attributes }) => !isFixed(attributes['classCode'], FIXED_CODES.classCode[name]),
      ),
      ...withAttribute('typeCode').filter(({ name, attributes }) => !isFixed(attributes['typeCode'], FIXED_CODES.typeCode[name])),
    ],
  },
  {
    code: 'type-structural-code-missing',
    message: 'An element lacks the classCode, moodCode or typeCode that it must have',
    messageFr: 'Il manque à un élément son classCode, moodCode ou typeCode',
    broken: ({ all }) =>
      REQUIRED_CODES.flatMap(([name, codes]) =>
        all(name).filter(({ attributes }) => codes.some((code) => attributes[code] === undefined)),
      ),
  },
  {
    code: 'type-null-flavor',
    message: 'A null flavour is not in the list of the CDA',
    messageFr: "Un nullFlavor n'est pas dans la liste du CDA",
    broken: ({ withAttribute }) =>
      withAttribute('nullFlavor').filter(({ attributes: { nullFlavor = '' } }) => !NULL_FLAVORS.has(nullFlavor)),
  },
];

const COMPARED_NAMES = ['id', 'templateId', 'telecom', 'addr', 'translation'];
const COMPARED = new Set(COMPARED_NAMES);

/** Elements that hold two of a name: nearly every element has one of each. */
function holdersOfSeveral({ all }: CdaDocument): readonly Node[] {
  const several = new Set<Node>();
  for (const name of COMPARED_NAMES) {
    const seen = new Set<Node>();
    for (const { parent } of all(name)) {
      if (!parent) continue;
      if (seen.has(parent)) several.add(parent);
      else seen.add(parent);
    }
  }
  return [...several];
}

function hasTwins({ children }: Node): boolean {
  const groups = new Map<string, Node[]>();
  for (const node of children) {
    if (!COMPARED.has(node.name)) continue;
    const known = groups.get(node.name);
    if (known) known.push(node);
    else groups.set(node.name, [node]);
  }
  for (const twins of groups.values()) {
    if (twins.length < 2) continue;
    const nulls = twins.filter(({ attributes }) => attributes['nullFlavor'] !== undefined).length;
    if ((nulls > 0 && nulls < twins.length) || new Set(twins.map(keyOf)).size !== twins.length) return true;
  }
  return false;
}

function keyOf({ name, attributes, children, text }: Node): string {
  if (name === 'id' || name === 'templateId') return `${attributes['root'] ?? ''} ${attributes['extension'] ?? ''}`;
  return JSON.stringify([Object.entries(attributes).sort(), text.trim(), children.map(keyOf)]);
}

/** True for two bounds of one name. */
function repeats(parts: readonly Node[]): boolean {
  return parts.length > 1 && new Set(parts.map(({ name }) => name)).size !== parts.length;
}

/** Elements of both lists, each once. */
function both(some: readonly Node[], others: readonly Node[]): readonly Node[] {
  return others.length === 0 ? some : [...new Set([...some, ...others])];
}

const REQUIRED_CODES: readonly (readonly [string, readonly string[]])[] = [
  ...['act', 'observation', 'organizer', 'observationMedia', 'procedure', 'substanceAdministration'].map(
    (name) => [name, ['classCode', 'moodCode']] as const,
  ),
  ['entryRelationship', ['typeCode']],
  ['participant', ['typeCode']],
  ['associatedEntity', ['classCode']],
];

function isFixed(code: string | undefined, allowed: string | undefined): boolean {
  return Boolean(code) && (allowed === undefined || allowed.split(' ').includes(code ?? ''));
}
