import type { Laboratory, StatedTime } from '@segur/laboratory';
import { instantToCdaTime, toCdaTime } from '@segur/laboratory-to-cda';

type Clock = Pick<Laboratory, 'timeZone'>;

/**
 * Spells a stated time as a FHIR dateTime, cut at the same precision; a time of day has an offset, the laboratory's where none was given.
 *
 * FHIR demands minutes and seconds with an hour: those that were not stated are written `00`.
 *
 * @throws {UnassemblableReport} `malformed-time`.
 * @see FHIR R4, datatypes, dateTime
 */
export function toDateTime(stated: StatedTime, { timeZone }: Clock): string {
  return spell(toCdaTime(stated, timeZone));
}

/** Spells an instant on the clock of the laboratory. */
export function toInstant(instant: Date, { timeZone }: Clock): string {
  return spell(instantToCdaTime(instant, timeZone));
}

/** True when a dateTime is precise enough to be a FHIR instant. */
export function isInstant(dateTime: string): boolean {
  return dateTime.includes('T');
}

/** A period whose bounds are in order; the end of one that is not, or whose bounds cannot be compared, is left out. */
export function toPeriod(start: string, end: string | undefined): { readonly start: string; readonly end?: string } {
  const ordered = end !== undefined && end.length === start.length && Date.parse(start) <= Date.parse(end);
  return ordered ? { start, end } : { start };
}

function spell(cdaTime: string): string {
  const [, year = '', month, day, hour, minute = '00', second = '00', zoneHour, zoneMinute] =
    /^(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:([+-]\d{2})(\d{2}))?$/.exec(cdaTime) ?? [];
  const date = [year, month, day].filter(Boolean).join('-');
  return hour === undefined ? date : `${date}T${hour}:${minute}:${second}${zoneHour}:${zoneMinute}`;
}
