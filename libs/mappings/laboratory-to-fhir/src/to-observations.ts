import type { CodeableConcept, Coding, Entry, Identifier, Observation as FhirObservation, Reference } from '@segur/fhir';
import type { Battery, Laboratory, LocalCode, Observation, Report } from '@segur/laboratory';
import { ARCS, INTERPRETATION_LABELS } from '@segur/laboratory-to-cda';
import { INTERPRETATION, LABORATORY, LOINC, toCode, toIdentifier, toUri } from './code-systems.js';
import { refer, urnOf } from './document-ids.js';
import { toDateTime } from './fhir-time.js';
import type { People } from './people.js';
import { toReferenceRange, toResult } from './to-result.js';

/** What the resources of one document share. */
export interface DocumentContext {
  readonly report: Report;
  readonly laboratory: Laboratory;
  readonly people: People;
  /** The order, when anything is known of it. */
  readonly basedOn: readonly Reference[];
}

/** An examination as an observation that holds its results, then each of them. */
export function toBatteryEntries(battery: Battery, context: DocumentContext): readonly Entry[] {
  const { report } = context;
  const { observations } = battery;
  const cancelled = observations.length > 0 && observations.every(({ status }) => status === 'cancelled');
  const panel: FhirObservation = {
    ...common(`${report.fillerNumber}-${battery.batteryId}`, context),
    status: cancelled ? 'cancelled' : report.status === 'partial' ? 'preliminary' : 'final',
    code: toResultCode(battery, context.laboratory),
    performer: [refer(report, 'organization')],
    note: toNotes(battery.comments),
    ...toSpecimen(battery.specimenId, report),
    hasMember: observations.map(({ observationId }) => refer(report, 'observation', observationId)),
  };
  return [
    { fullUrl: urnOf(report, 'battery', battery.batteryId), resource: panel },
    ...observations.map((observation) => ({
      fullUrl: urnOf(report, 'observation', observation.observationId),
      resource: toObservation(observation, battery, context),
    })),
  ];
}

function toObservation(observation: Observation, battery: Battery, context: DocumentContext): FhirObservation {
  const { report, laboratory, people } = context;
  const { observedAt, validatedBy, method = '' } = observation;
  const range = toReferenceRange(observation);
  return {
    ...common(`${report.fillerNumber}-${observation.observationId}`, context),
    status: observation.status,
    code: toResultCode(observation, laboratory),
    ...(observedAt !== undefined && { effectiveDateTime: toDateTime(observedAt, laboratory) }),
    performer: [...(validatedBy ? [people.refer(validatedBy)] : []), refer(report, 'organization')],
    ...toResult(observation, laboratory),
    interpretation: observation.interpretations.map(toInterpretation),
    note: toNotes(observation.comments),
    method: { text: method },
    ...toSpecimen(observation.specimenId ?? battery.specimenId, report),
    ...(range && { referenceRange: [range] }),
  };
}

type Common = Pick<FhirObservation, 'resourceType' | 'identifier' | 'basedOn' | 'category' | 'subject' | 'encounter'>;

function common(number: string, { report, laboratory, basedOn }: DocumentContext): Common {
  const identifier: readonly Identifier[] = [toIdentifier(`${laboratory.oidRoot}.${ARCS.result}`, number)];
  return {
    resourceType: 'Observation',
    identifier,
    basedOn,
    category: [LABORATORY],
    subject: refer(report, 'patient'),
    encounter: refer(report, 'encounter'),
  };
}

/** The LOINC where transcoding gave one, and always the laboratory's own code. A LOINC that was only sent is not trusted. */
function toResultCode({ code, loinc }: { code: LocalCode; loinc?: Observation['loinc'] }, laboratory: Laboratory): CodeableConcept {
  const { localCode, label, system } = code;
  const local: Coding = {
    system: (system === undefined ? undefined : toUri(system)) ?? toUri(laboratory.catalogueOid),
    code: toCode(localCode),
    display: label,
  };
  const national: readonly Coding[] = loinc ? [{ system: LOINC, code: loinc.code, display: loinc.label }] : [];
  return { coding: [...national, local], text: label.trim() === '' ? localCode : label };
}

function toInterpretation(code: string): CodeableConcept {
  const text = INTERPRETATION_LABELS[code];
  return text === undefined ? { text: code } : { coding: [{ system: INTERPRETATION, code }], text };
}

function toSpecimen(specimenId: string | undefined, { specimens, ...report }: Report): { readonly specimen?: Reference } {
  const known = specimens.some((one) => one.specimenId === specimenId);
  return known ? { specimen: refer(report, 'specimen', specimenId) } : {};
}

/** A note must say something. */
function toNotes(comments: readonly string[]): FhirObservation['note'] {
  return comments.filter((comment) => comment.trim() !== '').map((text) => ({ text }));
}
