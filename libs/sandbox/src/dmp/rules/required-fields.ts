import type { ReceivedLot } from '../received-lot.js';
import type { Refusal } from '../refusal.js';
import { codes, identifier, isSignature, SCHEME, slot, type RegistryObject } from '../registry-objects.js';

/** How many an object must have: at least, at most. */
type Cardinality = readonly [least: number, most: number];

const ONE: Cardinality = [1, 1];
const ENTRY_SLOTS: Readonly<Record<string, Cardinality>> = {
  sourcePatientId: ONE,
  legalAuthenticator: ONE,
  creationTime: ONE,
  serviceStartTime: ONE,
  serviceStopTime: [0, 1],
  languageCode: ONE,
};
/** What a document has, and the entry of the lot's signature need not have. */
const DOCUMENT_SLOTS: Readonly<Record<string, Cardinality>> = { sourcePatientInfo: [3, Infinity], hash: ONE, size: ONE };
const ENTRY_CODES: Readonly<Record<string, Cardinality>> = {
  classCode: ONE,
  typeCode: ONE,
  formatCode: ONE,
  healthcareFacilityTypeCode: ONE,
  practiceSettingCode: ONE,
  confidentialityCode: [1, 4],
  eventCode: [0, Infinity],
};
const TITLE_CHARACTERS = 128;

/** M2: the fields that the DMP's guide demands of an entry and of a set, and how often each may stand. */
export function requiredFieldRefusals({ set, entries }: ReceivedLot): Refusal[] {
  return [...entries.flatMap((entry) => missing(entry, ofEntry(entry))), ...missing(set, ofSet(set))];
}

/** One demand: what it is called, and whether it is met. */
type Demand = readonly [message: string, met: boolean];

function ofEntry(entry: RegistryObject): Demand[] {
  const slots = isSignature(entry) ? ENTRY_SLOTS : { ...ENTRY_SLOTS, ...DOCUMENT_SLOTS };
  return [
    ['objectType is that of a stable document', entry.objectType === SCHEME.documentType],
    ['mimeType is text/xml', entry.mimeType === 'text/xml'],
    [`a title of 1 to ${TITLE_CHARACTERS} characters`, entry.title.length > 0 && entry.title.length <= TITLE_CHARACTERS],
    ['one uniqueId', identifier(entry, SCHEME.documentUniqueId) !== undefined],
    ['one patientId', identifier(entry, SCHEME.documentPatientId) !== undefined],
    ...Object.entries(slots).map(([name, cardinality]): Demand => [
      `the slot ${name}`,
      within(slot(entry, name).length, cardinality),
    ]),
    ...Object.entries(ENTRY_CODES).map(([name, cardinality]): Demand => {
      const found = codes(entry, SCHEME[name as keyof typeof SCHEME]);
      const whole = found.every(({ code, codingScheme, label }) => code && codingScheme && label);
      return [`the ${name}, with its codingScheme and its label`, whole && within(found.length, cardinality)];
    }),
    ...authors(entry, SCHEME.documentAuthor),
  ];
}

function ofSet(set: RegistryObject): Demand[] {
  const contentType = codes(set, SCHEME.contentTypeCode);
  return [
    ['the slot submissionTime', within(slot(set, 'submissionTime').length, ONE)],
    [
      'one contentTypeCode, with its codingScheme',
      contentType.length === 1 && !!contentType[0]?.code && !!contentType[0].codingScheme,
    ],
    ['one patientId', identifier(set, SCHEME.setPatientId) !== undefined],
    ['one sourceId', identifier(set, SCHEME.setSourceId) !== undefined],
    ['one uniqueId', identifier(set, SCHEME.setUniqueId) !== undefined],
    ...authors(set, SCHEME.setAuthor),
  ];
}

function authors(object: RegistryObject, scheme: string): Demand[] {
  const found = codes(object, scheme);
  return [
    ['an author', found.length > 0],
    ['one authorInstitution for each author', found.every((author) => slot(author, 'authorInstitution').length === 1)],
    ['at most one authorPerson for each author', found.every((author) => slot(author, 'authorPerson').length <= 1)],
  ];
}

function within(count: number, [least, most]: Cardinality): boolean {
  return count >= least && count <= most;
}

function missing({ id }: RegistryObject, demands: readonly Demand[]): Refusal[] {
  return demands
    .filter(([, met]) => !met)
    .map(([demand]) => ({ code: 'XDSRegistryMetadataError', rule: 'SIM-M2', message: `needed: ${demand}`, location: id }));
}
