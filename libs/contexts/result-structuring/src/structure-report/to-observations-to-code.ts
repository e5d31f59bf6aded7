import type { ObservationToCode } from '@segur/events';
import { observationsOf, type Observation, type Report } from '@segur/laboratory';
import { specimensOfObservations } from './specimens-of-observations.js';

/**
 * What transcoding needs of a report, and nothing else: neither values nor patient. Every result, those of germs and antibiograms
 * included, in print order.
 */
export function toObservationsToCode(report: Report): readonly ObservationToCode[] {
  const specimens = new Map(report.specimens.map(({ specimenId, typeCode, label }) => [specimenId, typeCode ?? label]));
  const stated = specimensOfObservations(report);
  return observationsOf(report).map((observation) => {
    const specimenId = stated.get(observation.observationId);
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
