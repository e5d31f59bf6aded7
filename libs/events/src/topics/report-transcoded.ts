import { z } from 'zod';
import { revision } from '../fields.js';
import { defineTopic } from '../topic.js';

const coding = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('coded'),
    observationId: z.string().min(1),
    loinc: z.string().regex(/^\d{1,7}-\d$/),
    /** The label that goes with the code in every document: one LOINC name per code. */
    loincLabel: z.string().min(1),
  }),
  z.strictObject({ status: z.literal('unmapped'), observationId: z.string().min(1) }),
  z.strictObject({ status: z.literal('unit-mismatch'), observationId: z.string().min(1) }),
]);

const schema = z.strictObject({
  reportSetId: z.uuid(),
  revision,
  /** The published release that coded this report; 0 when the laboratory has none. */
  mapRelease: z.number().int().nonnegative(),
  codings: z.array(coding),
});

/** What became of each analysis of one revision of a report. */
export type ReportTranscoded = z.infer<typeof schema>;

/** What became of one analysis. */
export type Coding = z.infer<typeof coding>;

/** Each analysis has its LOINC where a validated mapping says so, and keeps its local code elsewhere. */
export const REPORT_TRANSCODED = defineTopic<ReportTranscoded>({
  name: 'internal.report.transcoded.v1',
  key: 'reportSetId',
  producers: ['loinc-transcoding'],
  schema,
  example: {
    reportSetId: '019aa0c0-0000-7000-8000-0000000000aa',
    revision: 1,
    mapRelease: 3,
    codings: [
      { status: 'coded', observationId: 'o1', loinc: '14749-6', loincLabel: 'Glucose [Moles/Volume] Sérum/Plasma ; Numérique' },
      { status: 'unmapped', observationId: 'o2' },
    ],
  },
});
