import type { HprimSegment } from '@segur/hprim';
import type { Observation, ObservationValue, StatedTime } from '@segur/laboratory';
import {
  absentValue,
  contradicts,
  decideStep,
  flagComment,
  sortFlags,
  type CodeReading,
  type Validators,
} from '@segur/results-to-laboratory';
import { toAttachedFile, type HprimContext } from './attached-files.js';
import type { RemarkCode } from '../finding-catalogue.js';
import type { ObservationGroup } from '../message-groups.js';
import { toProfessional } from '../professionals.js';
import { toComment, toText } from '../texts.js';
import { toCode } from './local-codes.js';
import { toValue, type ValueContext } from './observation-value.js';
import { toRanges, toUnit } from './unit-and-range.js';

/** What an observation takes from the request it belongs to. */
export interface ObservationContext extends ValueContext {
  readonly specimenId: string | undefined;
  /** OBR.25: stands for an OBX.11 that was left empty. */
  readonly orderStatus: string;
  /** When the request was released: the time of a signature on it. */
  readonly releasedAt: StatedTime;
  /** OBR.22, for a result that states no time of its own. */
  readonly resultAt: StatedTime | undefined;
  readonly validators: Validators;
  readonly files: HprimContext['files'];
  /** Names of what is still to come. */
  readonly awaited: string[];
}

/** A result before its battery gives it an identifier. */
export type DraftObservation = Omit<Observation, 'observationId'>;
/** A result; a change of one sent before; a line that is only a comment; or nothing, with the reason among the remarks. */
export type ObservationReading =
  | { readonly observation: DraftObservation }
  | { readonly change: 'removed' | 'promoted'; readonly code: Observation['code'] }
  | { readonly pdf: string; readonly code: CodeReading; readonly comment: string | undefined }
  | { readonly comment: string }
  | undefined;

const REMARKS = {
  assumed: 'hprim-status-assumed',
  contradiction: 'hprim-status-contradiction',
  'not-asked': 'hprim-not-asked',
  withdrawn: 'hprim-withdrawal',
  unsaid: 'hprim-required',
  unknown: 'hprim-status-unknown',
} as const satisfies Record<string, RemarkCode>;

/** Reads one OBX with its comments. */
export function toObservation({ obx, comments }: ObservationGroup, context: ObservationContext): ObservationReading {
  const { remarks } = context;
  const note = toComment(comments);
  const isTitle = obx.text(2) === '' && obx.field(5).isEmpty && obx.text(11).trim().toUpperCase() !== 'X';
  if (isTitle) return titleLine(obx, note, context);
  const coded = toCode(obx.field(3).repetitions[0]);
  if (!coded) {
    remarks.add('hprim-required', obx.location(3));
    return undefined;
  }
  const decision = decideStep(obx.text(11).trim().toUpperCase(), context.orderStatus);
  if (decision.remark) remarks.add(REMARKS[decision.remark], obx.location(11));
  const hasValue = !obx.field(5).isEmpty;
  if (decision.step === 'removed' || (decision.step === 'promoted' && !hasValue)) {
    remarks.add(decision.step === 'removed' ? 'hprim-result-removed' : 'hprim-result-promoted', obx.location(11));
    return { change: decision.step, code: coded.code };
  }
  if (decision.step === 'awaited' || decision.step === 'unverified') {
    context.awaited.push(coded.code.label);
    remarks.add(decision.step === 'awaited' ? 'hprim-result-awaited' : 'hprim-result-unverified', obx.location(11));
    return note === undefined ? undefined : { comment: `${coded.code.label}\n${note}` };
  }
  if (decision.step !== 'result' && decision.step !== 'promoted') {
    remarks.add(REMARKS[decision.step], obx.location(11));
    return note !== undefined && decision.step === 'not-asked' ? { comment: note } : undefined;
  }
  const status = decision.step === 'result' ? decision.status : 'final';
  const isFile = status !== 'cancelled' && obx.text(2).trim().toUpperCase() === 'FIC';
  const file = isFile ? toAttachedFile(obx, context.files, remarks) : undefined;
  if (file?.kind === 'pdf') {
    if (status === 'preliminary') context.awaited.push(coded.code.label);
    return { pdf: file.data, code: coded, comment: note };
  }
  const value = status === 'cancelled' ? absent(obx) : isFile ? file : toValue(obx, context);
  if (!value) return undefined;
  const unit = toUnit(obx, remarks);
  const { range, otherRanges } = toRanges(obx, unit, remarks);
  const { codes: interpretations, unknown } = sortFlags(obx.field(8).repetitions.map((flag) => flag.text(1)));
  if (unknown.length > 0) remarks.add('hprim-flag-unknown', obx.location(8));
  if (contradicts(interpretations, value, range)) remarks.add('hprim-flag-contradicts-range', obx.location(8));
  const observedAt = context.times.at(obx, 14) ?? context.resultAt;
  const validatedBy = context.validators.take(obx.field(16).repetitions.map(toProfessional), context.releasedAt, obx.location(16));
  return {
    observation: {
      ...coded,
      value,
      ...(unit && { unit }),
      interpretations,
      ...(range && { range }),
      ...(otherRanges && { otherRanges }),
      status,
      ...(observedAt && { observedAt }),
      comments: [...(note === undefined ? [] : [note]), ...unknown.map(flagComment)],
      ...(context.specimenId && { specimenId: context.specimenId }),
      ...(validatedBy && { validatedBy }),
    },
  };
}

/** OBX.5 of a cancelled result is the reason, when it is anything. */
function absent(obx: HprimSegment): ObservationValue {
  const text = obx.field(5).isEmpty ? '' : toText(obx.field(5)).trim();
  return absentValue(text);
}

/** An OBX without type or value is a heading among the results: its label and comments are kept. */
function titleLine(obx: HprimSegment, note: string | undefined, { remarks }: ObservationContext): ObservationReading {
  remarks.add('hprim-title-line', obx.location());
  const title = (obx.text(3, 2) || obx.text(3)).trim();
  const comment = [title, note].filter(Boolean).join('\n');
  return comment === '' ? undefined : { comment };
}
