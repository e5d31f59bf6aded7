import type { Battery, Laboratory, Observation } from '@segur/laboratory';
import {
  MICROBIOLOGY,
  absentValue,
  cancellationReasons,
  chapterOf,
  foldPriors,
  isOpenOrder,
  isOrderStatus,
  type CodeReading,
} from '@segur/results-to-laboratory';
import { toComment } from '../comments.js';
import type { OrderGroup } from '../message-groups.js';
import { toProfessional } from '../professionals.js';
import { isChild, type ExamReading } from './antibiograms.js';
import { toCulture, type CultureReading } from './cultures.js';
import { toCode } from './local-codes.js';
import { ANTIBIOGRAM, categoryOf } from './microbiology-codes.js';
import { toObservation, type ObservationContext, type ObservationReading, type ResultReading } from './observations.js';
import { nonConformities, type Specimens } from './specimens.js';
import { toAntibiotics } from './susceptibilities.js';

/** What every examination of a report shares. */
export interface BatteryContext extends Omit<ObservationContext, 'batteryId' | 'specimenId' | 'orderStatus' | 'resultAt'> {
  readonly laboratory: Laboratory;
  readonly fillerNumber: string;
  readonly specimens: Specimens;
  /** Codes of OBX-3 that name germs. */
  readonly organismCodes: readonly string[];
}

/** Reads an OBR with all that stands under it; nothing, and a remark, when it has no code. */
export function toExam(order: OrderGroup, context: BatteryContext): ExamReading | undefined {
  const { remarks, laboratory, log, times } = context;
  const { obr } = order;
  const coded = toCode(obr, 4, remarks);
  if (!coded) return undefined;
  const orderStatus = obr.text(25).trim().toUpperCase();
  if (!isOrderStatus(orderStatus)) remarks.add('hl7-status-unknown', obr.location(25));
  (isOpenOrder(orderStatus) ? log.awaited : log.settled).push(coded.code.label);

  const section = obr.text(24);
  const chapter = chapterOf({ section, codes: [coded.code.localCode], sentLoinc: coded.sentLoinc?.code }, laboratory);
  const specimenId = context.specimens.of(order);
  const batteryId = context.unique(toBatteryId(order, coded, context.fillerNumber));
  const resultAt = times.at(obr, 22);
  const releasedAt = resultAt ?? context.releasedAt;
  context.validators.take(obr.field(32).repetitions.map(toProfessional), releasedAt, obr.location(32));
  const own: ObservationContext = { ...context, batteryId, specimenId, releasedAt, resultAt, orderStatus };
  log.nonConformities.push(...nonConformities(order.specimens));

  const readings = order.observations.map((observation) => toObservation(observation, own));
  const results = readings.filter((reading) => reading?.kind === 'result');
  log.nonConformities.push(...results.flatMap(({ observation }) => cancellationReasons(observation)));
  requireCollection(order, results, context);
  const comments = commentsOf(order, readings);
  const cancelled = results.length === 0 && orderStatus === 'X' ? [cancelledWhole(coded, own, comments)] : [];
  const culture: CultureReading =
    chapter === MICROBIOLOGY && !isChild(order)
      ? toCulture(results, { ...context, batteryId, location: obr.location() })
      : { observations: results, germs: [], unattached: [] };
  const observations = [...cancelled, ...toResults(order, culture.observations, context)];
  const images = readings.flatMap((reading) => (reading?.kind === 'image' ? [reading.image] : []));
  const category = categoryOf(
    coded.code.label,
    [4, 1].map((part) => obr.text(4, part)),
  );
  const battery: Battery = {
    batteryId,
    code: coded.code,
    ...(coded.sentLoinc?.code === ANTIBIOGRAM.code && { loinc: ANTIBIOGRAM }),
    ...(category && chapter === MICROBIOLOGY && { category }),
    observations,
    ...(culture.germs.length > 0 && { isolates: culture.germs.map(({ isolate }) => isolate) }),
    ...(culture.unattached.length > 0 && { batteries: culture.unattached }),
    ...(images.length > 0 && { images }),
    comments: cancelled.length > 0 ? [] : comments,
    ...(specimenId && { specimenId }),
  };
  const isFilled = observations.length + culture.germs.length + culture.unattached.length + images.length > 0;
  if (isFilled) return { order, chapter, battery, germs: culture.germs };
  if (order.observations.length === 0 || comments.length > 0) remarks.add('hl7-obr-without-result', obr.location());
  const comment = comments.length > 0 ? [coded.code.label, ...comments].join('\n') : undefined;
  return { order, chapter, battery: undefined, germs: [], ...(comment && { comment }) };
}

/** The code of the examination; with the number of its order, where that is not the number of the report. @see hl7v2.md §5.3 */
function toBatteryId({ obr, orc }: OrderGroup, { code }: CodeReading, fillerNumber: string): string {
  const number = obr.text(3) || (orc?.text(3) ?? '');
  return number === '' || number === fillerNumber ? code.localCode : `${code.localCode}@${number}`;
}

function commentsOf({ obr, notes }: OrderGroup, readings: readonly ObservationReading[]): readonly string[] {
  const note = toComment(notes);
  return [
    ...(['A', 'G'].includes(obr.text(11)) ? ['Examen ajouté'] : []),
    ...(note === undefined ? [] : [note]),
    ...readings.flatMap((reading) => (reading && 'comment' in reading ? (reading.comment ?? []) : [])),
  ];
}

function toResults(order: OrderGroup, results: readonly ResultReading[], { times }: BatteryContext): readonly Observation[] {
  if (isChild(order)) return toAntibiotics(results);
  const collectedAt = order.specimens.map((spm) => times.at(spm, 17)).find(Boolean) ?? times.at(order.obr, 7);
  return foldPriors(
    results.map(({ obx, observation }) => ({
      observation,
      analysis: JSON.stringify([observation.code.localCode, obx.text(4)]),
    })),
    collectedAt?.slice(0, 10),
  );
}

/** An examination that was given up before it had any result: its notes are the reason. */
function cancelledWhole({ code, sentLoinc }: CodeReading, own: ObservationContext, reasons: readonly string[]): Observation {
  const { batteryId, specimenId, resultAt, log } = own;
  if (reasons.length > 0) log.nonConformities.push(`${code.label} : ${reasons.join(' ')}`);
  return {
    observationId: own.unique(`${batteryId}/${code.localCode}`),
    code,
    ...(sentLoinc && { sentLoinc }),
    value: absentValue(),
    interpretations: [],
    status: 'cancelled',
    ...(resultAt && { observedAt: resultAt }),
    comments: reasons,
    ...(specimenId && { specimenId }),
  };
}

/** A result is of a moment: every examination says when its specimen was taken, but one that was cancelled whole. */
function requireCollection({ obr, specimens }: OrderGroup, results: readonly ResultReading[], context: BatteryContext): void {
  const { remarks, times } = context;
  if (obr.text(7) !== '' || specimens.some((spm) => times.at(spm, 17))) return;
  if (results.every(({ observation }) => observation.status === 'cancelled')) return;
  remarks.add('hl7-required', obr.location(7));
}
