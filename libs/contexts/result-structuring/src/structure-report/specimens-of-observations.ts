import { sectionsOf, type Battery, type Isolate, type Report } from '@segur/laboratory';

/**
 * Which specimen each result was got from, by observationId: its own, else that of the nearest battery around it, else that of its
 * section where there is one only. A germ and its antibiogram are of the culture's specimen. Results of none are left out.
 */
export function specimensOfObservations({ chapters }: Pick<Report, 'chapters'>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const note = (results: Battery['observations'], around: string | undefined): void => {
    for (const { observationId, specimenId = around } of results)
      if (specimenId !== undefined) found.set(observationId, specimenId);
  };
  const inBattery = ({ observations, batteries = [], isolates = [], ...battery }: Battery, around: string | undefined): void => {
    const specimenId = battery.specimenId ?? around;
    note(observations, specimenId);
    for (const inner of batteries) inBattery(inner, specimenId);
    for (const isolate of isolates) inIsolate(isolate, specimenId);
  };
  const inIsolate = ({ observations, antibiograms }: Isolate, around: string | undefined): void => {
    note(observations, around);
    for (const antibiogram of antibiograms) inBattery(antibiogram, around);
  };
  for (const { batteries, isolates = [], specimenIds = [] } of sectionsOf(chapters)) {
    const around = specimenIds.length === 1 ? specimenIds[0] : undefined;
    for (const battery of batteries) inBattery(battery, around);
    for (const isolate of isolates) inIsolate(isolate, around);
  }
  return found;
}
