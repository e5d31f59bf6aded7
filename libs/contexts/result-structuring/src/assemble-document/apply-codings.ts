import type { Coding } from '@segur/events';
import type { Observation, Report } from '@segur/laboratory';

/** Puts the LOINC of each coded observation into the report. The others keep their local code alone. */
export function applyCodings(report: Report, codings: readonly Coding[]): Report {
  const coded = new Map(codings.flatMap((coding) => (coding.status === 'coded' ? [[coding.observationId, coding]] : [])));
  const code = (observation: Observation): Observation => {
    const coding = coded.get(observation.observationId);
    return coding ? { ...observation, loinc: { code: coding.loinc, label: coding.loincLabel } } : observation;
  };
  return {
    ...report,
    chapters: report.chapters.map((chapter) => ({
      ...chapter,
      batteries: chapter.batteries.map((battery) => ({ ...battery, observations: battery.observations.map(code) })),
    })),
  };
}
