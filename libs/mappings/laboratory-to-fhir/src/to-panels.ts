import type { Entry, Observation as FhirObservation, Reference } from '@segur/fhir';
import { observationsOf, type Battery, type Isolate, type Observation } from '@segur/laboratory';
import { ARCS, isFilled } from '@segur/laboratory-to-cda';
import { LOINC, toCoding, toConcept, toHl7Concept, toIdentifier, toKnownIdentifier } from './code-systems.js';
import { refer, urnOf } from './document-ids.js';
import type { DocumentContext, Surroundings } from './document-context.js';
import { toDateTime } from './fhir-time.js';
import { common, toIssued, toNotes, toPictures, toResultCode, toSpecimen } from './observation-parts.js';
import { referResult } from './to-derived-observations.js';
import { toObservationEntries } from './to-observations.js';

const ORGANISM = {
  coding: [{ system: LOINC, code: '11475-1', display: 'Microorganism identified in Specimen by Culture' }],
  text: 'Germe isolé',
};

/** An examination as an observation without value that holds its results; then each of them. @throws {UnassemblableReport} `malformed-time`. */
export function toBatteryEntries(battery: Battery, outside: Surroundings, context: DocumentContext): readonly Entry[] {
  const { report, laboratory, performances } = context;
  const { batteryId, category, observations, isolates = [], comments, images, performedBy } = battery;
  const inner = (battery.batteries ?? []).filter(isFilled);
  const around = { ...outside, ...(performedBy && { performedBy }), ...toSpecimen(battery.specimenId, outside, context) };
  const self = refer(report, 'battery', batteryId);
  performances.add(performedBy, self);
  const panel: FhirObservation = {
    ...common(around, context),
    identifier: [toIdentifier(`${laboratory.oidRoot}.${ARCS.result}`, `${report.fillerNumber}-${batteryId}`)],
    status: statusOf(battery, context),
    code: toResultCode(battery, laboratory),
    ...toIssued(around.validations.at(-1)?.at, context),
    performer: performances.performersOf(around.performedBy),
    note: toNotes(comments),
    ...(category && { method: toConcept(category) }),
    ...toSpecimen(undefined, around, context),
    hasMember: [
      ...observations.flatMap((observation) => referResult(observation, context)),
      ...inner.map((one) => refer(report, 'battery', one.batteryId)),
      ...isolates.map(({ isolateId }) => refer(report, 'isolate', isolateId)),
    ],
    ...toPictures(images, context),
  };
  return [
    { fullUrl: self.reference, resource: panel },
    ...observations.flatMap((observation) => toObservationEntries(observation, around, context)),
    ...inner.flatMap((one) => toBatteryEntries(one, around, context)),
    ...isolates.flatMap((isolate) => toIsolateEntries(isolate, around, context)),
  ];
}

/**
 * A germ as an observation whose value is the organism, with its count and its antibiograms as members; the strain is a specimen of its
 * own, grown from the one that was taken.
 *
 * @throws {UnassemblableReport} `malformed-time`.
 */
export function toIsolateEntries(isolate: Isolate, outside: Surroundings, context: DocumentContext): readonly Entry[] {
  const { report, laboratory, performances } = context;
  const { isolateId, organism, observedAt, observations, comments, performedBy } = isolate;
  const antibiograms = isolate.antibiograms.filter(isFilled);
  const self = refer(report, 'isolate', isolateId);
  performances.add(performedBy, self);
  const parent = outside.specimen;
  const specimen = refer(report, 'strain', isolateId);
  const around: Surroundings = { ...outside, ...(performedBy && { performedBy }), specimen };
  const label = organism.label.trim();
  const identifier = isolate.identifier
    ? toKnownIdentifier(isolate.identifier)
    : toIdentifier(`${laboratory.oidRoot}.${ARCS.isolate}`, `${report.fillerNumber}-${isolateId}`);
  const germ: FhirObservation = {
    ...common(around, context),
    identifier: [identifier],
    status: stateOf(observations, context),
    code: ORGANISM,
    ...(observedAt !== undefined && { effectiveDateTime: toDateTime(observedAt, laboratory) }),
    ...toIssued(around.validations.at(-1)?.at, context),
    performer: performances.performersOf(around.performedBy),
    ...toOrganism(isolate),
    note: toNotes(comments),
    ...(parent && { specimen: parent }),
    hasMember: [
      ...observations.flatMap((observation) => referResult(observation, context)),
      ...antibiograms.map(({ batteryId }) => refer(report, 'battery', batteryId)),
    ],
  };
  return [
    { fullUrl: self.reference, resource: germ },
    {
      fullUrl: urnOf(report, 'strain', isolateId),
      resource: {
        resourceType: 'Specimen',
        identifier: [identifier],
        type: { ...toHl7Concept('v2-0487', 'ISLT'), text: label === '' ? 'Souche isolée' : `Souche isolée : ${label}` },
        subject: refer(report, 'patient'),
        ...(parent && { parent: [parent] }),
      },
    },
    ...observations.flatMap((observation) => toObservationEntries(observation, around, context)),
    ...antibiograms.flatMap((antibiogram) => toBatteryEntries(antibiogram, around, context)),
  ];
}

/** The batteries and germs of a section, for what holds it. */
export function referGroups(
  { batteries, isolates = [] }: { readonly batteries: readonly Battery[]; readonly isolates?: readonly Isolate[] },
  { report }: DocumentContext,
): readonly Reference[] {
  return [
    ...batteries.filter(isFilled).map(({ batteryId }) => refer(report, 'battery', batteryId)),
    ...isolates.map(({ isolateId }) => refer(report, 'isolate', isolateId)),
  ];
}

function toOrganism({
  organism: { label, snomed, ncbi },
}: Isolate): Pick<FhirObservation, 'valueCodeableConcept' | 'dataAbsentReason'> {
  const coding = [snomed, ncbi].flatMap((coded) => (coded ? [toCoding(coded)] : []));
  if (coding.length === 0 && label.trim() === '') return { dataAbsentReason: toHl7Concept('data-absent-reason', 'unknown') };
  return { valueCodeableConcept: { coding, text: label } };
}

function statusOf(battery: Battery, context: DocumentContext): FhirObservation['status'] {
  const held = observationsOf({ chapters: [{ code: '', batteries: [battery] }] });
  const cancelled = held.length > 0 && held.every(({ status }) => status === 'cancelled');
  return cancelled && (battery.isolates ?? []).length === 0 ? 'cancelled' : stateOf(held, context);
}

/** What holds results is amended with one of them, and not final before the report is. */
function stateOf(held: readonly Observation[], { report }: DocumentContext): FhirObservation['status'] {
  if (report.status === 'partial' || held.some(({ status }) => status === 'preliminary')) return 'preliminary';
  return held.some(({ status }) => status === 'corrected') ? 'amended' : 'final';
}
