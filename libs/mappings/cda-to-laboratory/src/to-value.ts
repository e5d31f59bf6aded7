import type { CdaBound, CdaObservation, CdaQuantity, CdaValue, PrintedResult } from '@segur/cda';
import type { ObservationValue, OtherUnitValue, ReferenceRange, StatedTime, Unit } from '@segur/laboratory';
import { decodeBoundedNumber, decodeLaboratoryNumber } from '@segur/units';

/** A result with its unit, and the same in other units. */
export interface ValueReading {
  readonly value: ObservationValue;
  readonly unit?: Unit;
  readonly otherUnits?: readonly OtherUnitValue[];
}

/** What the narrative shows beside the coded value. */
type Shown = Pick<PrintedResult, 'result' | 'unit'>;

/**
 * Reads a value by its type. `text` is what the narrative prints where that says the same, else the value's own digits: the narrative of
 * others often holds the unit in the same cell, or another spelling.
 *
 * @param toTime - Reads the time of a `TS`; one that cannot be read is kept as a text.
 */
export function toValue(
  value: CdaValue | undefined,
  printed: Shown,
  toTime: (time: string) => StatedTime | undefined,
): ValueReading {
  const text = printed.result.trim();
  const unitOf = (unit: string | undefined) =>
    unit === undefined ? {} : { unit: { raw: printed.unit.trim() || unit, ucum: unit } };
  switch (value?.type) {
    case undefined:
    case 'none':
      return { value: { kind: 'absent', text } };
    case 'PQ': {
      const others = translationsOf(value, (digits) => toNumeric(digits, ''));
      return { value: toNumeric(value.value, text), ...unitOf(value.unit), ...others };
    }
    case 'REAL':
      return { value: toNumeric(value.value, text) };
    case 'IVL_PQ': {
      const { low, high } = value;
      if (low && high) {
        const between = text || `${low.value} - ${high.value}`;
        return { value: { kind: 'interval', text: between, low: low.value, high: high.value }, ...unitOf(low.unit ?? high.unit) };
      }
      const bound = low ?? high;
      if (!bound) return { value: { kind: 'absent', text } };
      const side = low ? '>' : '<';
      const others = translationsOf(bound, (digits) => toBounded({ value: digits, inclusive: bound.inclusive }, side, ''));
      return { value: toBounded(bound, side, text), ...unitOf(bound.unit), ...others };
    }
    case 'RTO':
      return {
        value: {
          kind: 'ratio',
          text: text || `${value.numerator}/${value.denominator}`,
          numerator: value.numerator,
          denominator: value.denominator,
        },
      };
    case 'CD': {
      const { code } = value;
      const coded = code?.codeSystem !== undefined && {
        coded: { code: code.code, system: code.codeSystem, label: code.displayName ?? code.code },
      };
      return { value: { kind: 'coded', text: text || (code?.displayName ?? ''), ...coded } };
    }
    case 'ST':
      return { value: { kind: 'text', text: value.text } };
    case 'TS': {
      const time = toTime(value.value);
      return {
        value: time === undefined ? { kind: 'text', text: text || value.value } : { kind: 'date', text: text || time, value: time },
      };
    }
  }
}

/** The interval that applies to the patient, and its bounds in the other units of the result. */
export function toRange({ range, printed }: Pick<CdaObservation, 'range' | 'printed'>): ReferenceRange | undefined {
  const low = range?.low?.value;
  const high = range?.high?.value;
  const text = printed.reference.trim() || spell(low, high);
  if (text === '') return undefined;
  return { text, ...(low !== undefined && { low }), ...(high !== undefined && { high }) };
}

/** Adds to each other unit the interval that the translations of the bounds give in it. */
export function withRanges(
  otherUnits: readonly OtherUnitValue[],
  range: { readonly low?: CdaQuantity; readonly high?: CdaQuantity } | undefined,
): readonly OtherUnitValue[] {
  const inUnit = (bound: CdaQuantity | undefined, unit: string | undefined) =>
    bound?.translations?.find((translation) => translation.unit === unit)?.value;
  return otherUnits.map((other) => {
    const low = inUnit(range?.low, other.unit.ucum);
    const high = inUnit(range?.high, other.unit.ucum);
    if (low === undefined && high === undefined) return other;
    const bounds = { ...(low !== undefined && { low }), ...(high !== undefined && { high }) };
    return { ...other, range: { text: spell(low, high), ...bounds } };
  });
}

function translationsOf(
  { translations = [] }: Pick<CdaQuantity, 'translations'>,
  read: (digits: string) => ObservationValue,
): { otherUnits?: readonly OtherUnitValue[] } {
  if (translations.length === 0) return {};
  return { otherUnits: translations.map(({ value, unit }) => ({ value: read(value), unit: { raw: unit, ucum: unit } })) };
}

function toNumeric(digits: string, text: string): ObservationValue {
  const read = decodeLaboratoryNumber(text);
  return { kind: 'numeric', text: read.status === 'ok' && read.value === digits ? text : digits, value: digits };
}

function toBounded(bound: Pick<CdaBound, 'value' | 'inclusive'>, side: '<' | '>', text: string): ObservationValue {
  const comparator = bound.inclusive ? (`${side}=` as const) : side;
  const read = decodeBoundedNumber(text);
  const same = read.status === 'ok' && read.value === bound.value && read.comparator === comparator;
  return { kind: 'bounded', text: same ? text : `${comparator} ${bound.value}`, comparator, value: bound.value };
}

function spell(low: string | undefined, high: string | undefined): string {
  if (low !== undefined && high !== undefined) return `${low} - ${high}`;
  if (low !== undefined) return `> ${low}`;
  return high === undefined ? '' : `< ${high}`;
}
