import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCrBio, LIMITS } from '../src/index.js';
import { RULES } from '../src/rules/rules.js';

const xml = readFileSync(join(import.meta.dirname, 'fixtures', 'cr-bio-2024.01.xml'), 'utf8');
const check = (text: string) => checkCrBio(Buffer.from(text)).findings;
const DIRECTOR = 'root="1.2.250.1.71.4.2.1"';

/** What was done to the document, the text taken out (first occurrence) and put in, and the rule that must say so. */
const FAULTS: readonly (readonly [string, string | RegExp, string, string])[] = [
  ['realmCode US', '<realmCode code="FR">', '<realmCode code="US">', 'crbio-realm'],
  ['wrong typeId', 'POCD_HD000040', 'POCD_HD000041', 'crbio-type-id'],
  ['templateId of HL7 France lost', /<templateId root="2.16.840.1.113883.2.8.2.1"><\/templateId>/, '', 'crbio-template'],
  ['templateId of XD-LAB lost', /<templateId root="1.3.6.1.4.1.19376.1.3.3"><\/templateId>/, '', 'crbio-template'],
  ['volet of another year', 'extension="2024.01"', 'extension="2021.01"', 'crbio-template-version'],
  ['id without root', '<id root="2.25.102">', '<id extension="1">', 'crbio-id'],
  ['id with an extension', '<id root="2.25.102">', '<id extension="1" root="2.25.102">', 'crbio-id-not-oid'],
  ['another document code', 'code="11502-2"', 'code="11503-0"', 'crbio-document-code'],
  ['document label with a typographic apostrophe', "CR d'examens", 'CR d’examens', 'crbio-document-code'],
  ['title changed', "<title>Compte rendu d'examens biologiques", '<title>Compte rendu', 'crbio-title'],
  ['effectiveTime without seconds', /<effectiveTime value="\d{14}/, '<effectiveTime value="202611201601', 'crbio-effective-time'],
  ['confidentiality unknown', '<confidentialityCode code="N"', '<confidentialityCode code="Z"', 'crbio-confidentiality'],
  ['language fr', 'code="fr-FR"', 'code="fr"', 'crbio-language'],
  ['setId lost', /<setId root="2.25.100"><\/setId>/, '', 'crbio-set-id'],
  ['setId same as id', '<setId root="2.25.100">', '<setId root="2.25.102">', 'crbio-set-id'],
  ['version zero', '<versionNumber value="2">', '<versionNumber value="0">', 'crbio-version-number'],
  ['custodian lost', /<custodian>.*?<\/custodian>/s, '', 'crbio-header-cardinality'],
  ['two legal authenticators', /(<legalAuthenticator>.*?<\/legalAuthenticator>)/s, '$1$1', 'crbio-header-cardinality'],
  ['replaces itself', '<parentDocument><id root="2.25.101">', '<parentDocument><id root="2.25.102">', 'crbio-replaces'],
  ['appends', 'typeCode="RPLC"', 'typeCode="APND"', 'crbio-replaces'],

  ['no patient id', /<patientRole>(<id [^>]*><\/id>)+/, '<patientRole>', 'patient-id'],
  ['patient id without extension', /<id extension="IPP-0001" /, '<id ', 'patient-id'],
  ['INS after IPP', /(<id [^>]*><\/id>)(<id extension="IPP[^>]*><\/id>)/, '$2$1', 'patient-ins-once'],
  ['wrong INS key', '"279035121518989"', '"279035121518988"', 'patient-ins-key'],
  ['INS lost', /<id extension="279035121518989"[^>]*><\/id>/, '', 'patient-ins-missing'],
  ['INS without given names', '<given>CAMILLE ANNE</given>', '', 'patient-ins-traits'],
  ['INS without place of birth', /<birthplace>.*?<\/birthplace>/, '', 'patient-ins-traits'],
  ['family name without qualifier', '<family qualifier="BR">', '<family>', 'patient-name'],
  ['gender U', '<administrativeGenderCode code="F"', '<administrativeGenderCode code="U"', 'patient-gender'],
  ['birth date in French', '"19790328"', '"28/03/1979"', 'patient-birth-time'],
  ['birth date that does not exist', '"19790328"', '"19790230"', 'patient-birth-time'],
  ['no patient telecom', /<telecom[^>]*><\/telecom><telecom value="mailto:2790[^>]*><\/telecom>/, '', 'patient-contact-missing'],
  [
    'masked patient address',
    /<patientRole>(.*?)<addr>.*?<\/addr>/s,
    '<patientRole>$1<addr nullFlavor="NAV"></addr>',
    'patient-null-flavor',
  ],

  ['civility Mme', '<prefix>MME</prefix>', '<prefix>Mme</prefix>', 'actor-person-name'],
  ['title Dr', '<suffix>DR</suffix>', '<suffix>Dr.</suffix>', 'actor-person-name'],
  ['author without id', /(<assignedAuthor>)<id [^>]*><\/id>/, '$1', 'actor-author'],
  ['custodian under a local OID', /(<representedCustodianOrganization><id [^>]*)root="[^"]*"/, '$1root="1.2.3"', 'actor-custodian'],
  ['legal authenticator not signed', '<signatureCode code="S">', '<signatureCode code="I">', 'actor-legal-authenticator'],
  [
    'legal authenticator under a local OID',
    /(<legalAuthenticator>.*?<id [^>]*)root="[^"]*"/s,
    '$1root="1.2.3"',
    'actor-national-id',
  ],
  ['authenticator without template', /<authenticator><templateId [^>]*><\/templateId>/, '<authenticator>', 'actor-authenticator'],
  [
    'authenticator without telecom',
    /(<authenticator>.*?<\/addr>)<telecom [^>]*><\/telecom>(<assignedPerson>)/s,
    '$1$2',
    'actor-authenticator',
  ],
  ['unknown participation', '<participant typeCode="REF">', '<participant typeCode="ORD">', 'actor-participant'],
  ['participant without time', /(<participant typeCode="REF">.*?)<time xsi:type="IVL_TS">.*?<\/time>/s, '$1', 'actor-participant'],
  ['participant without anybody', /(<associatedEntity [^>]*>).*?(<\/associatedEntity>)/s, '$1$2', 'actor-participant-anonymous'],
  ['order without id', /<order>.*?<\/order>/, '<order></order>', 'act-order'],
  ['act without code', /(<serviceEvent>.*?<\/id>)<code [^>]*><\/code>/s, '$1', 'act-code'],
  ['main act without performer', /(<serviceEvent>.*?)<performer .*?<\/performer>/s, '$1', 'act-main'],
  ['main act without start', /(<\/lab:statusCode><effectiveTime>)<low [^>]*><\/low>/, '$1', 'act-main'],
  ['performer without name', /(<performer .*?)<assignedPerson>.*?<\/assignedPerson>/s, '$1', 'act-performer'],
  [
    'performer without practice setting',
    /(<performer .*?)<standardIndustryClassCode [^>]*><\/standardIndustryClassCode>/s,
    '$1',
    'act-performing-laboratory',
  ],
  ['facility without code', /<healthCareFacility><code [^>]*><\/code>/, '<healthCareFacility>', 'encounter'],
  ['responsible without profession', /(<responsibleParty>.*?)<code [^>]*><\/code>/s, '$1', 'encounter-responsible'],

  ['no chapter', /<templateId root="1.3.6.1.4.1.19376.1.3.3.2.1"><\/templateId>/g as RegExp, '', 'body-chapter-missing'],
  [
    'no PDF copy',
    /<component><section><templateId root="1.2.250.1.213.1.1.2.243">.*?<\/section><\/component>/s,
    '',
    'body-pdf-copy-missing',
  ],
  ['section of another volet', '"1.3.6.1.4.1.19376.1.4.1.2.16"', '"1.3.6.1.4.1.19376.1.5.3.1.3.6"', 'body-section-kind'],
  ['two entries in a chapter', /(<entry typeCode="DRIV">.*?<\/entry>)/s, '$1$1', 'chapter-structure'],
  ['chapter without code', /(<templateId root="1.2.250.1.213.1.1.2.70"><\/templateId>)<code [^>]*><\/code>/, '$1', 'chapter-code'],
  ['empty narrative', /(<title>BIOCHIMIE<\/title>)<text>.*?<\/text>/s, '$1<text></text>', 'section-narrative-missing'],
  ['comment section with another code', 'code="55112-7"', 'code="55112-8"', 'comment-section'],
  ['PDF copy with another title', '<title>Copie du document</title>', '<title>Copie</title>', 'pdf-copy-section'],
  [
    'attached document without id',
    /(<templateId root="1.2.250.1.213.1.1.3.18"><\/templateId>)<id [^>]*><\/id>/,
    '$1',
    'attached-document',
  ],
  ['attached media in text', 'representation="B64"', 'representation="TXT"', 'attached-document'],
  ['type of attachment with another code', 'code="69764-9"', 'code="69764-8"', 'attached-document-type'],
  ['attachment that is no PDF', 'JVBERi0', 'AAAAAA0', 'attached-pdf-content'],
  ['narrative ID twice', 'ID="c1-r2"', 'ID="c1-r1"', 'narrative-id-twice'],
  ['narrative ID with a digit first', 'ID="c1-r2"', 'ID="1-r2"', 'narrative-id-form'],
  ['dangling reference', 'value="#c1-r1"', 'value="#c9-r9"', 'narrative-reference-dangling'],
  ['reference without #', 'value="#c1-r1"', 'value="c1-r1"', 'narrative-reference-hash'],
  ['media that is not there', 'referencedObject="pdf-1"', 'referencedObject="pdf-2"', 'narrative-media-dangling'],
  ['style in the narrative', '<paragraph>', '<paragraph style="display:none">', 'narrative-active-content'],
  ['link to the outside', '<paragraph>', '<paragraph><linkHtml href="https://example.org">x</linkHtml>', 'narrative-external-link'],

  ['entry without template', /(<entry typeCode="DRIV">)<templateId [^>]*><\/templateId>/, '$1', 'entry-template'],
  ['entry without typeCode', '<entry typeCode="DRIV">', '<entry>', 'entry-act'],
  [
    'act with status new',
    /(<act classCode="ACT" moodCode="EVN"><code [^>]*><\/code><statusCode code=")completed/,
    '$1new',
    'entry-act',
  ],
  ['act of another chapter', /(<act classCode="ACT" moodCode="EVN"><code code=")18719-5/, '$118720-3', 'entry-act-code'],
  ['battery as a cluster', 'classCode="BATTERY"', 'classCode="CLUSTER"', 'battery'],
  ['battery without template', /<templateId root="1.3.6.1.4.1.19376.1.3.1.4"><\/templateId>/, '', 'battery-template'],
  ['result without French template', /<templateId root="1.2.250.1.213.1.1.3.80"><\/templateId>/, '', 'result-template'],
  [
    'result without any template',
    /<templateId root="1.3.6.1.4.1.19376.1.3.1.6"><\/templateId><templateId root="1.2.250.1.213.1.1.3.80"><\/templateId>/,
    '',
    'result-template',
  ],
  [
    'result as a goal',
    '<observation classCode="OBS" moodCode="EVN"><templateId root="1.3.6.1.4.1.19376.1.3.1.6">',
    '<observation classCode="OBS" moodCode="GOL"><templateId root="1.3.6.1.4.1.19376.1.3.1.6">',
    'result-status',
  ],
  [
    'result still active',
    /(<\/code><statusCode code=")completed("><\/statusCode><effectiveTime value="\d+[+]\d+"><\/effectiveTime><value)/,
    '$1active$2',
    'result-status',
  ],
  [
    'value under an aborted result',
    /(<statusCode code="aborted"><\/statusCode><effectiveTime [^>]*><\/effectiveTime>)/,
    '$1<value unit="g/L" value="1" xsi:type="PQ"></value>',
    'result-value',
  ],
  ['result without narrative', /<originalText><reference value="#c1-r1"><\/reference><\/originalText>/, '', 'result-narrative'],
  ['LOINC without label', / displayName="Glucose[^"]*"/, '', 'result-code'],
  [
    'local code in @code',
    /<code code="40193-5" codeSystem="2.16.840.1.113883.6.1"/,
    '<code code="GLY" codeSystem="1.2.3"',
    'result-code',
  ],
  ['no code at all', /<translation code="ANN"[^>]*><\/translation>/, '', 'result-local-code'],
  ['LOINC with a wrong digit', 'code="14682-9"', 'code="14682-8"', 'loinc-check-digit'],
  ['interpretation from HL7 v2', '<interpretationCode code="L"', '<interpretationCode code="MS"', 'result-interpretation'],
  ['two reference ranges', /(<referenceRange .*?<\/referenceRange>)/s, '$1$1', 'result-range-twice'],
  ['quantity without unit', 'unit="mmol/L" value="4.89"', 'value="4.89"', 'result-quantity'],
  ['quantity with a comma', 'value="4.89"', 'value="4,89"', 'result-quantity'],
  ['specimen without product', '<participant typeCode="PRD">', '<participant typeCode="CSM">', 'specimen'],
  [
    'specimen without time',
    /(<procedure .*?<code nullFlavor="NA"><\/code>)<effectiveTime [^>]*><\/effectiveTime>/s,
    '$1',
    'specimen',
  ],
  ['reception under the right IHE root', '1.3.5.1.4.1.19376.1.5.3.2', '1.3.6.1.4.1.19376.1.5.3.2', 'specimen-received'],
  ['comment without CCD template', /<templateId root="2.16.840.1.113883.10.20.1.40"><\/templateId>/, '', 'comment'],
  ['comment without text', /(code="48767-8"[^>]*><\/code>)<text>.*?<\/text>/, '$1', 'comment'],
  ['validator without address', '<addr nullFlavor="MSK"></addr>', '', 'validator'],

  ['root that is no OID', DIRECTOR, 'root="RPPS"', 'type-identifier'],
  ['empty extension', 'extension="IPP-0001"', 'extension=""', 'type-identifier'],
  ['extension too long', 'extension="IPP-0001"', `extension="${'9'.repeat(65)}"`, 'type-identifier-length'],
  ['same telecom twice', /(<telecom use="MC"[^>]*><\/telecom>)/, '$1$1', 'type-twins'],
  ['telecom without scheme', 'value="tel:0600000000"', 'value="0600000000"', 'type-telecom'],
  ['telecom with an unknown use', 'use="MC"', 'use="PORTABLE"', 'type-telecom'],
  [
    'address with lines and parts',
    '<addr><houseNumber>',
    '<addr><streetAddressLine>1</streetAddressLine><houseNumber>',
    'type-address',
  ],
  ['plain text address', /<patientRole>(.*?)<addr>.*?<\/addr>/s, '<patientRole>$1<addr>1 rue du Test</addr>', 'type-address'],
  ['empty city', /<city>[^<]*<\/city>/, '<city></city>', 'type-empty'],
  ['code with a space', 'code="G15_10/SM03"', 'code="G15_10 SM03"', 'type-code'],
  ['code without system', / codeSystem="1.2.250.1.71.4.2.4"/, '', 'type-code'],
  ['time of another world', '"20261120094000+0100"', '"20261320094000+0100"', 'type-time'],
  ['time without offset', '"20261120094000+0100"', '"20261120094000"', 'type-time-zone'],
  ['period that ends before it starts', /(<effectiveTime><low value=")\d{4}/, '$12027', 'type-period'],
  ['null flavour of HL7 v3 R3', '<code nullFlavor="NA">', '<code nullFlavor="UNC">', 'type-null-flavor'],

  ['no body', /<structuredBody>.*<\/structuredBody>/s, '', 'crbio-body'],
  [
    'text body',
    /<structuredBody>.*<\/structuredBody>/s,
    '<nonXMLBody><text mediaType="text/plain">x</text></nonXMLBody>',
    'crbio-n1-body',
  ],
  [
    'PDF body with the templates of N3',
    /<structuredBody>.*<\/structuredBody>/s,
    '<nonXMLBody><text mediaType="application/pdf" representation="B64">JVBERi0=</text></nonXMLBody>',
    'crbio-template-n1',
  ],
  ['recipient without number', /(<intendedRecipient>.*?<id )extension="[^"]*"/s, '$1', 'actor-recipient'],
  ['profession of nowhere', 'code="G15_10/SM03"', 'code="XX_99"', 'actor-specialty'],
  [
    'sub-chapter without entry',
    '<structuredBody>',
    '<structuredBody><component><section><templateId root="1.3.6.1.4.1.19376.1.3.3.2.2"></templateId><text>x</text></section></component>',
    'sub-chapter-structure',
  ],
  [
    'scanned report without text',
    '<structuredBody>',
    '<structuredBody><component><section><templateId root="1.2.250.1.213.1.1.2.60"></templateId></section></component>',
    'second-intention-section',
  ],
  [
    'act with half a period',
    /(<act classCode="ACT" moodCode="EVN"><code [^>]*><\/code><statusCode [^>]*><\/statusCode>)/,
    '$1<effectiveTime><low value="2026"></low></effectiveTime>',
    'entry-act-period',
  ],
  ['act without component', /typeCode="COMP"/g as RegExp, 'typeCode="SUBJ"', 'entry-act-empty'],
  ['isolate without germ', '"1.3.6.1.4.1.19376.1.3.1.4"', '"1.3.6.1.4.1.19376.1.3.1.5"', 'isolate'],
  [
    'prior result without date',
    '<referenceRange',
    '<entryRelationship typeCode="REFR"><observation classCode="OBS" moodCode="EVN"><code nullFlavor="NA"></code><statusCode code="completed"></statusCode></observation></entryRelationship><referenceRange',
    'result-prior',
  ],
  ['unit of the laboratory', 'unit="mmol/L"', 'unit="mUI/L"', 'result-unit'],
  ['unit 1', 'unit="mmol/L"', 'unit="1"', 'result-unit'],
  ['header out of order', /(<title>[^<]*<\/title>)(<effectiveTime [^>]*><\/effectiveTime>)/, '$2$1', 'element-order'],
  ['header with an unknown element', '<setId', '<foo></foo><setId', 'element-order'],
  [
    'prior result after the range',
    /(<referenceRange .*?<\/referenceRange>)/s,
    '$1<interpretationCode code="N" codeSystem="2.16.840.1.113883.5.83"></interpretationCode>',
    'element-order',
  ],

  ['DOCTYPE', '<ClinicalDocument', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><ClinicalDocument', 'cda-doctype'],
  ['entity nobody declared', '<paragraph>', '<paragraph>&e;', 'cda-not-well-formed'],
  ['tag left open', '</structuredBody>', '', 'cda-not-well-formed'],
  ['prefix nobody declared', ' xmlns:lab="urn:oid:1.3.6.1.4.1.19376.1.3.2"', '', 'cda-not-well-formed'],
  ['another root', /ClinicalDocument/g as RegExp, 'Bundle', 'cda-not-clinical-document'],
  ['another namespace', 'xmlns="urn:hl7-org:v3"', 'xmlns="urn:hl7-org:v2"', 'cda-not-clinical-document'],
  ['another encoding', 'encoding="UTF-8"', 'encoding="UTF-16"', 'cda-not-utf8'],
  ['thousand elements deep', '<paragraph>', '<list>'.repeat(1000), 'cda-too-deep'],
];

describe('A document with one fault', () => {
  it('has none to start with', () => {
    expect(check(xml)).toEqual([]);
  });

  it.each(FAULTS)('%s', (_, taken, put, code) => {
    const faulty = xml.replace(taken, put);

    expect(faulty).not.toBe(xml);
    expect(check(faulty).map((finding) => finding.code)).toContain(code);
  });

  it('is not even read when it is too large', () => {
    const { findings, layers } = checkCrBio(new Uint8Array(LIMITS.bytes + 1));

    expect(findings.map(({ code }) => code)).toEqual(['cda-too-large']);
    expect(layers).toEqual(['security']);
  });

  it('never shows a value of the document in a finding', () => {
    const secret = 'SECRET-VALUE';
    for (const value of ['4.89', '19790328', '279035121518989', 'TESTPRESC', 'GLY', 'tel:0600000000', 'c1-r1', '2.25.102']) {
      const findings = check(xml.replaceAll(value, `${secret} ${value}`));

      expect(JSON.stringify(findings)).not.toContain(secret);
    }
  });
});

describe('RULES', () => {
  const tried = new Set(FAULTS.map(([, , , code]) => code));

  it('each have a fault that they find', () => {
    expect(RULES.map(({ code }) => code).filter((code) => !tried.has(code))).toEqual([]);
  });

  it('are all explained in docs/codes/conformance.json', () => {
    const file = join(import.meta.dirname, '../../../docs/codes/conformance.json');
    const explained = Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object);
    const used = new Set([...RULES.map(({ code }) => code), ...tried, 'cda-too-large', 'xsd', 'unit-not-ucum']);

    expect(explained.sort()).toEqual([...used].sort());
  });

  it('have a code each', () => {
    expect(new Set(RULES.map(({ code }) => code)).size).toBe(RULES.length);
  });
});
