import type { CodeableConcept, Coding, Observation as FhirObservation, Reference } from '@segur/fhir';
import type { Laboratory, LocalCode, Observation } from '@segur/laboratory';
import { INTERPRETATION_LABELS } from '@segur/laboratory-to-cda';
import { INTERPRETATION, LABORATORY, LOINC, toCode, toUri } from './code-systems.js';
import { refer } from './document-ids.js';
import type { DocumentContext, Surroundings } from './document-context.js';
import { isInstant, toDateTime } from './fhir-time.js';

type Common = Pick<FhirObservation, 'resourceType' | 'basedOn' | 'category' | 'subject' | 'encounter'>;

/** What every observation of a report says alike. */
export function common({ specialty }: Surroundings, { report, basedOn }: DocumentContext): Common {
  return {
    resourceType: 'Observation',
    basedOn,
    category: specialty ? [LABORATORY, { coding: [specialty] }] : [LABORATORY],
    subject: refer(report, 'patient'),
    encounter: refer(report, 'encounter'),
  };
}

/** When what was seen was released by those who validated it. An instant, or nothing. */
export function toIssued(at: string | undefined, { laboratory }: DocumentContext): Pick<FhirObservation, 'issued'> {
  const issued = at === undefined ? '' : toDateTime(at, laboratory);
  return isInstant(issued) ? { issued } : {};
}

/** The LOINC where transcoding gave one, and the laboratory's own code. A LOINC that was only sent is not trusted. */
export function toResultCode(
  { code, loinc }: { readonly code: LocalCode; readonly loinc?: Observation['loinc'] },
  laboratory: Laboratory,
): CodeableConcept {
  const { localCode, label } = code;
  const national: readonly Coding[] = loinc ? [{ system: LOINC, code: loinc.code, display: loinc.label }] : [];
  return { coding: [...national, ...toLocalCoding(code, laboratory)], text: label.trim() === '' ? localCode : label };
}

/** A note must say something. */
export function toNotes(comments: readonly string[]): NonNullable<FhirObservation['note']> {
  return comments.filter((comment) => comment.trim() !== '').map((text) => ({ text }));
}

/** The pictures that a result was read from. */
export function toPictures(images: Observation['images'], { report }: DocumentContext): Pick<FhirObservation, 'derivedFrom'> {
  return { derivedFrom: (images ?? []).map(({ imageId }) => refer(report, 'media', imageId)) };
}

/** The specimen of that key; the one around where it names none. */
export function toSpecimen(
  specimenId: string | undefined,
  { specimen }: Surroundings,
  { report }: DocumentContext,
): Pick<FhirObservation, 'specimen'> {
  const known = report.specimens.some((one) => one.specimenId === specimenId);
  if (known) return { specimen: refer(report, 'specimen', specimenId) };
  return specimen ? { specimen } : {};
}

/** What a flag means; one that is not of the French value set is a text. */
export function toInterpretation(code: string): CodeableConcept {
  const text = INTERPRETATION_LABELS[code];
  return text === undefined ? { text: code } : { coding: [{ system: INTERPRETATION, code }], text };
}

/** Nobody twice. */
export function distinct(references: readonly Reference[]): readonly Reference[] {
  return [...new Map(references.map((one) => [one.reference, one])).values()];
}

/** Under LOINC's own OID there is no local code: the sender knew the LOINC alone. */
function toLocalCoding({ localCode, label, system }: LocalCode, { catalogueOid }: Laboratory): readonly Coding[] {
  const uri = system === undefined ? undefined : toUri(system);
  return uri === LOINC ? [] : [{ system: uri ?? toUri(catalogueOid), code: toCode(localCode), display: label }];
}
