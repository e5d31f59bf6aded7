import { MalformedInput } from '@segur/errors';

const STAMP = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:(?<hour>\d{2})(?:(?<minute>\d{2})(?<second>\d{2})?)?)?$/;

/**
 * Decodes `AAAAMMJJ`, `AAAAMMJJHH`, `AAAAMMJJHHMM` or `AAAAMMJJHHMMSS`.
 *
 * @param text - Field text, already unescaped.
 * @returns ISO 8601, cut at the precision that was stated. Never an offset: the format has none.
 * @throws {MalformedInput} The text is no such date, or names one that does not exist.
 */
export function decodeHprimTimestamp(text: string): string {
  const parts = STAMP.exec(text)?.groups;
  if (!parts) throw new MalformedInput('Not an HPRIM date', { length: text.length });
  const { year, month, day, hour, minute, second } = parts;
  assertExists(Number(year), Number(month), Number(day), Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0));
  const date = `${year}-${month}-${day}`;
  if (!hour) return date;
  if (!minute) return `${date}T${hour}`;
  return second ? `${date}T${hour}:${minute}:${second}` : `${date}T${hour}:${minute}`;
}

/** `Date` rolls 30 February over to March instead of refusing it, so count the days. */
function assertExists(year: number, month: number, day: number, hour: number, minute: number, second: number): void {
  const days = month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0;
  if (day < 1 || day > days || hour > 23 || minute > 59 || second > 59) throw new MalformedInput('No such date');
}

/** Writes an ISO 8601 date or local time, at its precision: `2026-11-22T09:30` → `202611220930`. An offset is left out. */
export function encodeHprimTimestamp(iso: string): string {
  const [, date = '', time = ''] =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}(?::\d{2}(?::\d{2})?)?)(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(iso) ?? [];
  if (!date) throw new MalformedInput('Not an ISO 8601 date', { length: iso.length });
  return date.replaceAll('-', '') + time.replaceAll(':', '');
}
