import type { CodeableConcept, ReferenceRange as FhirRange } from '@segur/fhir';
import type { OtherRange, ReferenceRange, Unit } from '@segur/laboratory';
import { toAge } from './to-age.js';
import { toQuantity } from './to-quantity.js';

const GENDERS = { M: { code: 'male', text: 'Homme' }, F: { code: 'female', text: 'Femme' } } as const;

/** The interval as printed, with the bounds that could be read, in the unit of the result; none where nothing is said. */
export function toReferenceRange({ low, high, text }: ReferenceRange, unit: Unit | undefined): FhirRange | undefined {
  const reversed = low !== undefined && high !== undefined && Number(low) > Number(high);
  const [lowest, highest] = reversed ? [] : [low, high].map((bound) => (bound === undefined ? undefined : toQuantity(bound, unit)));
  if (!lowest && !highest && text.trim() === '') return undefined;
  return { ...(lowest && { low: lowest }), ...(highest && { high: highest }), text };
}

/** An interval of other people, always with what tells it from the patient's own. */
export function toOtherRange(other: OtherRange, unit: Unit | undefined): FhirRange | undefined {
  const range = toReferenceRange(other, unit);
  if (!range) return undefined;
  const { sex, label = '' } = other;
  const { age, words = '' } = toAge(other);
  const applies: readonly CodeableConcept[] = [
    ...(sex ? [toGender(sex)] : []),
    ...[label, words].filter((text) => text.trim() !== '').map((text) => ({ text })),
  ];
  const { text, ...bounds } = range;
  const told = applies.length > 0 || age ? applies : [{ text: 'Autre population' }];
  return { ...bounds, appliesTo: told, ...(age && { age }), ...(text !== undefined && { text }) };
}

function toGender(sex: 'M' | 'F'): CodeableConcept {
  const { code, text } = GENDERS[sex];
  return { coding: [{ system: 'http://hl7.org/fhir/administrative-gender', code }], text };
}
