import type { Report } from '@segur/laboratory';
import type { Segment } from '@segur/hl7v2';
import type { StatedTimes } from '../stated-times.js';

const KINDS: Readonly<Record<string, Report['encounter']['kind']>> = { I: 'IMP', E: 'EMER' };

/** Reads PV1; without one, the patient came to the laboratory. */
export function toEncounter(visit: Segment | undefined, times: StatedTimes): Report['encounter'] {
  if (!visit) return { kind: 'AMB' };
  const id = visit.text(19).trim();
  const [start, end] = [times.at(visit, 44), times.at(visit, 45)];
  const kind = KINDS[visit.text(2).trim().toUpperCase()] ?? 'AMB';
  return { kind, ...(id && { id }), ...(start && { start }), ...(end && { end }) };
}
