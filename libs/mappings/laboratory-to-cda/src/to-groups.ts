import type { CdaBattery, CdaIsolate, CdaObservation } from '@segur/cda';
import type { Battery, Isolate, PerformingLaboratory } from '@segur/laboratory';
import { toCdaTime } from './cda-time.js';
import { spoken, type ChapterContext } from './chapter-context.js';
import { isAlone, isFilled } from './report-outline.js';
import { localId, toPerformer } from './to-actors.js';
import { codeOf, toResultCode } from './to-codes.js';
import { toImage, toObservation } from './to-observation.js';
import { specimenReference } from './to-specimens.js';

const SNOMED = '2.16.840.1.113883.6.96';
const NCBI = '2.16.840.1.113883.3.9471';

/** A battery of one result under the same name is that result alone, as on paper. */
export function toGroup(battery: Battery, context: ChapterContext): CdaBattery | CdaObservation {
  const [only] = battery.observations;
  if (!only || !isAlone(battery)) return toBattery(battery, context);
  const alone = {
    ...only,
    comments: [...only.comments, ...battery.comments],
    ...(!only.performedBy && battery.performedBy && { performedBy: battery.performedBy }),
  };
  return toObservation(
    alone,
    specimenReference(only.specimenId ?? battery.specimenId, context.report, context.laboratory),
    context,
  );
}

/** One germ of a culture. @throws {UnassemblableReport} `malformed-time`. */
export function toIsolate(isolate: Isolate, context: ChapterContext): CdaIsolate {
  const { report, laboratory } = context;
  const { organism, observedAt } = isolate;
  const [code, ncbi] = [codeOf(SNOMED, organism.snomed), codeOf(NCBI, organism.ncbi)];
  return {
    kind: 'isolate',
    id: localId(laboratory, 'isolate', `${report.fillerNumber}-${isolate.isolateId}`, isolate.identifier),
    label: organism.label,
    ...(code && { code }),
    ...(ncbi && { ncbi }),
    status: 'completed',
    ...(observedAt !== undefined && { effectiveTime: toCdaTime(observedAt, laboratory.timeZone) }),
    ...performersOf(isolate.performedBy, context),
    observations: isolate.observations.map((one) =>
      toObservation(one, specimenReference(one.specimenId, report, laboratory), context),
    ),
    antibiograms: isolate.antibiograms.filter(isFilled).map((antibiogram) => toBattery(antibiogram, context)),
    comments: spoken(isolate.comments),
  };
}

function toBattery(battery: Battery, context: ChapterContext): CdaBattery {
  const { report, laboratory } = context;
  const { isolates = [], batteries = [], images = [] } = battery;
  const specimen = specimenReference(battery.specimenId, report, laboratory);
  const observations = battery.observations.map((one) => {
    const own = one.specimenId === battery.specimenId ? undefined : one.specimenId;
    return toObservation(one, specimenReference(own, report, laboratory), context);
  });
  const cancelled = observations.length > 0 && observations.every(({ status }) => status === 'aborted');
  const inner = batteries.filter(isFilled);
  return {
    kind: 'battery',
    label: battery.code.label || battery.code.localCode,
    code: toResultCode(battery, laboratory),
    status: cancelled && isolates.length === 0 && inner.length === 0 ? 'aborted' : 'completed',
    ...(specimen && { specimen }),
    ...performersOf(battery.performedBy, context),
    observations,
    ...(isolates.length > 0 && { isolates: isolates.map((isolate) => toIsolate(isolate, context)) }),
    ...(inner.length > 0 && { batteries: inner.map((one) => toBattery(one, context)) }),
    ...(images.length > 0 && { images: images.map(toImage) }),
    comments: spoken(battery.comments),
  };
}

/** The laboratory that did it, where it is not the one that reports. */
export function performersOf(
  performedBy: PerformingLaboratory | undefined,
  { laboratory }: ChapterContext,
): Pick<CdaBattery, 'performers'> {
  return performedBy ? { performers: [toPerformer(performedBy, laboratory)] } : {};
}
