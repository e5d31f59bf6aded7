import type { ObservationToCode } from '@segur/events';
import { toLoincMap, type LoincMap } from '@segur/loinc-transcoding/core';

/** A map of 5 000 local codes in two units each, and 1 000 results of theirs, in another spelling of the specimen. */
export function codingMaterial(): { readonly map: LoincMap; readonly observations: readonly ObservationToCode[] } {
  const lines = Array.from({ length: 5_000 }, (_, index) => [
    { localCode: `A${index}`, unit: 'mmol/L', specimen: 'Sérum', target: { loinc: '14749-6', loincLabel: 'Glucose' } },
    { localCode: `A${index}`, unit: 'g/L', specimen: 'Sérum', target: { loinc: '2345-7', loincLabel: 'Glucose' } },
  ]);
  const observations = Array.from({ length: 1_000 }, (_, index): ObservationToCode => ({
    observationId: `o${index}`,
    localCode: `A${(index * 7) % 5_500}`,
    label: 'Glucose',
    valueKind: 'numeric',
    unit: 'mmol/L',
    unitRaw: 'mmol/l',
    specimen: 'Sang veineux',
  }));
  return { map: toLoincMap(lines.flat()), observations };
}
