import { MalformedInput } from '@segur/errors';
import { decodeHl7Timestamp, type Segment } from '@segur/hl7v2';
import type { StatedTime } from '@segur/laboratory';
import type { Remarks } from './remarks.js';

/**
 * Reads the times of one message: the sender's precision is kept, and an hour without offset is one of the laboratory's clock.
 *
 * @see hl7v2.md §7.5
 */
export class StatedTimes {
  /** Texts already read: the results of a report share a few times. */
  private readonly known = new Map<string, StatedTime | undefined>();

  constructor(
    private readonly zone: string,
    private readonly remarks: Remarks,
  ) {}

  /** The time in a field (first repetition), or nothing when it is empty or null. A wrong one is an error of the message. */
  at(segment: Segment, field: number, component = 1): StatedTime | undefined {
    const text = segment.field(field).component(component).subcomponent(1).trim();
    if (text === '') return undefined;
    const time = this.read(text);
    if (time === undefined) this.remarks.add('hl7-timestamp', segment.location(field));
    return time;
  }

  /** The time a text states, or nothing when it states none. */
  read(text: string): StatedTime | undefined {
    if (!this.known.has(text)) this.known.set(text, this.decode(text));
    return this.known.get(text);
  }

  private decode(text: string): StatedTime | undefined {
    try {
      const { iso } = decodeHl7Timestamp(text);
      const clock = iso.indexOf('T');
      if (clock === -1 || /[+-]/.test(iso.slice(clock))) return iso;
      return iso + offsetOf(iso, this.zone);
    } catch (error) {
      if (error instanceof MalformedInput) return undefined;
      throw error;
    }
  }
}

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

export function earliest(times: readonly (StatedTime | undefined)[]): StatedTime | undefined {
  return extreme(times, (a, b) => a < b);
}

export function latest(times: readonly (StatedTime | undefined)[]): StatedTime | undefined {
  return extreme(times, (a, b) => a > b);
}

function extreme(times: readonly (StatedTime | undefined)[], wins: (a: number, b: number) => boolean): StatedTime | undefined {
  let best: StatedTime | undefined;
  for (const time of times) if (time && (!best || wins(instantOf(time), instantOf(best)))) best = time;
  return best;
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
