import { FhirDecimal, type CodeableConcept, type ObservationResult, type Quantity } from '@segur/fhir';
import type { Laboratory, Observation, Unit } from '@segur/laboratory';
import { toCode, toCoding, toHl7Concept, UCUM } from './code-systems.js';
import { printedAs } from './extensions.js';
import { toDateTime } from './fhir-time.js';

/**
 * Gives the result of an observation its type. Nothing is lost: what the laboratory printed stands beside each number or date, and the
 * digits are those that were sent.
 *
 * A unit without UCUM leaves a quantity without code. A number that is none, or an interval the wrong way round, is a text.
 *
 * @throws {UnassemblableReport} `malformed-time`.
 */
export function toResult({ value, unit, status }: Observation, laboratory: Laboratory): ObservationResult {
  const { text } = value;
  const printed = printedAs(text);
  if (status === 'cancelled') return absent('not-performed', text);
  switch (value.kind) {
    case 'numeric': {
      const quantity = toQuantity(value.value, unit);
      return quantity ? { valueQuantity: { ...printed, ...quantity } } : toText(text || value.value);
    }
    case 'bounded': {
      const quantity = toQuantity(value.value, unit);
      const { comparator } = value;
      return quantity ? { valueQuantity: { ...printed, ...quantity, comparator } } : toText(text || `${comparator} ${value.value}`);
    }
    case 'interval': {
      const [low, high] = [toQuantity(value.low, unit), toQuantity(value.high, unit)];
      const ordered = low && high && Number(value.low) <= Number(value.high);
      return ordered ? { valueRange: { ...printed, low, high } } : toText(text || `${value.low} - ${value.high}`);
    }
    case 'ratio': {
      const [numerator, denominator] = [toQuantity(value.numerator), toQuantity(value.denominator)];
      if (!numerator || !denominator) return toText(text || `${value.numerator}/${value.denominator}`);
      return { valueRatio: { ...printed, numerator, denominator } };
    }
    case 'coded': {
      const { coded } = value;
      return coded ? { valueCodeableConcept: { coding: [toCoding(coded)], text } } : toConcept(text);
    }
    case 'text':
      return toText(text);
    case 'date':
      return { valueDateTime: toDateTime(value.value, laboratory), _valueDateTime: printed };
    case 'absent':
      return absent('unknown', text);
  }
}

/** The interval as printed, with the bounds that could be read, in the unit of the result. */
export function toReferenceRange({ range, unit }: Observation): { low?: Quantity; high?: Quantity; text: string } | undefined {
  if (!range) return undefined;
  const { low, high, text } = range;
  const reversed = low !== undefined && high !== undefined && Number(low) > Number(high);
  const [lowest, highest] = reversed ? [] : [low, high].map((bound) => (bound === undefined ? undefined : toQuantity(bound, unit)));
  if (!lowest && !highest && text.trim() === '') return undefined;
  return { ...(lowest && { low: lowest }), ...(highest && { high: highest }), text };
}

function toQuantity(digits: string, unit?: Unit): Quantity | undefined {
  const value = FhirDecimal.of(digits);
  if (!value) return undefined;
  const coded = unit?.ucum === undefined ? {} : { system: UCUM, code: toCode(unit.ucum) };
  return { value, ...(unit && { unit: unit.raw }), ...coded };
}

function toText(text: string): ObservationResult {
  return text.trim() === '' ? absent('unknown', '') : { valueString: text };
}

function toConcept(text: string): ObservationResult {
  return text.trim() === '' ? absent('unknown', '') : { valueCodeableConcept: { text } };
}

function absent(code: 'unknown' | 'not-performed', text: string): ObservationResult {
  const dataAbsentReason: CodeableConcept = { ...toHl7Concept('data-absent-reason', code), text };
  return { dataAbsentReason };
}
