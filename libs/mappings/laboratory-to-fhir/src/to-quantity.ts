import { FhirDecimal, type Quantity } from '@segur/fhir';
import type { Unit } from '@segur/laboratory';
import { toCode, UCUM } from './code-systems.js';

/** A number in its unit, coded where its UCUM is known; none when the digits are no number. */
export function toQuantity(digits: string, unit?: Unit): Quantity | undefined {
  const value = FhirDecimal.of(digits);
  if (!value) return undefined;
  const coded = unit?.ucum === undefined ? {} : { system: UCUM, code: toCode(unit.ucum) };
  return { value, ...(unit && { unit: unit.raw }), ...coded };
}
