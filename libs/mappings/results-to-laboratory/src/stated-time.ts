import type { StatedTime } from '@segur/laboratory';

/** Milliseconds of a stated time, to order two of them; a cut one counts from its beginning. */
export function instantOf(time: StatedTime): number {
  const [, year, month, day, hour, minute, second, sign, zoneHour, zoneMinute] =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d))?)?(?:([+-])(\d\d):(\d\d))?)?)?)?/.exec(time) ?? [];
  const shift = (Number(zoneHour ?? 0) * 60 + Number(zoneMinute ?? 0)) * 60_000 * (sign === '-' ? -1 : 1);
  const local = Date.UTC(
    Number(year),
    Number(month ?? 1) - 1,
    Number(day ?? 1),
    Number(hour ?? 0),
    Number(minute ?? 0),
    Number(second ?? 0),
  );
  return local - shift;
}

/** The first of some times; nothing when none is stated. */
export function earliest(times: readonly (StatedTime | undefined)[]): StatedTime | undefined {
  return extreme(times, (a, b) => a < b);
}

/** The last of some times; nothing when none is stated. */
export function latest(times: readonly (StatedTime | undefined)[]): StatedTime | undefined {
  return extreme(times, (a, b) => a > b);
}

function extreme(times: readonly (StatedTime | undefined)[], wins: (a: number, b: number) => boolean): StatedTime | undefined {
  let best: StatedTime | undefined;
  for (const time of times) if (time && (!best || wins(instantOf(time), instantOf(best)))) best = time;
  return best;
}

/**
 * A time as its sender meant it: an hour without offset is one of the laboratory's clock, and gets the offset of its zone on that day.
 * Dates, and hours that state their offset, come back as they are.
 *
 * @param iso - ISO 8601, cut at its precision.
 * @param zone - IANA name.
 */
export function inZone(iso: string, zone: string): StatedTime {
  const clock = iso.indexOf('T');
  if (clock === -1 || /[+-]/.test(iso.slice(clock))) return iso;
  return iso + offsetOf(iso, zone);
}

const formats = new Map<string, Intl.DateTimeFormat>();
/** Offset by zone and local hour: a day's reports ask for a handful, and `Intl` is slow to answer. */
const offsets = new Map<string, string>();
const OFFSETS_MAX = 5_000;

/** Offset of a local time in a zone, `+01:00`. In the hour that autumn repeats, summer time; in the hour that spring skips, winter time. */
function offsetOf(local: string, zone: string): string {
  const key = `${zone} ${local.slice(0, 13)}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  // A zone changes by whole hours and on the hour: minutes need not be looked at.
  const naive = instantOf(local.slice(0, 13));
  const day = 86_400_000;
  const [before, after] = [minutesAt(naive - day, zone), minutesAt(naive + day, zone)];
  const agrees = (minutes: number) => minutesAt(naive - minutes * 60_000, zone) === minutes;
  const minutes = agrees(Math.max(before, after)) ? Math.max(before, after) : Math.min(before, after);
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
  if (offsets.size >= OFFSETS_MAX) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

function minutesAt(instant: number, zone: string): number {
  let format = formats.get(zone);
  if (!format) formats.set(zone, (format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })));
  const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  return (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -1 : 1);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
