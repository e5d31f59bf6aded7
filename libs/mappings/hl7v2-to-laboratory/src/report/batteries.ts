import type { Battery, Laboratory, Observation } from '@segur/laboratory';
import type { Segment } from '@segur/hl7v2';
import { MICROBIOLOGY, chapterOf } from '@segur/results-to-laboratory';
import { toComment, toLines } from '../comments.js';
import type { OrderGroup } from '../message-groups.js';
import { toCode } from './local-codes.js';
import { toObservation, type ObservationContext } from './observations.js';
import { nonConformities, type Specimens } from './specimens.js';

/** What every examination of a report shares. */
export interface BatteryContext extends Omit<ObservationContext, 'batteryId' | 'specimenId' | 'orderStatus' | 'resultAt'> {
  readonly laboratory: Laboratory;
  readonly specimens: Specimens;
}

/** An examination under its chapter; the comment of one that has no result; or nothing, with the reason among the remarks. */
export type BatteryReading = { readonly chapter: string; readonly battery: Battery } | { readonly comment: string } | undefined;

/** Reads an OBR with all that stands under it. */
export function toBattery(order: OrderGroup, context: BatteryContext): BatteryReading {
  const { remarks, laboratory } = context;
  const { obr } = order;
  const coded = toCode(obr, 4, remarks);
  if (!coded) return undefined;
  const note = toComment(order.notes);
  if (order.observations.length === 0) {
    remarks.add('hl7-obr-without-result', obr.location());
    return note === undefined ? undefined : { comment: `${coded.code.label}\n${note}` };
  }
  const chapter = chapterOf({ section: obr.text(24), codes: [coded.code.localCode], sentLoinc: coded.sentLoinc?.code }, laboratory);
  if (!chapter) remarks.add('hl7-chapter-unknown', obr.location(24));
  if (chapter === MICROBIOLOGY && isGrouped(order)) remarks.add('hl7-microbiology-not-read', obr.location());

  const specimenId = context.specimens.of(order);
  const batteryId = context.unique(coded.code.localCode);
  const resultAt = context.times.at(obr, 22);
  const releasedAt = resultAt ?? context.releasedAt;
  context.validations.take(obr, 32, releasedAt);
  const own = { ...context, batteryId, specimenId, releasedAt, resultAt, orderStatus: obr.text(25).trim().toUpperCase() };
  const readings = order.observations.map((observation) => {
    remarkPerformer(observation.obx, context);
    return toObservation(observation, own);
  });
  const observations = readings.flatMap((reading) => (reading && 'observation' in reading ? [reading.observation] : []));
  const comments = [
    ...fromOrder(obr),
    ...nonConformities(order.specimens),
    ...(note === undefined ? [] : [note]),
    ...readings.flatMap((reading) => (reading && 'comment' in reading ? [reading.comment] : [])),
  ];
  requireCollection(order, observations, context);
  if (!chapter) return undefined;
  if (observations.length === 0) {
    remarks.add('hl7-obr-without-result', obr.location());
    return comments.length === 0 ? undefined : { comment: [coded.code.label, ...comments].join('\n') };
  }
  return { chapter, battery: { batteryId, code: coded.code, observations, comments, ...(specimenId && { specimenId }) } };
}

/** A result is of a moment: every examination says when its specimen was taken, but one that was cancelled whole. */
function requireCollection(
  { obr, specimens }: OrderGroup,
  observations: readonly Observation[],
  { remarks, times }: BatteryContext,
): void {
  if (obr.text(7) !== '' || specimens.some((spm) => times.at(spm, 17))) return;
  if (observations.every(({ status }) => status === 'cancelled')) return;
  remarks.add('hl7-required', obr.location(7));
}

/** OBX-4 that tells isolates apart, or nests antibiotics under one: read flat, an antibiogram would lose its germ. */
function isGrouped({ observations }: OrderGroup): boolean {
  const groups = new Set(observations.map(({ obx }) => obx.text(4)).filter((group) => group !== ''));
  return groups.size > 1 || [...groups].some((group) => group.includes('.'));
}

/** What OBR itself has to say in words: clinical information, an examination that the laboratory added. */
function fromOrder(obr: Segment): readonly string[] {
  const clinical = toLines(obr.field(13).repetition(0).whole).trim();
  return [
    ...(['A', 'G'].includes(obr.text(11)) ? ['Examen ajouté'] : []),
    ...(clinical === '' ? [] : [`Renseignements cliniques : ${clinical}`]),
  ];
}

function remarkPerformer(obx: Segment, { remarks, laboratory }: BatteryContext): void {
  for (const field of [15, 23, 24, 25]) {
    const text = obx.text(field);
    if (text !== '' && text !== laboratory.finess) remarks.add('hl7-performer-not-read', obx.location(field));
  }
}
