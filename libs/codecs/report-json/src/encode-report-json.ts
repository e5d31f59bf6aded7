import type { Report } from '@segur/laboratory';

/**
 * Writes a report in its canonical JSON form: fields in the order of their names, no blanks, UTF-8. Equal reports give equal bytes.
 *
 * @see RFC 8785 (JSON Canonicalization Scheme)
 */
export function encodeReportJson(report: Report): Uint8Array {
  return Buffer.from(JSON.stringify(inOrder(report)), 'utf8');
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  // No field of a report looks like a number, so objects keep this order.
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, inOrder(field)]));
}
