import type { Entry, Extension, Observation as FhirObservation } from '@segur/fhir';
import type { Coded, Observation } from '@segur/laboratory';
import { ARCS } from '@segur/laboratory-to-cda';
import { toConcept, toIdentifier, toKnownIdentifier } from './code-systems.js';
import { refer, urnOf } from './document-ids.js';
import type { DocumentContext, Surroundings } from './document-context.js';
import { EXTENSIONS } from './extensions.js';
import { toDateTime } from './fhir-time.js';
import {
  common,
  distinct,
  toInterpretation,
  toIssued,
  toNotes,
  toPictures,
  toResultCode,
  toSpecimen,
} from './observation-parts.js';
import { toDerivedEntries, toSequel } from './to-derived-observations.js';
import { toOtherRange, toReferenceRange } from './to-reference-range.js';
import { toResult } from './to-result.js';

/** One result: itself, then the same in other units, its earlier values, and its reagent kit. @throws {UnassemblableReport} `malformed-time`. */
export function toObservationEntries(observation: Observation, around: Surroundings, context: DocumentContext): readonly Entry[] {
  const { report } = context;
  const { observationId, kit } = observation;
  const resource = toObservation(observation, around, context);
  return [
    { fullUrl: urnOf(report, 'observation', observationId), resource },
    ...toDerivedEntries(observation, resource, context),
    ...(kit
      ? [{ fullUrl: urnOf(report, 'device', deviceKey(kit)), resource: { resourceType: 'Device', type: toConcept(kit) } as const }]
      : []),
  ];
}

function toObservation(observation: Observation, around: Surroundings, context: DocumentContext): FhirObservation {
  const { report, laboratory, people, performances } = context;
  const { observationId, identifier, observedAt, validatedBy, method = '', methodCode, kit, range, unit } = observation;
  const performedBy = observation.performedBy ?? around.performedBy;
  performances.add(observation.performedBy, refer(report, 'observation', observationId));
  const ranges = [
    range && toReferenceRange(range, unit),
    ...(observation.otherRanges ?? []).map((other) => toOtherRange(other, unit)),
  ];
  const number = `${report.fillerNumber}-${observationId}`;
  return {
    ...common(around, context),
    extension: [...toMedium(observation), ...toSequel(observation, context)],
    identifier: [identifier ? toKnownIdentifier(identifier) : toIdentifier(`${laboratory.oidRoot}.${ARCS.result}`, number)],
    status: observation.status,
    code: toResultCode(observation, laboratory),
    ...(observedAt !== undefined && { effectiveDateTime: toDateTime(observedAt, laboratory) }),
    ...toIssued(validationOf(observation, around), context),
    performer: distinct([...(validatedBy ? [people.referStaff(validatedBy)] : []), ...performances.performersOf(performedBy)]),
    ...toResult(observation, laboratory),
    interpretation: observation.interpretations.map(toInterpretation),
    note: toNotes(observation.comments),
    method: methodCode ? toConcept(methodCode, method.trim() === '' ? methodCode.label : method) : { text: method },
    ...toSpecimen(observation.specimenId, around, context),
    ...(kit && { device: refer(report, 'device', deviceKey(kit)) }),
    referenceRange: ranges.filter((one) => one !== undefined),
    ...toPictures(observation.images, context),
  };
}

/** What may still change was validated only if somebody is said to have done so. */
function validationOf({ status, validatedAt }: Observation, { validations }: Surroundings): string | undefined {
  return validatedAt ?? (status === 'preliminary' ? undefined : validations.at(-1)?.at);
}

function deviceKey({ system, code, label }: Coded): string {
  return JSON.stringify([system, code, label]);
}

/** Observation.device takes one, the kit: the medium is a code of the device beside it. */
function toMedium({ medium }: Observation): readonly Extension[] {
  return medium ? [{ url: EXTENSIONS.deviceCode, valueCodeableConcept: toConcept(medium) }] : [];
}
