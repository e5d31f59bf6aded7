import type { ObservationToCode } from '@segur/events';
import { observationsOf, type Observation, type Report } from '@segur/laboratory';

/** What transcoding needs of a report, and nothing else: neither values nor patient. In print order. */
export function toObservationsToCode(report: Report): readonly ObservationToCode[] {
  const specimens = new Map(report.specimens.map(({ specimenId, typeCode, label }) => [specimenId, typeCode ?? label]));
  const batteryOf = new Map(
    report.chapters.flatMap(({ batteries }) =>
      batteries.flatMap((battery) => battery.observations.map(({ observationId }) => [observationId, battery])),
    ),
  );
  return observationsOf(report).map((observation) => {
    const specimenId = observation.specimenId ?? batteryOf.get(observation.observationId)?.specimenId;
    const specimen = specimenId === undefined ? undefined : specimens.get(specimenId);
    return { ...toCode(observation), ...(specimen && { specimen }) };
  });
}

function toCode({ observationId, code, unit, method, value, sentLoinc }: Observation): ObservationToCode {
  return {
    observationId,
    localCode: code.localCode,
    ...(code.system !== undefined && { localSystem: code.system }),
    label: code.label,
    ...(unit && { unitRaw: unit.raw }),
    ...(unit?.ucum !== undefined && { unit: unit.ucum }),
    ...(method !== undefined && { method }),
    valueKind: value.kind,
    ...(sentLoinc && { sentLoinc: sentLoinc.code }),
  };
}
