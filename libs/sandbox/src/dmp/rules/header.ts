import { MalformedInput } from '@segur/errors';
import { readCdaHeader, toUtcDigits, type CdaHeader, type HeaderCode, type HeaderId } from '../cda-header.js';
import { documentsOf, institutionsOf, type ReceivedLot } from '../received-lot.js';
import type { Refusal } from '../refusal.js';
import { codes, identifier, SCHEME, slot, type RegistryObject } from '../registry-objects.js';
import { readPatientId } from './patient.js';

/** One comparison: what is compared, and whether the metadata say what the document says. */
type Comparison = readonly [what: string, same: boolean];

/** M11: the metadata of each document are those that its own header gives. Derived here a second time, by other code. */
export function headerRefusals(lot: ReceivedLot): Refusal[] {
  return documentsOf(lot).flatMap((entry) => {
    const refuse = (message: string): Refusal => ({ code: 'InvalidDocumentContent', rule: 'SIM-M11', message, location: entry.id });
    const header = headerOf(lot.bytes.get(entry.id));
    if (!header) return [refuse('the document is not a CDA that can be read')];
    return compare(entry, header)
      .filter(([, same]) => !same)
      .map(([what]) => refuse(`${what} is not what the header of the document says`));
  });
}

function headerOf(bytes: Buffer | undefined): CdaHeader | undefined {
  try {
    return bytes && readCdaHeader(bytes);
  } catch (error) {
    if (error instanceof MalformedInput) return undefined;
    throw error;
  }
}

function compare(entry: RegistryObject, header: CdaHeader): Comparison[] {
  const first = (name: string): string | undefined => slot(entry, name)[0];
  const coded = (scheme: string): readonly HeaderCode[] =>
    codes(entry, scheme).map(({ code, codingScheme }) => ({ code, codeSystem: codingScheme }));
  return [
    ['uniqueId', header.id?.extension === '' && header.id.root === identifier(entry, SCHEME.documentUniqueId)],
    ['typeCode', sameCodes(coded(SCHEME.typeCode), [header.code])],
    ['title', sameTitle(entry.title, header.title)],
    ['languageCode', first('languageCode') === header.languageCode],
    ['confidentialityCode', coded(SCHEME.confidentialityCode).some(({ code }) => code === header.confidentialityCode)],
    ['creationTime', sameTime(first('creationTime'), header.effectiveTime, 14)],
    ['serviceStartTime', sameTime(first('serviceStartTime'), header.serviceStart)],
    ['serviceStopTime', sameTime(first('serviceStopTime'), header.serviceStop)],
    ['eventCodeList', sameCodes(coded(SCHEME.eventCode), header.serviceCodes)],
    ['healthcareFacilityTypeCode', sameCodes(coded(SCHEME.healthcareFacilityTypeCode), [header.facilityType])],
    ['practiceSettingCode', sameCodes(coded(SCHEME.practiceSettingCode), [header.practiceSetting])],
    ['legalAuthenticator', samePeople([first('legalAuthenticator')], [header.legalAuthenticatorId])],
    [
      'authorPerson',
      samePeople(
        codes(entry, SCHEME.documentAuthor).flatMap((author) => slot(author, 'authorPerson')),
        header.authorIds,
      ),
    ],
    ['formatCode', sameFormat(coded(SCHEME.formatCode)[0]?.code, header)],
    [
      'authorInstitution',
      header.authorStructures.every(({ root, extension }) => root !== STRUCTURES || institutionsOf(entry).includes(extension)),
    ],
    ...comparePatient(entry, header),
  ];
}

/** OID of Struct_IdNat. */
const STRUCTURES = '1.2.250.1.71.4.2.2';
/** Templates of a structured laboratory report: IHE XD-LAB, and CR-BIO of the CI-SIS. */
const LABORATORY_TEMPLATES = ['1.3.6.1.4.1.19376.1.3.3', '1.2.250.1.213.1.1.1.55'];

/** ASS_A11: a file in a CDA is told by its body, a structured report by its templates. Of other documents nothing can be derived. */
function sameFormat(given: string | undefined, { unstructured, templates }: CdaHeader): boolean {
  if (unstructured) return given?.startsWith('urn:ihe:iti:xds-sd:') ?? false;
  return !templates.some((root) => LABORATORY_TEMPLATES.includes(root)) || given === 'urn:ihe:lab:xd-lab:2008';
}

function comparePatient(entry: RegistryObject, header: CdaHeader): Comparison[] {
  const patient = readPatientId(identifier(entry, SCHEME.documentPatientId) ?? '');
  const source = /^([^^]+)\^\^\^&([\d.]+)&ISO/.exec(slot(entry, 'sourcePatientId')[0] ?? '');
  const isPatients = (root: string | undefined, extension: string | undefined): boolean =>
    header.patientIds.some((id) => id.root === root && id.extension === extension);
  const pid = new Map(slot(entry, 'sourcePatientInfo').map((line) => [line.split('|')[0], line.slice(line.indexOf('|') + 1)]));
  const [birthName = '', firstName = ''] = (pid.get('PID-5') ?? '').split('^').map(unescaped);
  return [
    ['patientId', isPatients(patient?.authority, patient?.matricule)],
    ['sourcePatientId', isPatients(source?.[2], unescaped(source?.[1] ?? ''))],
    ['birth name (PID-5)', birthName === header.birthName],
    ['first name (PID-5)', header.firstNames.some((names) => names === firstName || names.startsWith(`${firstName} `))],
    ['birth date (PID-7)', pid.get('PID-7') === header.birthTime?.slice(0, 8)],
    // The value set has three sexes in XDS; CDA says UN for the third.
    ['sex (PID-8)', pid.get('PID-8') === (header.gender === 'UN' ? 'U' : header.gender)],
  ];
}

/** Neither the order of codes nor their repetition means anything in XDS. */
function sameCodes(given: readonly HeaderCode[], derived: readonly (HeaderCode | undefined)[]): boolean {
  const texts = (list: readonly (HeaderCode | undefined)[]): string =>
    [...new Set(list.map((code) => `${code?.code}|${code?.codeSystem}`))].sort().join('\n');
  return texts(given) === texts(derived);
}

/** XCN.1 is the identifier under which the header names the person or the software. */
function samePeople(given: readonly (string | undefined)[], derived: readonly (HeaderId | undefined)[]): boolean {
  const ids = given.map((person) => unescaped(person?.split('^')[0] ?? '')).sort();
  return (
    ids.join('\n') ===
    derived
      .map((id) => id?.extension || id?.root || '')
      .sort()
      .join('\n')
  );
}

/** A title too long for XDS is cut to its 128 characters. */
function sameTitle(given: string, derived: string | undefined): boolean {
  const title = given.replace(/\s+/g, ' ').trim();
  return title === derived || (derived !== undefined && derived.length > 128 && title === derived.slice(0, 128).trim());
}

/** @param digits - How many the metadata have, whatever the precision of the source; absent: as many as the source. */
function sameTime(given: string | undefined, derived: string | undefined, digits?: number): boolean {
  if (derived === undefined) return given === undefined;
  const utc = toUtcDigits(derived);
  return utc !== undefined && given === utc.padEnd(digits ?? utc.length, '0');
}

const ESCAPES: Readonly<Record<string, string>> = { F: '|', S: '^', T: '&', R: '~', E: '\\' };

/** Undoes the HL7 v2 escapes of a text inside a component. */
function unescaped(text: string): string {
  return text.replace(/\\([FSTRE])\\/g, (whole, letter: string) => ESCAPES[letter] ?? whole);
}
