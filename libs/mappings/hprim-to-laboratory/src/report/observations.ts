import type { HprimSegment } from '@segur/hprim';
import type { Observation, ObservationValue, StatedTime } from '@segur/laboratory';
import { contradicts, flagComment, sortFlags } from '@segur/results-to-laboratory';
import type { ObservationGroup } from '../message-groups.js';
import { toComment, toText } from '../texts.js';
import { toCode } from './local-codes.js';
import { toValue, type ValueContext } from './observation-value.js';
import { toRange, toUnit } from './unit-and-range.js';
import type { Validations } from './validations.js';

/** What an observation takes from the request it belongs to. */
export interface ObservationContext extends ValueContext {
  readonly specimenId: string | undefined;
  /** OBR.25: stands for an OBX.11 that was left empty. */
  readonly orderStatus: string;
  /** When the request was released: the time of a signature on it. */
  readonly releasedAt: StatedTime;
  /** OBR.22, for a result that states no time of its own. */
  readonly resultAt: StatedTime | undefined;
  readonly validations: Validations;
}

/** A result before its battery gives it an identifier. */
export type DraftObservation = Omit<Observation, 'observationId'>;
/** A result; a line that is only a comment; or nothing, with the reason among the remarks. */
export type ObservationReading = { readonly observation: DraftObservation } | { readonly comment: string } | undefined;

const STATUS: Readonly<Record<string, Observation['status']>> = { F: 'final', C: 'corrected', X: 'cancelled' };
const NOT_READ = ['I', 'P', 'R', 'D', 'S', 'O', 'U', 'W'];

/** Reads one OBX with its comments. */
export function toObservation({ obx, comments }: ObservationGroup, context: ObservationContext): ObservationReading {
  const { remarks } = context;
  const note = toComment(comments);
  const isTitle = obx.text(2) === '' && obx.field(5).isEmpty && obx.text(11).trim().toUpperCase() !== 'X';
  if (isTitle) return titleLine(obx, note, context);
  const status = toStatus(obx, context);
  const coded = toCode(obx.field(3).repetitions[0]);
  if (!coded) remarks.add('hprim-required', obx.location(3));
  if (!status || !coded) return undefined;

  const value = status === 'cancelled' ? absent(obx) : toValue(obx, context);
  if (!value) return undefined;
  const unit = toUnit(obx, remarks);
  const range = toRange(obx, unit, remarks);
  const { codes: interpretations, unknown } = sortFlags(obx.field(8).repetitions.map((flag) => flag.text(1)));
  if (unknown.length > 0) remarks.add('hprim-flag-unknown', obx.location(8));
  if (contradicts(interpretations, value, range)) remarks.add('hprim-flag-contradicts-range', obx.location(8));
  const observedAt = context.times.at(obx, 14) ?? context.resultAt;
  const validatedBy = context.validations.take(obx, 16, context.releasedAt);
  return {
    observation: {
      ...coded,
      value,
      ...(unit && { unit }),
      interpretations,
      ...(range && { range }),
      status,
      ...(observedAt && { observedAt }),
      comments: [...(note === undefined ? [] : [note]), ...unknown.map(flagComment)],
      ...(context.specimenId && { specimenId: context.specimenId }),
      ...(validatedBy && { validatedBy }),
    },
  };
}

function toStatus(obx: HprimSegment, { remarks, orderStatus }: ObservationContext): Observation['status'] | undefined {
  const said = obx.text(11).trim().toUpperCase();
  if (said === '' && (orderStatus === 'F' || orderStatus === 'C')) {
    remarks.add('hprim-status-assumed', obx.location(11));
    return 'final';
  }
  const status = Object.hasOwn(STATUS, said) ? STATUS[said] : undefined;
  if (!status) {
    const code = said === '' ? 'hprim-required' : NOT_READ.includes(said) ? 'hprim-status-not-read' : 'hprim-status-unknown';
    remarks.add(code, obx.location(11));
  }
  return status;
}

/** OBX.5 of a cancelled result is the reason, when it is anything. */
function absent(obx: HprimSegment): ObservationValue {
  const text = obx.field(5).isEmpty ? '' : toText(obx.field(5)).trim();
  return { kind: 'absent', text: text || 'Non réalisé' };
}

/** An OBX without type or value is a heading among the results: its label and comments are kept. */
function titleLine(obx: HprimSegment, note: string | undefined, { remarks }: ObservationContext): ObservationReading {
  remarks.add('hprim-title-line', obx.location());
  const title = (obx.text(3, 2) || obx.text(3)).trim();
  const comment = [title, note].filter(Boolean).join('\n');
  return comment === '' ? undefined : { comment };
}
