import type { ReceivedLot } from '../received-lot.js';
import type { DmpRule, Refusal } from '../refusal.js';
import { codes, identifier, SCHEME, slot, type RegistryObject } from '../registry-objects.js';

const OID = /^[0-2](\.(0|[1-9]\d*))+$/;
const CONFIDENTIALITY = '2.16.840.1.113883.5.25';
const VISIBILITY = '1.2.250.1.213.1.1.4.13';
const VISIBILITY_CODES = ['MASQUE_PS', 'INVISIBLE_PATIENT', 'INVISIBLE_REPRESENTANTS_LEGAUX'];
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** XCN of a professional or a software; CX.1, .2, .9, .10 and .13 are demanded. */
const PERSON = /^[^^]+\^[^^]+\^[^^]*\^\^\^\^\^\^&[\d.]+&ISO\^[DU]\^\^\^(IDNPS|EI|RI)$/;
/** XON of a structure: its name, and its Struct_IdNat under the national authority. */
const STRUCTURE = /^[^^]+\^\^\^\^\^&1\.2\.250\.1\.71\.4\.2\.2&ISO\^IDNST\^\^\^[^^]+$/;
/** Lines of sourcePatientInfo: name, date of birth (which may lack its month or day), sex. */
const PATIENT_INFO = /^(PID-5\|[^^]+\^[^^]*\^\^\^\^\^L|PID-7\|\d{4}(\d\d){0,2}|PID-8\|[MFU])$/;
const SPECIALTY = /^[^^]+\^[^^]+\^[\d.]+$/;
const SOURCE_PATIENT = /^[^^]+\^\^\^&[\d.]+&ISO\^(PI|NH)$/;
/** What the authors of an entry or a set are written in, by slot. */
const AUTHOR_FORMATS: Readonly<Record<string, RegExp>> = {
  authorPerson: PERSON,
  authorInstitution: STRUCTURE,
  authorSpecialty: SPECIALTY,
};

/** M5, M7, M8 and M9: how identifiers, confidentiality, times, people and structures are written. */
export function formatRefusals(lot: ReceivedLot, now: Date): Refusal[] {
  return [
    ...identifierRefusals(lot),
    ...lot.entries.flatMap(confidentialityRefusals),
    ...timeRefusals(lot, now),
    ...[lot.set, ...lot.entries].flatMap(shapeRefusals),
  ];
}

/** M5 */
function identifierRefusals({ set, entries }: ReceivedLot): Refusal[] {
  const named = [
    ...entries.map((entry) => ({ id: entry.id, oid: identifier(entry, SCHEME.documentUniqueId) ?? '' })),
    { id: set.id, oid: identifier(set, SCHEME.setUniqueId) ?? '' },
  ];
  const source = { id: set.id, oid: identifier(set, SCHEME.setSourceId) ?? '' };
  const malformed = [...named, source].filter(({ oid }) => oid.length > 64 || !OID.test(oid));
  const unique = new Set(named.map(({ oid }) => oid)).size === named.length;
  return [
    ...malformed.map(({ id }) =>
      refusal('SIM-M5', 'a uniqueId and a sourceId are OIDs of at most 64 characters, without extension', id),
    ),
    ...(unique
      ? []
      : [
          {
            code: 'XDSRepositoryDuplicateUniqueIdInMessage',
            rule: 'SIM-M5',
            message: 'a uniqueId stands twice in the lot',
          } as const,
        ]),
  ];
}

/** M7 */
function confidentialityRefusals(entry: RegistryObject): Refusal[] {
  const given = codes(entry, SCHEME.confidentialityCode);
  const levels = given.filter(({ code, codingScheme }) => codingScheme === CONFIDENTIALITY && ['N', 'R', 'V'].includes(code));
  const visibilities = given.filter(({ code, codingScheme }) => codingScheme === VISIBILITY && VISIBILITY_CODES.includes(code));
  return [
    ...(levels.length === 1 ? [] : [refusal('SIM-M7', 'exactly one confidentialityCode is N, R or V', entry.id)]),
    ...(levels.length + visibilities.length === given.length
      ? []
      : [refusal('SIM-M7', 'beside N, R or V a confidentialityCode is one of the three French ones', entry.id)]),
  ];
}

/** M8: to the second where we state the time, and to the day or finer where the laboratory stated it. */
function timeRefusals({ set, entries }: ReceivedLot, now: Date): Refusal[] {
  const latest = new Date(now.getTime() + CLOCK_TOLERANCE_MS);
  const ours = [set, ...entries].flatMap((object) =>
    ['submissionTime', 'creationTime'].flatMap((name) => slot(object, name).map((time) => ({ id: object.id, name, time }))),
  );
  return [
    ...ours
      .filter(({ time }) => time.length !== 14 || !isTime(time))
      .map(({ id, name }) => refusal('SIM-M8', `${name} is a UTC time of 14 digits`, id)),
    ...ours
      .filter(({ time }) => isTime(time) && instant(time) > latest.getTime())
      .map(({ id, name }) => refusal('SIM-M8', `${name} is in the future`, id)),
    ...entries.flatMap(serviceTimeRefusals),
  ];
}

function serviceTimeRefusals(entry: RegistryObject): Refusal[] {
  const [start = '', stop = start] = [slot(entry, 'serviceStartTime')[0], slot(entry, 'serviceStopTime')[0]];
  if (!isTime(start) || !isTime(stop)) {
    return [refusal('SIM-M8', 'service times are UTC, of 8, 10, 12 or 14 digits', entry.id)];
  }
  const common = Math.min(start.length, stop.length);
  return start.slice(0, common) <= stop.slice(0, common)
    ? []
    : [refusal('SIM-M8', 'serviceStartTime is after serviceStopTime', entry.id)];
}

function isTime(text: string): boolean {
  if (!/^\d{8}(\d\d){0,3}$/.test(text)) return false;
  const date = new Date(instant(text));
  return !Number.isNaN(date.getTime()) && date.toISOString().replace(/\D/g, '').startsWith(text);
}

function instant(time: string): number {
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = /^(....)(..)(..)(..)?(..)?(..)?/.exec(time) ?? [];
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

/** M9 */
function shapeRefusals(object: RegistryObject): Refusal[] {
  const authors = [...codes(object, SCHEME.documentAuthor), ...codes(object, SCHEME.setAuthor)];
  const checks = [
    ...authors.flatMap((author) =>
      Object.entries(AUTHOR_FORMATS).flatMap(([name, format]) =>
        slot(author, name).map((text) => ({ name, right: format.test(text) })),
      ),
    ),
    ...slot(object, 'legalAuthenticator').map((text) => ({ name: 'legalAuthenticator', right: PERSON.test(text) })),
    ...slot(object, 'sourcePatientInfo')
      .filter((text) => /^PID-[578]\|/.test(text))
      .map((text) => ({ name: 'sourcePatientInfo', right: PATIENT_INFO.test(text) })),
    ...slot(object, 'sourcePatientId').map((text) => ({ name: 'sourcePatientId', right: SOURCE_PATIENT.test(text) })),
  ];
  return checks
    .filter(({ right }) => !right)
    .map(({ name }) => refusal('SIM-M9', `${name} is not written as the French profile of HL7 v2 data types says`, object.id));
}

function refusal(rule: DmpRule, message: string, location: string): Refusal {
  return { code: 'XDSRegistryMetadataError', rule, message, location };
}
