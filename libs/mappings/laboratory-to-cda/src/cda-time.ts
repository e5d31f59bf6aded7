import type { CdaTime } from '@segur/cda';
import type { StatedTime } from '@segur/laboratory';
import { UnassemblableReport } from './unassemblable-report.js';

const STATED =
  /^(?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2})(?:T(?<hour>\d{2})(?::(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?)?(?<zone>Z|[+-]\d{2}:\d{2})?)?)?)?$/;

/** Where a laboratory is when its settings say nothing. */
const METROPOLE = 'Europe/Paris';

/**
 * Spells a stated time as the document does: cut at the same precision, with an offset for anything finer than a day.
 *
 * A time without an offset is the wall clock of the laboratory; in the hour that is lived twice in autumn it is taken as summer time.
 *
 * @param timeZone - IANA zone of the laboratory. Default `Europe/Paris`.
 * @throws {UnassemblableReport} `malformed-time`: not a `StatedTime`.
 */
export function toCdaTime(stated: StatedTime, timeZone = METROPOLE): CdaTime {
  const parts = STATED.exec(stated)?.groups;
  if (!parts) throw new UnassemblableReport('malformed-time');
  const { year = '', month = '', day = '', hour, minute = '', second = '', zone } = parts;
  if (hour === undefined) return year + month + day;
  const wall = Date.UTC(+year, +month - 1, +day, +hour, +(minute || 0), +(second || 0));
  return year + month + day + hour + minute + second + (zone ? spell(zone) : spellMinutes(offsetOfWall(wall, timeZone)));
}

/** Spells an instant to the second, on the clock of the laboratory. */
export function instantToCdaTime(instant: Date, timeZone = METROPOLE): CdaTime {
  const offset = offsetAt(instant.getTime(), timeZone);
  const wall = new Date(instant.getTime() + offset * 60_000).toISOString();
  return wall.slice(0, 19).replace(/[-T:]/g, '') + spellMinutes(offset);
}

/** Milliseconds since 1970 at the start of what is known of a time: only to put times in order. */
export function earliestOf(time: CdaTime): number {
  const [, year = '', month, day, hour, minute, second, sign, hours, minutes] =
    /^(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:([+-])(\d{2})(\d{2}))?$/.exec(time) ?? [];
  const offset = sign ? (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1) : 0;
  return Date.UTC(+year, +(month ?? 1) - 1, +(day ?? 1), +(hour ?? 0), +(minute ?? 0), +(second ?? 0)) - offset * 60_000;
}

function spell(zone: string): string {
  return zone === 'Z' ? '+0000' : zone.replace(':', '');
}

function spellMinutes(offset: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const size = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${two(Math.trunc(size / 60))}${two(size % 60)}`;
}

/** Two looks at the zone: the first guess may fall on the other side of a change of hour. */
function offsetOfWall(wall: number, timeZone: string): number {
  const guess = offsetAt(wall - offsetAt(wall, timeZone) * 60_000, timeZone);
  return offsetAt(wall - guess * 60_000, timeZone);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes east of Greenwich. */
function offsetAt(instant: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    formats.set(timeZone, format);
  }
  const [, sign, hours, minutes] = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(format.format(instant)) ?? [];
  return sign ? (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1) : 0;
}
