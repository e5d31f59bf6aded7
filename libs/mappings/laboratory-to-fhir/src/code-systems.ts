import type { CodeableConcept, Coding, Identifier } from '@segur/fhir';
import type { Coded, Identifier as KnownIdentifier } from '@segur/laboratory';

/** URIs of the code systems that FHIR names otherwise than by their OID. */
const URIS: Readonly<Record<string, string>> = {
  '2.16.840.1.113883.6.1': 'http://loinc.org',
  '2.16.840.1.113883.6.96': 'http://snomed.info/sct',
  '2.16.840.1.113883.6.8': 'http://unitsofmeasure.org',
  '2.16.840.1.113883.6.3': 'http://hl7.org/fhir/sid/icd-10',
  '2.16.840.1.113883.6.73': 'http://www.whocc.no/atc',
  '2.16.840.1.113883.5.83': 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation',
  '2.16.840.1.113883.5.111': 'http://terminology.hl7.org/CodeSystem/v3-RoleCode',
};
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const OID = /^[0-2](\.(0|[1-9]\d*))+$/;

export const LOINC = 'http://loinc.org';
export const UCUM = 'http://unitsofmeasure.org';
export const INTERPRETATION = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';
/** Category of every result, and of the report. */
export const LABORATORY: CodeableConcept = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }],
};

/** The URI of a code system or of a numbering; absent when the text is no OID. */
export function toUri(oid: string): string | undefined {
  return URIS[oid] ?? (OID.test(oid) ? `urn:oid:${oid}` : undefined);
}

/** A code as FHIR lets one be: no blank around it, single blanks within. */
export function toCode(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** A code of a nomenclature as a concept. `text` is what was printed; absent: its label. */
export function toConcept(coded: Coded, text = coded.label): CodeableConcept {
  return { coding: [toCoding(coded)], text };
}

/** A code with its system. */
export function toCoding({ code, system, label }: Coded): Coding {
  return { system: toUri(system), code: toCode(code), display: label };
}

/** A number under the OID of who gave it. */
export function toIdentifier(root: string, value: string): Identifier {
  const system = toUri(root);
  return system === undefined ? { value, assigner: { display: root } } : { system, value };
}

/** An identifier as its maker gave it: one that says everything by itself is a URI. */
export function toKnownIdentifier({ root, extension }: KnownIdentifier): Identifier {
  const uri = UUID.test(root) ? `urn:uuid:${root.toLowerCase()}` : toUri(root);
  if (uri === undefined) return { value: extension ?? root, ...(extension !== undefined && { assigner: { display: root } }) };
  return extension === undefined ? { system: 'urn:ietf:rfc:3986', value: uri } : { system: uri, value: extension };
}

/** The concept of a code of an HL7 table. */
export function toHl7Concept(table: string, code: string): CodeableConcept {
  return { coding: [{ system: `http://terminology.hl7.org/CodeSystem/${table}`, code }] };
}
