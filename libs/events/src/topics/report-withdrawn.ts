import { z } from 'zod';
import { revision } from '../fields.js';
import { defineTopic } from '../topic.js';

const schema = z.strictObject({
  reportSetId: z.uuid(),
  /**
   * The last revision that is withdrawn: it and all before it, also one whose document is only made later. A higher one is a new
   * report, and is delivered.
   */
  revision,
  /**
   * `wrong-patient`: it is about another patient than it says. `sent-in-error`: it should not exist, or not yet. `requested`: patient or
   * prescriber asked for it.
   */
  reason: z.enum(['wrong-patient', 'sent-in-error', 'requested']),
  /** The message that asked. Absent: a person did. */
  receptionId: z.uuid().optional(),
});

/** Up to where a report is withdrawn, and why. */
export type ReportWithdrawn = z.infer<typeof schema>;

/** A report is no longer to be seen anywhere: what has not left stays, what has arrived is taken back. A correction is no withdrawal. */
export const REPORT_WITHDRAWN = defineTopic<ReportWithdrawn>({
  name: 'internal.report.withdrawn.v1',
  key: 'reportSetId',
  producers: ['result-structuring'],
  schema,
  example: {
    reportSetId: '019aa0c0-0000-7000-8000-0000000000aa',
    revision: 2,
    reason: 'sent-in-error',
    receptionId: '019aa0c0-0000-7000-8000-000000000002',
  },
});
