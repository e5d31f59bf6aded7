import type { Coding } from '@segur/events';
import { mapObservations, type Report } from '@segur/laboratory';

/** Puts the LOINC of each coded observation into the report, wherever it stands. The others keep their local code alone. */
export function applyCodings(report: Report, codings: readonly Coding[]): Report {
  const coded = new Map(codings.flatMap((coding) => (coding.status === 'coded' ? [[coding.observationId, coding]] : [])));
  const chapters = mapObservations(report.chapters, (observation) => {
    const coding = coded.get(observation.observationId);
    return coding ? { ...observation, loinc: { code: coding.loinc, label: coding.loincLabel } } : observation;
  });
  return { ...report, chapters };
}
