import type { ObservationValue } from '@segur/laboratory';
import { decodeBoundedNumber, decodeLaboratoryNumber, decodeRatio, type NumberStyle } from '@segur/units';

/** A number or a bound in a printed text; `ambiguous` when it reads as two numbers a thousand times apart; nothing when it is neither. */
export function readPrintedNumber(
  text: string,
  style: NumberStyle,
): Extract<ObservationValue, { kind: 'numeric' | 'bounded' }> | 'ambiguous' | undefined {
  const number = decodeLaboratoryNumber(text, style);
  if (number.status === 'ok') return { kind: 'numeric', text, value: number.value };
  const bounded = decodeBoundedNumber(text, style);
  if (bounded.status === 'ok') return { kind: 'bounded', text, comparator: bounded.comparator, value: bounded.value };
  return number.status === 'ambiguous' || bounded.status === 'ambiguous' ? 'ambiguous' : undefined;
}

/** A titre or a proportion in a printed text: `1:160`. */
export function readPrintedRatio(text: string, style: NumberStyle): Extract<ObservationValue, { kind: 'ratio' }> | undefined {
  const ratio = decodeRatio(text, style);
  return ratio && { kind: 'ratio', text, ...ratio };
}
