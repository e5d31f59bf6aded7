import type { CdaBound, CdaQuantity, CdaValue } from '@segur/cda';
import type { Observation, OtherUnitValue } from '@segur/laboratory';
import { toListedUcum } from '@segur/units';
import { toCdaTime } from './cda-time.js';
import { toCode } from './to-codes.js';

/**
 * Gives the value of a result its type.
 *
 * A quantity is written only in a unit that is known: an unknown spelling makes the value a text, as printed. No unit at all
 * means a number without dimension.
 *
 * @returns `undefined` for a result that could not be obtained: it has no value.
 */
export function toValue(
  { value, unit, status, otherUnits = [] }: Pick<Observation, 'value' | 'unit' | 'status' | 'otherUnits'>,
  timeZone: string | undefined,
): CdaValue | undefined {
  if (status === 'cancelled') return undefined;
  const ucum = unit?.ucum === undefined ? undefined : toListedUcum(unit.ucum);
  const known = !unit || ucum !== undefined;
  const quantity = (digits: string): CdaQuantity => ({ value: digits, ...(hasDimension(ucum) && { unit: ucum }) });
  const printed: CdaValue = { type: 'ST', text: unit ? `${value.text} ${unit.raw}`.trim() : value.text };
  switch (value.kind) {
    case 'numeric':
      if (!known) return orNone(printed);
      if (!hasDimension(ucum)) return { type: 'REAL', value: value.value };
      return { type: 'PQ', value: value.value, unit: ucum, ...toTranslations(otherUnits) };
    case 'bounded': {
      if (!known) return orNone(printed);
      const bound: CdaBound = { ...quantity(value.value), inclusive: value.comparator.endsWith('=') };
      return value.comparator.startsWith('<') ? { type: 'IVL_PQ', high: bound } : { type: 'IVL_PQ', low: bound };
    }
    case 'interval':
      if (!known) return orNone(printed);
      return {
        type: 'IVL_PQ',
        low: { ...quantity(value.low), inclusive: true },
        high: { ...quantity(value.high), inclusive: true },
      };
    case 'ratio':
      return { type: 'RTO', numerator: value.numerator, denominator: value.denominator };
    case 'coded': {
      const { coded } = value;
      if (!coded) return value.text === '' ? { type: 'none' } : { type: 'CD' };
      return { type: 'CD', code: toCode(coded) };
    }
    case 'text':
      return orNone({ type: 'ST', text: value.text });
    case 'date':
      return { type: 'TS', value: toCdaTime(value.value, timeZone) };
    case 'absent':
      return { type: 'none' };
  }
}

/**
 * Bounds in the unit of the result, and in its other units where they are known; nothing where the result has no unit that is known, or
 * the bounds are not in order.
 */
export function toRange(
  { range, unit: stated, otherUnits = [] }: Pick<Observation, 'range' | 'unit' | 'otherUnits'>,
  value: CdaValue | undefined,
): { low?: CdaQuantity; high?: CdaQuantity } {
  if (!range) return {};
  const { low, high } = range;
  if (low !== undefined && high !== undefined && Number(low) > Number(high)) return {};
  // A text such as `Traces` may be compared with an interval in the unit that the result is said to have.
  const ucum = stated?.ucum === undefined ? undefined : toListedUcum(stated.ucum);
  if (!isQuantity(value) && !hasDimension(ucum)) return {};
  const unit = isQuantity(value) ? unitOf(value) : ucum;
  const bound = (side: 'low' | 'high'): CdaQuantity | undefined => {
    const digits = range[side];
    if (digits === undefined) return undefined;
    const translations = value?.type === 'PQ' ? toBoundTranslations(otherUnits, side) : [];
    return { value: digits, ...(unit !== undefined && { unit }), ...(translations.length > 0 && { translations }) };
  };
  const bounds = { low: bound('low'), high: bound('high') };
  return { ...(bounds.low && { low: bounds.low }), ...(bounds.high && { high: bounds.high }) };
}

/** A bound in the other units of a result. */
function toBoundTranslations(others: readonly OtherUnitValue[], side: 'low' | 'high'): NonNullable<CdaQuantity['translations']> {
  return others.flatMap(({ range, unit }) => {
    const ucum = unit.ucum === undefined ? undefined : toListedUcum(unit.ucum);
    const digits = range?.[side];
    return digits !== undefined && hasDimension(ucum) ? [{ value: digits, unit: ucum }] : [];
  });
}

type QuantityValue = CdaValue & { type: 'PQ' | 'REAL' | 'IVL_PQ' };

function isQuantity(value: CdaValue | undefined): value is QuantityValue {
  return value?.type === 'PQ' || value?.type === 'REAL' || value?.type === 'IVL_PQ';
}

function unitOf(value: QuantityValue): string | undefined {
  if (value.type === 'PQ') return value.unit;
  return value.type === 'IVL_PQ' ? (value.low ?? value.high)?.unit : undefined;
}

/** The same quantity in the other units that are known; the rest is only printed. */
function toTranslations(others: readonly OtherUnitValue[]): Pick<CdaValue & { type: 'PQ' }, 'translations'> {
  const translations = others.flatMap(({ value, unit }) => {
    const ucum = unit.ucum === undefined ? undefined : toListedUcum(unit.ucum);
    return value.kind === 'numeric' && hasDimension(ucum) ? [{ value: value.value, unit: ucum }] : [];
  });
  return translations.length > 0 ? { translations } : {};
}

/** The official list of units has no `1`: a number without dimension is written without unit. */
function hasDimension(ucum: string | undefined): ucum is string {
  return ucum !== undefined && ucum !== '1';
}

/** An empty text is an empty element, which no document may hold. */
function orNone(value: CdaValue & { type: 'ST' }): CdaValue {
  return value.text.trim() === '' ? { type: 'none' } : value;
}
