import { reportSchema, type Report } from '@segur/laboratory';
import type { ReportJsonLimits } from './limits.js';
import { readAs } from './read-as.js';
import type { ReportJsonFinding } from './report-json-finding.js';

/** What became of the bytes. A report that was read may come with remarks that stop nothing. */
export type ReportJsonReading =
  | { readonly status: 'read'; readonly report: Report; readonly findings: readonly ReportJsonFinding[] }
  | { readonly status: 'refused'; readonly findings: readonly ReportJsonFinding[] };

/**
 * Reads a report from its JSON form: UTF-8, the published schema, and what no schema can say.
 *
 * A text that is no JSON is refused at its first fault; a report that breaks the schema, with every fault. Whatever the bytes, it answers.
 *
 * @param limits - Those of `REPORT_JSON_LIMITS` where nothing else is said.
 * @see docs/report.schema.json; RFC 8259
 */
export function decodeReportJson(bytes: Uint8Array, limits: Partial<ReportJsonLimits> = {}): ReportJsonReading {
  const reading = readAs<Report>(reportSchema, bytes, limits);
  if (reading.status === 'refused') return reading;
  const { status, value, findings } = reading;
  return { status, report: value, findings };
}
