import { reportSchema, type Report } from '@segur/laboratory';
import { inconsistenciesOf } from './consistency.js';
import type { JsonKind } from './json-kind.js';
import { JsonReader, UnreadableJson } from './json-reader.js';
import { REPORT_JSON_LIMITS, type ReportJsonLimits } from './limits.js';
import { toFinding, type Remark, type ReportJsonFinding } from './report-json-finding.js';
import { toRemarks } from './schema-findings.js';

/** What became of the bytes. A report that was read may come with remarks that stop nothing. */
export type ReportJsonReading =
  | { readonly status: 'read'; readonly report: Report; readonly findings: readonly ReportJsonFinding[] }
  | { readonly status: 'refused'; readonly findings: readonly ReportJsonFinding[] };

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const BOM: Remark = {
  code: 'report-json-bom',
  path: [],
  expected: 'no byte order mark',
  expectedFr: 'pas de marque d’ordre des octets',
  found: 'something else',
};

/**
 * Reads a report from its JSON form: UTF-8, the published schema, and what no schema can say.
 *
 * A text that is no JSON is refused at its first fault; a report that breaks the schema, with every fault. Whatever the bytes, it answers.
 *
 * @param limits - Those of `REPORT_JSON_LIMITS` where nothing else is said.
 * @see docs/report.schema.json; RFC 8259
 */
export function decodeReportJson(bytes: Uint8Array, limits: Partial<ReportJsonLimits> = {}): ReportJsonReading {
  const effective = { ...REPORT_JSON_LIMITS, ...limits };
  const { maxBytes, maxFindings } = effective;
  if (bytes.length > maxBytes)
    return refused([whole('report-json-limit', `at most ${maxBytes} bytes`, `${maxBytes} octets au plus`, 'more')], maxFindings);
  const marked = BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte);
  const text = decodeUtf8(marked ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes);
  if (text === undefined) return refused([whole('report-json-encoding', 'UTF-8', 'de l’UTF-8')], maxFindings);

  const json = readJson(text, effective);
  if (json.remark) return refused([json.remark], maxFindings);
  const parsed = reportSchema.safeParse(json.value);
  if (!parsed.success) return refused(toRemarks(parsed.error.issues, json.value), maxFindings);
  const inconsistencies = inconsistenciesOf(parsed.data);
  if (inconsistencies.length > 0) return refused(inconsistencies, maxFindings);
  return { status: 'read', report: parsed.data, findings: marked ? [toFinding(BOM)] : [] };
}

function readJson(text: string, limits: ReportJsonLimits): { readonly value?: unknown; readonly remark?: Remark } {
  try {
    return { value: new JsonReader(text, limits).read() };
  } catch (error) {
    if (error instanceof UnreadableJson) return { remark: error.remark };
    throw error;
  }
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function whole(code: Remark['code'], expected: string, expectedFr: string, found: JsonKind = 'something else'): Remark {
  return { code, path: [], expected, expectedFr, found };
}

function refused(remarks: readonly Remark[], maxFindings: number): ReportJsonReading {
  const more = whole('report-json-more', `at most ${maxFindings} faults`, `${maxFindings} erreurs au plus`, 'more');
  const told = remarks.length > maxFindings ? [...remarks.slice(0, maxFindings), more] : remarks;
  return { status: 'refused', findings: told.map(toFinding) };
}
