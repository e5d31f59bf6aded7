import type { Observation, ObservationValue, StatedTime } from '@segur/laboratory';
import type { Segment } from '@segur/hl7v2';
import { contradicts } from '@segur/results-to-laboratory';
import { toComment, toLines } from '../comments.js';
import type { ObservationGroup } from '../message-groups.js';
import { toInterpretations } from './interpretations.js';
import { toCode } from './local-codes.js';
import { toValue, type ValueContext } from './observation-value.js';
import { toRange, toUnit } from './unit-and-range.js';
import type { Validations } from './validations.js';

/** What an observation takes from the examination it belongs to. */
export interface ObservationContext extends ValueContext {
  readonly batteryId: string;
  readonly specimenId: string | undefined;
  /** OBR-25: stands for an OBX-11 that was left empty. */
  readonly orderStatus: string;
  /** When the examination was released: the time of a signature on it. */
  readonly releasedAt: StatedTime;
  /** OBR-22, for a result that states no time of its own. */
  readonly resultAt: StatedTime | undefined;
  readonly validations: Validations;
  /** Makes an identifier unique in the report, the same whatever else the report holds. */
  readonly unique: (id: string) => string;
}

/** A result; a line that is only a comment; or nothing, with the reason among the remarks. */
export type ObservationReading = { readonly observation: Observation } | { readonly comment: string } | undefined;

const STATUS: Readonly<Record<string, Observation['status']>> = { F: 'final', C: 'corrected', X: 'cancelled' };
const NOT_READ = ['P', 'R', 'S', 'I', 'O', 'D', 'U', 'W', 'A'];

/** Reads one OBX with its notes. */
export function toObservation({ obx, notes }: ObservationGroup, context: ObservationContext): ObservationReading {
  const { remarks } = context;
  const note = toComment(notes);
  if (obx.text(11) === 'N') {
    remarks.add('hl7-not-asked', obx.location(11));
    return note === undefined ? undefined : { comment: note };
  }
  if (obx.text(2) === '' && obx.field(5).state !== 'value' && obx.text(11) !== 'X') return titleLine(obx, note, context);
  const status = toStatus(obx, context);
  const coded = toCode(obx, 3, remarks);
  if (!status || !coded) return undefined;

  const value = status === 'cancelled' ? absent(obx) : toValue(obx, context);
  if (!value) return undefined;
  const unit = toUnit(obx, remarks);
  const range = toRange(obx, unit, context.style, remarks);
  const { codes: interpretations, comments: flags } = toInterpretations(obx, remarks);
  if (contradicts(interpretations, value, range)) remarks.add('hl7-flag-contradicts-range', obx.location(8));
  const observedAt = context.times.at(obx, 14) ?? context.times.at(obx, 19) ?? context.resultAt;
  const method = obx.text(17, 2) || obx.text(17);
  const validatedBy = context.validations.take(obx, 16, context.releasedAt);
  const subId = obx.text(4);
  return {
    observation: {
      observationId: context.unique(`${context.batteryId}/${coded.code.localCode}${subId && `/${subId}`}`),
      ...coded,
      value,
      ...(unit && { unit }),
      interpretations,
      ...(range && { range }),
      status,
      ...(observedAt && { observedAt }),
      ...(method && { method }),
      comments: [...(note === undefined ? [] : [note]), ...flags],
      ...(context.specimenId && { specimenId: context.specimenId }),
      ...(validatedBy && { validatedBy }),
    },
  };
}

function toStatus(obx: Segment, { remarks, orderStatus }: ObservationContext): Observation['status'] | undefined {
  const said = obx.text(11).trim().toUpperCase();
  if (said === '' && (orderStatus === 'F' || orderStatus === 'C')) {
    remarks.add('hl7-status-assumed', obx.location(11));
    return 'final';
  }
  const status = STATUS[said];
  if (!status)
    remarks.add(
      said === '' ? 'hl7-required' : NOT_READ.includes(said) ? 'hl7-status-not-read' : 'hl7-status-unknown',
      obx.location(11),
    );
  return status;
}

/** OBX-5 of a cancelled result is the reason, when it is anything. */
function absent(obx: Segment): ObservationValue {
  const text = obx
    .field(5)
    .repetitions.map((repetition) => toLines(repetition.text(2) || repetition.whole))
    .join('\n');
  return { kind: 'absent', text: text.trim() || 'Non réalisé' };
}

/** An OBX without type or value is a heading inside the examination: its label and notes are kept. */
function titleLine(obx: Segment, note: string | undefined, { remarks }: ObservationContext): ObservationReading {
  remarks.add('hl7-title-line', obx.location());
  const title = obx.text(3, 2) || obx.text(3);
  const comment = [title, note].filter((line) => line).join('\n');
  return comment === '' ? undefined : { comment };
}
