import type { Element, Extension } from '@segur/fhir';

const HL7 = 'http://hl7.org/fhir/StructureDefinition';
const FR_CORE = 'https://hl7.fr/ig/fhir/core';

/** Extensions of FHIR itself, of the French profiles (FR Core), and of C-CDA on FHIR for the recipients of a document. */
export const EXTENSIONS = {
  originalText: `${HL7}/originalText`,
  dataAbsentReason: `${HL7}/data-absent-reason`,
  sequelTo: `${HL7}/observation-sequelTo`,
  deviceCode: `${HL7}/observation-deviceCode`,
  birthPlace: `${HL7}/patient-birthPlace`,
  identityReliability: `${FR_CORE}/StructureDefinition/fr-core-identity-reliability`,
  inseeCode: `${FR_CORE}/StructureDefinition/fr-core-address-insee-code`,
  birthGivenNames: `${FR_CORE}/StructureDefinition/fr-core-patient-birth-list-given-name`,
  recipient: 'http://hl7.org/fhir/us/ccda/StructureDefinition/InformationRecipientExtension',
} as const;

/** Code systems of FR Core. */
export const FR_SYSTEMS = {
  identityStatus: `${FR_CORE}/CodeSystem/fr-core-cs-identity-status`,
  identifierType: `${FR_CORE}/CodeSystem/fr-core-cs-v2-0203`,
  communes: 'https://mos.esante.gouv.fr/NOS/TRE_R13-CommuneOM/FHIR/TRE-R13-CommuneOM',
} as const;

/** Stands for something that FHIR demands and nobody said. */
export const UNKNOWN: Element = { extension: [{ url: EXTENSIONS.dataAbsentReason, valueCode: 'unknown' }] };

/** What the laboratory printed, beside what could be read in it. None for a blank text: an extension without value is wrong. */
export function printedAs(text: string): { readonly extension?: readonly Extension[] } {
  return text.trim() === '' ? {} : { extension: [{ url: EXTENSIONS.originalText, valueString: text }] };
}
