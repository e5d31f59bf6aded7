import { existsInCalendar, type StatedTime } from '@segur/laboratory';

const TS =
  /^(?<year>\d{4})(?:(?<month>\d{2})(?:(?<day>\d{2})(?:(?<hour>\d{2})(?:(?<minute>\d{2})(?:(?<second>\d{2})(?:\.\d+)?)?)?)?)?)?(?<zone>[+-]\d{4})?$/;

/**
 * Reads a CDA timestamp at the precision it was written with: `202101041120` is a wall clock without offset, and stays one.
 *
 * Fractions of a second are dropped; an offset on a date alone says nothing, and is dropped too.
 *
 * @returns `undefined`: not a timestamp, or a date that does not exist.
 */
export function toStatedTime(time: string): StatedTime | undefined {
  const parts = TS.exec(time.trim())?.groups;
  if (!parts) return undefined;
  const { year = '', month, day, hour, minute, second, zone } = parts;
  const date = [year, month, day].filter((part) => part !== undefined).join('-');
  const clock = [hour, minute, second].filter((part) => part !== undefined).join(':');
  const stated = clock === '' ? date : `${date}T${clock}${zone ? `${zone.slice(0, 3)}:${zone.slice(3)}` : ''}`;
  return existsInCalendar(stated) ? stated : undefined;
}
