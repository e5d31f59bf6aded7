import type { ReceivedLot } from '../received-lot.js';
import type { Refusal } from '../refusal.js';
import { codes, isSignature, SCHEME, slot, type Classification, type RegistryObject } from '../registry-objects.js';
import {
  CLASS_OF_TYPE,
  CLASS_SYSTEM,
  CONTENT_TYPE,
  FORMATS,
  PRACTICE_SETTINGS,
  SECTORS,
  SIGNATURE_CODES,
  type ValueSet,
} from '../value-sets.js';

const LOINC = '2.16.840.1.113883.6.1';
const OID = /^[0-2](\.(0|[1-9]\d*))+$/;

/** One demand: what is to be of its value set, and whether it is. */
type Demand = readonly [what: string, met: boolean];

/** M6: codes are of the value sets of the DMP, and the class of a document goes with its type. */
export function vocabularyRefusals({ set, entries }: ReceivedLot): Refusal[] {
  const contentTypes = codes(set, SCHEME.contentTypeCode);
  const known = contentTypes.every(
    ({ code, codingScheme }) => codingScheme === CONTENT_TYPE.system && CONTENT_TYPE.code.test(code),
  );
  return [
    ...refusals(set, [['contentTypeCode', known]]),
    ...entries.flatMap((entry) => refusals(entry, isSignature(entry) ? ofSignature(entry) : ofDocument(entry))),
  ];
}

function ofDocument(entry: RegistryObject): Demand[] {
  const types = codes(entry, SCHEME.typeCode);
  const classes = codes(entry, SCHEME.classCode);
  return [
    ['typeCode', types.every((type) => CLASS_OF_TYPE.has(written(type)))],
    ['classCode', classes.every(({ codingScheme }) => codingScheme === CLASS_SYSTEM)],
    [
      'the classCode that goes with the typeCode',
      types.every((type) => classes.every(({ code }) => (CLASS_OF_TYPE.get(written(type)) ?? code) === code)),
    ],
    ['formatCode', codes(entry, SCHEME.formatCode).every(isOf(FORMATS))],
    ...ofPlace(entry),
    ['eventCodeList', codes(entry, SCHEME.eventCode).every(isEvent)],
    ['languageCode', slot(entry, 'languageCode').every((language) => /^[a-z]{2}(-[A-Z]{2})?$/.test(language))],
  ];
}

function ofSignature(entry: RegistryObject): Demand[] {
  const fixed = Object.entries(SIGNATURE_CODES).map(([name, allowed]): Demand => [
    `${name} of the signature`,
    codes(entry, SCHEME[name as keyof typeof SIGNATURE_CODES]).every((code) =>
      (allowed as readonly string[]).includes(written(code)),
    ),
  ]);
  return [
    ...fixed,
    ...ofPlace(entry),
    ['languageCode of the signature', slot(entry, 'languageCode').every((language) => language === 'art')],
  ];
}

function ofPlace(entry: RegistryObject): Demand[] {
  return [
    ['healthcareFacilityTypeCode', codes(entry, SCHEME.healthcareFacilityTypeCode).every(isOf(SECTORS))],
    ['practiceSettingCode', codes(entry, SCHEME.practiceSettingCode).every(isOf(PRACTICE_SETTINGS))],
  ];
}

const written = ({ code, codingScheme }: Classification): string => `${code}|${codingScheme}`;

const isOf =
  ({ system, codes: allowed }: ValueSet) =>
  ({ code, codingScheme }: Classification): boolean =>
    codingScheme === system && allowed.includes(code);

/** Chapters of biology are LOINC codes, whose check digit is verified; other systems are taken at their word. */
function isEvent({ code, codingScheme }: Classification): boolean {
  return codingScheme === LOINC ? isLoinc(code) : OID.test(codingScheme);
}

/** LOINC's check digit is Luhn's, over the number before the dash. */
function isLoinc(code: string): boolean {
  const [, number, check] = /^(\d{1,7})-(\d)$/.exec(code) ?? [];
  if (number === undefined) return false;
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return (10 - (sum % 10)) % 10 === Number(check);
}

function refusals({ id }: RegistryObject, demands: readonly Demand[]): Refusal[] {
  return demands
    .filter(([, met]) => !met)
    .map(([what]) => ({
      code: 'XDSRegistryMetadataError',
      rule: 'SIM-M6',
      message: `not of its value set: ${what}`,
      location: id,
    }));
}
