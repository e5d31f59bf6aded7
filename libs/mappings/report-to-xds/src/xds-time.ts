import type { XdsTime } from '@segur/xds';
import { UnsuitableHeader } from './unsuitable-header.js';

const TIME = /^(\d{4})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:\.\d+)?)?)?)?)?)?([+-]\d{4})?$/;

/**
 * The same moment in UTC, as precise as it was stated: what is no finer than a day has no offset, and stays.
 *
 * @throws {UnsuitableHeader} Not a time, no such date, or a time of day without offset, whose UTC nobody knows.
 * @see IHE ITI TF-3, table 4.2.3.1.7-2 (DTM)
 */
export function toXdsTime(stated: string): XdsTime {
  const parts = TIME.exec(stated);
  if (!parts) throw new UnsuitableHeader('A time of the header cannot be read', { length: stated.length });
  const [, year = '', month = '01', day = '01', hour, minute = '00', second = '00', offset] = parts;
  const local = new Date(`${year}-${month}-${day}T${hour ?? '00'}:${minute}:${second}Z`);
  // `Date` rolls 30 February over to March.
  if (Number.isNaN(local.getTime()) || local.getUTCDate() !== Number(day)) throw new UnsuitableHeader('A date that does not exist');
  const digits = stated.replace(/[.+-].*$/, '').length;
  if (hour === undefined) return stated.slice(0, digits);
  if (offset === undefined) throw new UnsuitableHeader('A time of day without offset');
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3));
  const utc = new Date(local.getTime() - (offset.startsWith('-') ? -minutes : minutes) * 60_000);
  return xdsTimeOf(utc).slice(0, digits);
}

/** A moment as metadata write it: `YYYYMMDDhhmmss`, UTC. */
export function xdsTimeOf(moment: Date): XdsTime {
  return moment.toISOString().slice(0, 19).replace(/\D/g, '');
}
