import { reportIntakeSchema, type ReportIntake } from '@segur/laboratory';
import type { ReportJsonLimits } from './limits.js';
import { readAs } from './read-as.js';
import type { ReportJsonFinding } from './report-json-finding.js';

/** What became of the bytes. An intake that was read may come with remarks that stop nothing. */
export type ReportIntakeReading =
  | { readonly status: 'read'; readonly intake: ReportIntake; readonly findings: readonly ReportJsonFinding[] }
  | { readonly status: 'refused'; readonly findings: readonly ReportJsonFinding[] };

/**
 * Reads a report as a laboratory's software hands it in: `decodeReportJson`, but `reportSetId` and `revision` may be absent.
 *
 * `completeIntake` of `@segur/laboratory` makes a `Report` of it.
 *
 * @param limits - Those of `REPORT_JSON_LIMITS` where nothing else is said.
 * @see docs/report-intake.schema.json
 */
export function decodeReportIntake(bytes: Uint8Array, limits: Partial<ReportJsonLimits> = {}): ReportIntakeReading {
  const reading = readAs<ReportIntake>(reportIntakeSchema, bytes, limits);
  if (reading.status === 'refused') return reading;
  const { status, value, findings } = reading;
  return { status, intake: value, findings };
}
