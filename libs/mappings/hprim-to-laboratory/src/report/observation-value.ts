import type { HprimRepetition, HprimSegment } from '@segur/hprim';
import type { ObservationValue } from '@segur/laboratory';
import { readPrintedNumber, readPrintedRatio } from '@segur/results-to-laboratory';
import { decodeBoundedNumber, type NumberStyle } from '@segur/units';
import type { RemarkCode } from '../finding-catalogue.js';
import type { Remarks } from '../remarks.js';
import type { StatedTimes } from '../stated-times.js';
import { toText } from '../texts.js';

/** What reading a value depends on beside its segment. */
export interface ValueContext {
  readonly style: NumberStyle;
  readonly times: StatedTimes;
  readonly remarks: Remarks;
}

/**
 * Reads OBX.5 as OBX.2 says. A wrong or unread value is an error of the message: nothing of a result may be lost.
 *
 * @returns Nothing when there is no value to give; the remark says why.
 * @see hprim-sante.md §1.7
 */
export function toValue(obx: HprimSegment, context: ValueContext): ObservationValue | undefined {
  const { remarks } = context;
  const value = obx.field(5);
  const refused = (code: RemarkCode, field: number): undefined => void remarks.add(code, obx.location(field));
  const type = obx.text(2).trim().toUpperCase();
  if (value.isEmpty || value.whole.trim() === '') return refused('hprim-value-missing', 5);
  const text = toText(value);
  switch (type) {
    case 'NM':
      return value.repetitions.length > 1 ? refused('hprim-value-repeated-not-read', 5) : toNumeric(text.trim(), obx, context);
    case 'ST':
      return toBounded(text.trim(), context.style) ?? { kind: 'text', text };
    case 'TX':
    case 'FT':
      return { kind: 'text', text };
    case 'CE':
      return toCoded(value.repetitions, text, obx, context);
    case 'DT':
    case 'TS': {
      const time = context.times.read(text.trim());
      return time ? { kind: 'date', text: text.trim(), value: time } : refused('hprim-value-type', 5);
    }
    case '':
      refused('hprim-value-retyped', 2);
      return { kind: 'text', text };
    default:
      return refused('hprim-value-type-not-read', 2);
  }
}

/** `NM` has no room for a sign: senders write a bound there all the same. */
function toNumeric(text: string, obx: HprimSegment, { style, remarks }: ValueContext): ObservationValue | undefined {
  const number = readPrintedNumber(text, style);
  if (number === 'ambiguous' || number === undefined) {
    remarks.add(number ? 'hprim-number-ambiguous' : 'hprim-value-type', obx.location(5));
    return undefined;
  }
  if (number.kind === 'bounded') remarks.add('hprim-value-retyped', obx.location(5));
  return number;
}

/** `< 3.0` in a text: the format's own way to say a bound. Other numbers in a text stay the text that their sender made of them. */
function toBounded(text: string, style: NumberStyle): ObservationValue | undefined {
  const bounded = decodeBoundedNumber(text, style);
  return bounded.status === 'ok' ? { kind: 'bounded', text, comparator: bounded.comparator, value: bounded.value } : undefined;
}

/** Codes of values are the sender's own: what is printed is their text. */
function toCoded(
  values: readonly HprimRepetition[],
  whole: string,
  obx: HprimSegment,
  { style, remarks }: ValueContext,
): ObservationValue | undefined {
  const [value] = values;
  if (!value || values.length > 1) return { kind: 'text', text: values.map(printed).join('\n') };
  if (value.componentCount === 1) {
    const number = readPrintedNumber(whole, style) ?? readPrintedRatio(whole, style);
    if (number === 'ambiguous') return void remarks.add('hprim-number-ambiguous', obx.location(5));
    if (number) remarks.add('hprim-value-retyped', obx.location(5));
    return number ?? { kind: 'coded', text: whole };
  }
  const text = printed(value);
  if (value.text(1).trim() !== text) remarks.add('hprim-code-local', obx.location(5));
  return { kind: 'coded', text };
}

function printed(value: HprimRepetition): string {
  return value.text(2).trim() || value.text(1).trim() || value.whole;
}
