import type { CdaBound, CdaQuantity, CdaValue } from '@segur/cda';
import type { Observation } from '@segur/laboratory';
import { toCdaTime } from './cda-time.js';

/**
 * Gives the value of a result its type.
 *
 * A quantity is written only in a unit that is known: an unknown spelling makes the value a text, as printed. No unit at all
 * means a number without dimension, `1`.
 *
 * @returns `undefined` for a result that could not be obtained: it has no value.
 */
export function toValue({ value, unit, status }: Observation, timeZone: string | undefined): CdaValue | undefined {
  if (status === 'cancelled') return undefined;
  const ucum = unit ? unit.ucum : '1';
  const quantity = (digits: string): CdaQuantity | undefined => (ucum === undefined ? undefined : { value: digits, unit: ucum });
  const printed: CdaValue = { type: 'ST', text: unit ? `${value.text} ${unit.raw}`.trim() : value.text };
  switch (value.kind) {
    case 'numeric': {
      const read = quantity(value.value);
      return read ? { type: 'PQ', ...read } : orNone(printed);
    }
    case 'bounded': {
      const read = quantity(value.value);
      if (!read) return orNone(printed);
      const bound: CdaBound = { ...read, inclusive: value.comparator.endsWith('=') };
      return value.comparator.startsWith('<') ? { type: 'IVL_PQ', high: bound } : { type: 'IVL_PQ', low: bound };
    }
    case 'interval': {
      const [low, high] = [quantity(value.low), quantity(value.high)];
      if (!low || !high) return orNone(printed);
      return { type: 'IVL_PQ', low: { ...low, inclusive: true }, high: { ...high, inclusive: true } };
    }
    case 'ratio':
      return { type: 'RTO', numerator: value.numerator, denominator: value.denominator };
    case 'coded': {
      const { coded } = value;
      if (!coded) return value.text === '' ? { type: 'none' } : { type: 'CD' };
      return { type: 'CD', code: { code: coded.code, codeSystem: coded.system, displayName: coded.label } };
    }
    case 'text':
      return orNone({ type: 'ST', text: value.text });
    case 'date':
      return { type: 'TS', value: toCdaTime(value.value, timeZone) };
    case 'absent':
      return { type: 'none' };
  }
}

/** Bounds in the unit of a quantity; nothing where the value is none, or the bounds are not in order. */
export function toRange({ range }: Observation, value: CdaValue | undefined): { low?: CdaQuantity; high?: CdaQuantity } {
  const unit = unitOf(value);
  if (!range || unit === undefined) return {};
  const { low, high } = range;
  if (low !== undefined && high !== undefined && !(Number(low) < Number(high))) return {};
  return {
    ...(low !== undefined && { low: { value: low, unit } }),
    ...(high !== undefined && { high: { value: high, unit } }),
  };
}

function unitOf(value: CdaValue | undefined): string | undefined {
  if (value?.type === 'PQ') return value.unit;
  return value?.type === 'IVL_PQ' ? (value.low ?? value.high)?.unit : undefined;
}

/** An empty text is an empty element, which no document may hold. */
function orNone(value: CdaValue & { type: 'ST' }): CdaValue {
  return value.text.trim() === '' ? { type: 'none' } : value;
}
