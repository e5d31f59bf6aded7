/** A code system, and the codes of it that a rule allows. */
export interface ValueSet {
  readonly system: string;
  readonly codes: readonly string[];
}

/** Secteur d'activité and healthcareFacilityTypeCode, TRE_R02: SA01 to SA69, of which two were withdrawn. */
export const SECTORS: ValueSet = {
  system: '1.2.250.1.71.4.2.4',
  codes: Array.from({ length: 69 }, (_, index) => `SA${String(index + 1).padStart(2, '0')}`).filter(
    (code) => code !== 'SA11' && code !== 'SA62',
  ),
};

/** practiceSettingCode: what performers of examinations of biology are. */
export const PRACTICE_SETTINGS: ValueSet = {
  system: '1.2.250.1.213.1.1.4.9',
  codes: ['AMBULATOIRE', 'ETABLISSEMENT', 'DEPISTAGE'],
};

/** formatCode of what a laboratory sends. */
export const FORMATS: ValueSet = {
  system: '1.3.6.1.4.1.19376.1.2.3',
  codes: [
    'urn:ihe:lab:xd-lab:2008',
    'urn:ihe:iti:xds-sd:pdf:2008',
    'urn:ihe:iti:xds-sd:text:2008',
    'urn:asip:ci-sis:crgm:2018',
    'urn:ans:ci-sis:trod:2024',
    'urn:ans:ci-sis:bio-ep-bio:2022',
  ],
};

export const CLASS_SYSTEM = '1.2.250.1.213.1.1.4.1';

/** Types that a laboratory sends, `code|system`, each with the class that goes with it (ASS_X16). */
export const CLASS_OF_TYPE: ReadonlyMap<string, string> = new Map([
  ['11502-2|2.16.840.1.113883.6.1', '10'],
  ['PRESC-BIO|1.2.250.1.213.1.1.4.12', '42'],
]);

/** contentTypeCode: the system is known, its list is not public; the codes that are known have two digits. */
export const CONTENT_TYPE = { system: '1.2.250.1.213.2.2', code: /^\d\d$/ } as const;

/** The codes of the entry of a lot's signature, by the scheme that they stand in: `code|system`. */
export const SIGNATURE_CODES = {
  classCode: ['urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1|URN'],
  typeCode: ['E1762|ASTM'],
  formatCode: ['http://www.w3.org/2000/09/xmldsig#|URN', 'urn:ihe:iti:dsg:detached:2014|URN'],
  eventCode: ['1.2.840.10065.1.12.1.14|1.2.840.10065.1.12'],
} as const;
