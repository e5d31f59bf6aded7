import { z } from 'zod';
import { documentRef, revision } from '../fields.js';
import { defineTopic } from '../topic.js';

const observation = z.strictObject({
  observationId: z.string().min(1),
  localCode: z.string().min(1),
  /** OID of the laboratory's code system, where the sender names one. */
  localSystem: z.string().optional(),
  label: z.string(),
  /** As the sender wrote it. */
  unitRaw: z.string().optional(),
  /** UCUM, when the spelling is known. */
  unit: z.string().optional(),
  /** HL7 table 0487 code or the sender's text. */
  specimen: z.string().optional(),
  method: z.string().optional(),
  valueKind: z.enum(['numeric', 'bounded', 'interval', 'ratio', 'coded', 'text', 'date', 'absent']),
  /** A LOINC that the sender put beside its own code; evidence only, a validated mapping decides. */
  sentLoinc: z.string().optional(),
});

const schema = z.strictObject({
  reportSetId: z.uuid(),
  revision,
  receptionId: z.uuid(),
  /** JSON of the `Report`, `application/vnd.segur.report+json`. */
  report: documentRef,
  observations: z.array(observation),
});

/** What is to be coded: neither value nor patient, coding needs none. */
export type ReportStructured = z.infer<typeof schema>;

/** One observation to be coded. */
export type ObservationToCode = z.infer<typeof observation>;

/** A message was read into a report; its analyses wait for their LOINC. */
export const REPORT_STRUCTURED = defineTopic<ReportStructured>({
  name: 'internal.report.structured.v1',
  key: 'reportSetId',
  producers: ['result-structuring'],
  schema,
  example: {
    reportSetId: '019aa0c0-0000-7000-8000-0000000000aa',
    revision: 1,
    receptionId: '019aa0c0-0000-7000-8000-000000000001',
    report: { sha256: '1'.repeat(64), sizeBytes: 4096, mediaType: 'application/vnd.segur.report+json' },
    observations: [
      { observationId: 'o1', localCode: 'GLY', label: 'Glycémie', unitRaw: 'mmol/l', unit: 'mmol/L', valueKind: 'numeric' },
    ],
  },
});
