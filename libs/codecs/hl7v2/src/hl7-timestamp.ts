import { MalformedInput } from '@segur/errors';

/** How much of a point in time the sender really stated. */
export type TimestampPrecision = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

/** A point in time as HL7 states it. */
export interface Hl7Timestamp {
  /** ISO 8601, cut at `precision`. Has an offset only if the sender gave a time and an offset. */
  readonly iso: string;
  readonly precision: TimestampPrecision;
}

const DTM =
  /^(?<year>\d{4})(?:(?<month>\d{2})(?:(?<day>\d{2})(?:(?<hour>\d{2})(?:(?<minute>\d{2})(?:(?<second>\d{2})(?:\.\d{1,4})?)?)?)?)?)?(?<zone>[+-]\d{4})?$/;

/**
 * Decodes an HL7 v2 timestamp: data type `DTM`, and component `TS.1` before v2.6.
 *
 * Precision is kept because CDA `effectiveTime` must repeat what the laboratory stated:
 * `202611` means "November 2026", never midnight on the first.
 *
 * @param text - Field text, already unescaped. Fractions of a second are dropped.
 * @throws {MalformedInput} The text is not a DTM, or names a date that does not exist.
 * @see HL7 v2.5.1, chapter 2A, data type DTM
 */
export function decodeHl7Timestamp(text: string): Hl7Timestamp {
  const parts = DTM.exec(text)?.groups;
  if (!parts) throw new MalformedInput('Not an HL7 timestamp', { length: text.length });

  const { year, month, day, hour, minute, second, zone } = parts;
  if (!month) return { iso: `${year}`, precision: 'year' };
  assertExists(Number(year), Number(month), Number(day ?? 1), Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0));
  const offset = zone ? decodeZone(zone) : '';
  if (!day) return { iso: `${year}-${month}`, precision: 'month' };
  if (!hour) return { iso: `${year}-${month}-${day}`, precision: 'day' };
  if (!minute) return { iso: `${year}-${month}-${day}T${hour}${offset}`, precision: 'hour' };
  if (!second) return { iso: `${year}-${month}-${day}T${hour}:${minute}${offset}`, precision: 'minute' };
  return { iso: `${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`, precision: 'second' };
}

function decodeZone(zone: string): string {
  if (Number(zone.slice(1, 3)) > 14 || Number(zone.slice(3)) > 59) throw new MalformedInput('No such offset');
  return `${zone.slice(0, 3)}:${zone.slice(3)}`;
}

/** `Date` rolls 30 February over to March instead of refusing it, so count the days. */
function assertExists(year: number, month: number, day: number, hour: number, minute: number, second: number): void {
  const days = month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0;
  if (day < 1 || day > days || hour > 23 || minute > 59 || second > 59) throw new MalformedInput('No such date');
}

/** Writes an ISO 8601 instant or cut date as an HL7 timestamp, at the same precision: `2026-11-22T09:30+01:00` → `202611220930+0100`. */
export function encodeHl7Timestamp(iso: string): string {
  const [, date = '', time = '', zone = ''] = /^([\d-]+)(?:T([\d:]+)(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(iso) ?? [];
  if (!date) throw new MalformedInput('Not an ISO 8601 date', { length: iso.length });
  return date.replaceAll('-', '') + time.replaceAll(':', '') + (zone === 'Z' ? '+0000' : zone.replace(':', ''));
}
