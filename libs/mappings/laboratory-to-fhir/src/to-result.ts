import type { CodeableConcept, ObservationResult } from '@segur/fhir';
import type { Laboratory, Observation } from '@segur/laboratory';
import { toCoding, toHl7Concept } from './code-systems.js';
import { printedAs } from './extensions.js';
import { toDateTime } from './fhir-time.js';
import { toQuantity } from './to-quantity.js';

/**
 * Gives the result of an observation its type. Nothing is lost: what the laboratory printed stands beside each number or date, and the
 * digits are those that were sent.
 *
 * A unit without UCUM leaves a quantity without code. A number that is none, or an interval the wrong way round, is a text.
 *
 * @throws {UnassemblableReport} `malformed-time`.
 */
export function toResult(
  { value, unit, status }: Pick<Observation, 'value' | 'unit' | 'status'>,
  laboratory: Laboratory,
): ObservationResult {
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
      return coded ? { valueCodeableConcept: { coding: [toCoding(coded)], text } } : toPrintedConcept(text);
    }
    case 'text':
      return toText(text);
    case 'date':
      return { valueDateTime: toDateTime(value.value, laboratory), _valueDateTime: printed };
    case 'absent':
      return absent('unknown', text);
  }
}

function toText(text: string): ObservationResult {
  return text.trim() === '' ? absent('unknown', '') : { valueString: text };
}

function toPrintedConcept(text: string): ObservationResult {
  return text.trim() === '' ? absent('unknown', '') : { valueCodeableConcept: { text } };
}

function absent(code: 'unknown' | 'not-performed', text: string): ObservationResult {
  const dataAbsentReason: CodeableConcept = { ...toHl7Concept('data-absent-reason', code), text };
  return { dataAbsentReason };
}
