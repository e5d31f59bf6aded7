import { Hl7Message, type Segment } from '@segur/hl7v2';

/**
 * Splits a message into its patients: one PATIENT_RESULT, one report. A message of one patient comes back as it is.
 *
 * Segments keep their ranks, so that a finding names a place of the whole message.
 *
 * @see HL7 v2.5.1 §7.3.1; hl7v2.md §3.1
 */
export function splitPatients(message: Hl7Message): readonly Hl7Message[] {
  const shared: Segment[] = [];
  const patients: Segment[][] = [];
  for (const segment of message.segments) {
    // In an ORU, a PID begins what is of this patient; what stands above the first one is of all.
    if (segment.name === 'PID') patients.push([segment]);
    else (patients.at(-1) ?? shared).push(segment);
  }
  if (patients.length < 2) return [message];
  const { header, delimiters, charset, findings } = message;
  const above = shared.filter((segment) => segment !== header);
  return patients.map((segments) => new Hl7Message([header, ...above, ...segments], delimiters, charset, findings));
}
