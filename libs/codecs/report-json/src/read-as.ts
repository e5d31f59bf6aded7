import type { ReportIntake } from '@segur/laboratory';
import type { z } from 'zod';
import { inconsistenciesOf } from './consistency.js';
import type { JsonKind } from './json-kind.js';
import { JsonReader, UnreadableJson } from './json-reader.js';
import { REPORT_JSON_LIMITS, type ReportJsonLimits } from './limits.js';
import { toFinding, type Remark, type ReportJsonFinding } from './report-json-finding.js';
import { toRemarks } from './schema-findings.js';

/** What became of the bytes, whichever form was expected. */
export type Reading<T> =
  | { readonly status: 'read'; readonly value: T; readonly findings: readonly ReportJsonFinding[] }
  | { readonly status: 'refused'; readonly findings: readonly ReportJsonFinding[] };

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const BOM: Remark = {
  code: 'report-json-bom',
  path: [],
  expected: 'no byte order mark',
  expectedFr: 'pas de marque d’ordre des octets',
  found: 'something else',
};

/** Reads bytes as the form of a schema, then looks for what no schema can say. Whatever the bytes, it answers. */
export function readAs<T extends ReportIntake>(
  schema: z.ZodType<T>,
  bytes: Uint8Array,
  limits: Partial<ReportJsonLimits>,
): Reading<T> {
  const effective = { ...REPORT_JSON_LIMITS, ...limits };
  const { maxBytes, maxFindings } = effective;
  if (bytes.length > maxBytes)
    return refused([whole('report-json-limit', `at most ${maxBytes} bytes`, `${maxBytes} octets au plus`, 'more')], maxFindings);
  const marked = BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte);
  const text = decodeUtf8(marked ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes);
  if (text === undefined) return refused([whole('report-json-encoding', 'UTF-8', 'de l’UTF-8')], maxFindings);

  const json = readJson(text, effective);
  if (json.remark) return refused([json.remark], maxFindings);
  const parsed = schema.safeParse(json.value);
  if (!parsed.success) {
    const issues = parsed.error.issues.slice(0, maxFindings + 1);
    return refused(toRemarks(issues, json.value), maxFindings);
  }
  const inconsistencies = inconsistenciesOf(parsed.data);
  if (inconsistencies.length > 0) return refused(inconsistencies, maxFindings);
  return { status: 'read', value: parsed.data, findings: marked ? [toFinding(BOM)] : [] };
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

function refused(
  remarks: readonly Remark[],
  maxFindings: number,
): { readonly status: 'refused'; readonly findings: readonly ReportJsonFinding[] } {
  const more = whole('report-json-more', `at most ${maxFindings} faults`, `${maxFindings} erreurs au plus`, 'more');
  const told = remarks.length > maxFindings ? [...remarks.slice(0, maxFindings), more] : remarks;
  return { status: 'refused', findings: told.map(toFinding) };
}
