import type { Entry, Extension, Observation as FhirObservation, Reference } from '@segur/fhir';
import type { Observation, OtherUnitValue, PriorResult } from '@segur/laboratory';
import { refer, urnOf } from './document-ids.js';
import type { DocumentContext } from './document-context.js';
import { EXTENSIONS } from './extensions.js';
import { toDateTime } from './fhir-time.js';
import { toResultCode } from './observation-parts.js';
import { toReferenceRange } from './to-reference-range.js';
import { toResult } from './to-result.js';

/**
 * The same result in other units, and its earlier values.
 *
 * @param primary - The resource of the result itself.
 * @throws {UnassemblableReport} `malformed-time`.
 */
export function toDerivedEntries(observation: Observation, primary: FhirObservation, context: DocumentContext): readonly Entry[] {
  const { observationId, otherUnits = [], priors = [] } = observation;
  return [
    ...otherUnits.map((other, index) => ({
      fullUrl: urnOf(context.report, 'other-unit', keyOf(observationId, index)),
      resource: toOtherUnit(other, primary, observation, context),
    })),
    ...priors.flatMap((prior, index) => toPriorEntries(prior, index, observation, primary, context)),
  ];
}

/** The result and the same in other units, for what holds them. */
export function referResult({ observationId, otherUnits = [] }: Observation, { report }: DocumentContext): readonly Reference[] {
  return [
    refer(report, 'observation', observationId),
    ...otherUnits.map((_, index) => refer(report, 'other-unit', keyOf(observationId, index))),
  ];
}

/** The earlier results that this one follows. */
export function toSequel({ observationId, priors = [] }: Observation, { report }: DocumentContext): readonly Extension[] {
  const earlier = priors.flatMap(({ otherUnits = [] }, index) => [
    keyOf(observationId, index),
    ...otherUnits.map((_, other) => keyOf(observationId, index, other)),
  ]);
  return earlier.map((key) => ({ url: EXTENSIONS.sequelTo, valueReference: refer(report, 'prior', key) }));
}

/** The same result said again: derived from it, under its local code alone, since a LOINC holds for one kind of quantity. */
function toOtherUnit(
  { value, unit, range }: OtherUnitValue,
  primary: FhirObservation,
  { code, status, observationId }: Observation,
  { report, laboratory }: DocumentContext,
): FhirObservation {
  const { resourceType, basedOn = [], category = [], subject, encounter, effectiveDateTime, issued, performer = [] } = primary;
  const interval = range && toReferenceRange(range, unit);
  return {
    resourceType,
    basedOn,
    status,
    category,
    code: toResultCode({ code }, laboratory),
    subject,
    ...(encounter && { encounter }),
    ...(effectiveDateTime !== undefined && { effectiveDateTime }),
    ...(issued !== undefined && { issued }),
    performer,
    ...toResult({ value, unit, status }, laboratory),
    ...(interval && { referenceRange: [interval] }),
    derivedFrom: [refer(report, 'observation', observationId)],
  };
}

/** An earlier result is an observation of its own, final, at its own time; nobody said who made it, nor in which visit. */
function toPriorEntries(
  { observedAt, value, unit, otherUnits = [] }: PriorResult,
  index: number,
  { observationId, code }: Observation,
  primary: FhirObservation,
  { report, laboratory }: DocumentContext,
): readonly Entry[] {
  const key = keyOf(observationId, index);
  const said = {
    resourceType: 'Observation',
    status: 'final',
    category: primary.category ?? [],
    subject: primary.subject,
    effectiveDateTime: toDateTime(observedAt, laboratory),
  } as const;
  const first = toResult({ value, status: 'final', ...(unit && { unit }) }, laboratory);
  return [
    { fullUrl: urnOf(report, 'prior', key), resource: { ...said, code: primary.code, ...first } },
    ...otherUnits.map((other, place) => ({
      fullUrl: urnOf(report, 'prior', keyOf(observationId, index, place)),
      resource: {
        ...said,
        code: toResultCode({ code }, laboratory),
        ...toResult({ ...other, status: 'final' }, laboratory),
        derivedFrom: [refer(report, 'prior', key)],
      },
    })),
  ];
}

function keyOf(...parts: readonly (string | number)[]): string {
  return JSON.stringify(parts);
}
