import type { Image, Observation, ObservationValue, StatedTime } from '@segur/laboratory';
import type { Segment } from '@segur/hl7v2';
import { absentValue, contradicts, decideStep, type CodeReading, type Validators } from '@segur/results-to-laboratory';
import { toComment, toLines } from '../comments.js';
import type { ObservationGroup } from '../message-groups.js';
import { toProfessional } from '../professionals.js';
import type { Attachments } from './attachments.js';
import type { ChangeLog } from './change-log.js';
import { isWholeReport, toAttachedPdf, toEncapsulatedData } from './encapsulated-data.js';
import { toInterpretations } from './interpretations.js';
import { toCode } from './local-codes.js';
import { toValue, type ValueContext } from './observation-value.js';
import { directedBy, type Performers } from './performers.js';
import { toRanges, toUnit } from './unit-and-range.js';

/** What an observation takes from the examination it belongs to. */
export interface ObservationContext extends ValueContext {
  readonly batteryId: string;
  readonly specimenId: string | undefined;
  /** OBR-25, in capitals. */
  readonly orderStatus: string;
  /** When the examination was released: the time of a signature on it. */
  readonly releasedAt: StatedTime;
  /** OBR-22, for a result that states no time of its own. */
  readonly resultAt: StatedTime | undefined;
  readonly validators: Validators;
  readonly performers: Performers;
  readonly attachments: Attachments;
  readonly log: ChangeLog;
  /** Makes an identifier unique in the report, the same whatever else the report holds. */
  readonly unique: (id: string) => string;
}

/** A result, with the segment it comes from. */
export interface ResultReading {
  readonly kind: 'result';
  readonly obx: Segment;
  readonly observation: Observation;
}

/** A result; a picture; a line that is only a comment; or nothing to print, with the reason among the remarks. */
export type ObservationReading =
  | ResultReading
  | { readonly kind: 'image'; readonly image: Image; readonly comment: string | undefined }
  | { readonly kind: 'comment'; readonly comment: string }
  | undefined;

/** Reads one OBX with its notes. */
export function toObservation(group: ObservationGroup, context: ObservationContext): ObservationReading {
  const { obx } = group;
  const { remarks, orderStatus, log } = context;
  const note = toComment(group.notes);
  const decision = decideStep(obx.text(11).trim().toUpperCase(), orderStatus);
  if (decision.step === 'not-asked') {
    remarks.add('hl7-not-asked', obx.location(11));
    return note === undefined ? undefined : { kind: 'comment', comment: note };
  }
  if (isTitle(obx, decision)) return titleLine(obx, note, context);
  const coded = toCode(obx, 3, remarks);
  if (!coded) return undefined;
  if (decision.remark === 'assumed') remarks.add('hl7-status-assumed', obx.location(11));
  if (decision.remark === 'contradiction') remarks.add('hl7-status-contradiction', obx.location(11));
  const hasValue = obx.field(5).state === 'value';
  switch (decision.step) {
    case 'result':
      return toReading(group, coded, decision.status, context);
    case 'promoted':
      if (hasValue) return toReading(group, coded, 'final', context);
      log.promoted.push(identifierOf(obx, coded, context));
      return void remarks.add('hl7-result-promoted', obx.location(11));
    case 'removed':
      log.removed.push(identifierOf(obx, coded, context));
      return void remarks.add('hl7-result-removed', obx.location(11));
    case 'awaited':
    case 'unverified':
      log.awaited.push(coded.code.label);
      remarks.add(decision.step === 'awaited' ? 'hl7-result-awaited' : 'hl7-result-unverified', obx.location(11));
      return note === undefined ? undefined : { kind: 'comment', comment: `${coded.code.label}\n${note}` };
    case 'withdrawn':
      return void remarks.add('hl7-withdrawal', obx.location(11));
    case 'unsaid':
      return void remarks.add('hl7-required', obx.location(11));
    case 'unknown':
      return void remarks.add('hl7-status-unknown', obx.location(11));
  }
}

/** Key of a result in every message about a report. @see hl7v2.md §5.3 */
function identifierOf(obx: Segment, { code }: CodeReading, { batteryId, unique }: ObservationContext): string {
  const subId = obx.text(4);
  return unique(`${batteryId}/${code.localCode}${subId && `/${subId}`}`);
}

function toReading(
  { obx, notes }: ObservationGroup,
  coded: CodeReading,
  status: Observation['status'],
  context: ObservationContext,
): ObservationReading {
  const note = toComment(notes);
  const type = obx.text(2).trim().toUpperCase();
  if (status !== 'cancelled' && type === 'ED') return toEncapsulated(obx, coded, status, note, context);
  if (status !== 'cancelled' && type === 'RP') {
    context.remarks.add('hl7-pointer-not-fetched', obx.location(5));
    const pointer = obx.text(5).trim();
    const comment = [`${coded.code.label} : document non joint${pointer && ` (${pointer})`}`, note].filter(Boolean).join('\n');
    return { kind: 'comment', comment };
  }
  const value = status === 'cancelled' ? absent(obx) : toValue(obx, context);
  return value && { kind: 'result', obx, observation: toResult(obx, coded, status, value, note, context) };
}

function toResult(
  obx: Segment,
  coded: CodeReading,
  status: Observation['status'],
  value: ObservationValue,
  note: string | undefined,
  context: ObservationContext,
): Observation {
  const { remarks, times, resultAt } = context;
  const unit = toUnit(obx, remarks);
  const ranges = toRanges(obx, unit, context.style, remarks);
  const { codes: interpretations, comments: flags } = toInterpretations(obx, remarks);
  if (contradicts(interpretations, value, ranges.range)) remarks.add('hl7-flag-contradicts-range', obx.location(8));
  const observedAt = times.at(obx, 14) ?? times.at(obx, 19) ?? resultAt;
  const method = obx.text(17, 2) || obx.text(17);
  return {
    observationId: identifierOf(obx, coded, context),
    ...coded,
    value,
    ...(unit && { unit }),
    interpretations,
    ...ranges,
    status,
    ...(observedAt && { observedAt }),
    ...(method && { method }),
    comments: [...(note === undefined ? [] : [note]), ...flags],
    ...(context.specimenId && { specimenId: context.specimenId }),
    ...toResponsibility(obx, context),
  };
}

/** Who did the examination, and who validated it: a stranger named on a result of another laboratory answers for it there. */
function toResponsibility(
  obx: Segment,
  context: ObservationContext,
): Pick<Observation, 'performedBy' | 'validatedBy' | 'validatedAt'> {
  const { performers, validators, releasedAt, resultAt } = context;
  const performer = performers.of(obx);
  const observers = obx.field(16).repetitions.map(toProfessional);
  if (performer && !observers.some((person) => person && validators.knows(person))) {
    return {
      performedBy: directedBy(
        performer,
        observers.find((person) => person !== undefined),
      ),
    };
  }
  const validatedBy = validators.take(observers, releasedAt, obx.location(16));
  return {
    ...(performer && { performedBy: performer }),
    ...(validatedBy && { validatedBy, ...(resultAt && { validatedAt: resultAt }) }),
  };
}

function toEncapsulated(
  obx: Segment,
  coded: CodeReading,
  status: Observation['status'],
  note: string | undefined,
  context: ObservationContext,
): ObservationReading {
  const { remarks, attachments, performers, habits, log } = context;
  const found = toEncapsulatedData(obx, remarks);
  if (!found) return undefined;
  if (found.kind === 'text') {
    const value = { kind: 'text', text: toLines(found.text) } as const;
    return { kind: 'result', obx, observation: toResult(obx, coded, status, value, note, context) };
  }
  // A picture or a PDF has no status of its own: the report says that it may still change.
  if (status === 'preliminary') log.awaited.push(coded.code.label);
  const id = identifierOf(obx, coded, context);
  const comment = note === undefined ? undefined : `${coded.code.label}\n${note}`;
  if (found.kind === 'image') {
    const { mediaType, data } = found;
    return { kind: 'image', image: { imageId: id, mediaType, data, title: coded.code.label }, comment };
  }
  attachments.keep(toAttachedPdf(id, found.data, coded), isWholeReport(coded, habits.printedReportCodes), performers.of(obx));
  return comment === undefined ? undefined : { kind: 'comment', comment };
}

/** OBX-5 of a cancelled result is the reason, when it is anything. */
function absent(obx: Segment): ObservationValue {
  const text = obx
    .field(5)
    .repetitions.map((repetition) => toLines(repetition.text(2) || repetition.whole))
    .join('\n');
  return absentValue(text);
}

/** An OBX without type and value says nothing of a result, unless its status does. */
function isTitle(obx: Segment, decision: ReturnType<typeof decideStep>): boolean {
  if (obx.text(2).trim() !== '' || obx.field(5).state === 'value') return false;
  if (decision.step === 'result') return decision.status !== 'cancelled';
  return decision.step === 'unsaid' || decision.step === 'unverified' || decision.step === 'unknown';
}

/** A heading inside the examination: its label and notes are kept. */
function titleLine(obx: Segment, note: string | undefined, { remarks }: ObservationContext): ObservationReading {
  remarks.add('hl7-title-line', obx.location());
  const title = obx.text(3, 2) || obx.text(3);
  const comment = [title, note].filter((line) => line).join('\n');
  return comment === '' ? undefined : { kind: 'comment', comment };
}
