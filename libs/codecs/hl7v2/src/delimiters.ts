import { Hl7DecodingError } from './hl7-decoding-error.js';

/** The characters that separate, as MSH-1 and MSH-2 declare them. Each is one code point, not always one byte. */
export interface Delimiters {
  readonly field: string;
  readonly component: string;
  readonly repetition: string;
  readonly escape: string;
  readonly subcomponent: string;
  /** The fifth character of MSH-2, since v2.7: ends a value that the sender cut short. Absent: none is declared. */
  readonly truncation?: string;
}

/** `|^~\&`: what the French profile fixes, and what we write. */
export const STANDARD_DELIMITERS: Delimiters = { field: '|', component: '^', repetition: '~', escape: '\\', subcomponent: '&' };

/**
 * Reads MSH-1 and MSH-2 in decoded text: an official French example declares U+02DC for `~`, two bytes in UTF-8.
 *
 * @param header - The MSH segment.
 * @throws {Hl7DecodingError} `hl7-structure`: not an MSH, or delimiters that are missing, doubled, or letters and digits.
 * @see HL7 v2.5.1 §2.5.4; v2.7 §2.5.5.2 for the fifth character, truncation
 */
export function decodeDelimiters(header: string): Delimiters {
  const field = String.fromCodePoint(header.codePointAt(3) ?? 0);
  const start = 3 + field.length;
  const end = header.indexOf(field, start);
  const declared = [...header.slice(start, end === -1 ? start + 10 : end)];
  if (declared.length < 4 || declared.length > 5) throw badDelimiters('MSH-2 does not declare four or five characters');
  const [component, repetition, escape, subcomponent, truncation] = declared as [string, string, string, string, string?];
  const all = [field, ...declared];
  if (new Set(all).size !== all.length || all.some((character) => /[\p{L}\p{N}\s]/u.test(character))) {
    throw badDelimiters('MSH-1 and MSH-2 declare the same character twice, or a letter, a figure or a blank');
  }
  return { field, component, repetition, escape, subcomponent, ...(truncation !== undefined && { truncation }) };
}

function badDelimiters(message: string): Hl7DecodingError {
  return new Hl7DecodingError('hl7-structure', 'MSH[1]-2', message);
}

/** True for `|^~\&`. */
export function areStandard(delimiters: Delimiters): boolean {
  return (Object.keys(STANDARD_DELIMITERS) as (keyof Delimiters)[]).every((key) => delimiters[key] === STANDARD_DELIMITERS[key]);
}
