import { MalformedInput } from '@segur/errors';
import { writeText } from '../charset.js';
import { USUAL_DELIMITERS } from './delimiters.js';
import { escapeText } from './escape-sequences.js';
import { CONTINUATION } from './physical-lines.js';

/** A field to write: a text, its components, or repetitions of components; `undefined` says nothing. */
export type HprimFieldValue = string | readonly string[] | { readonly repetitions: readonly (readonly string[])[] } | undefined;

/** A segment to write. For H the first field is H.3: the delimiters are ours. */
export interface HprimSegmentValue {
  readonly name: string;
  readonly fields: readonly HprimFieldValue[];
}

/** Characters of a line, without its CR. @see hprim-sante.md §1.1: 220 with it */
const LINE = 219;

/**
 * Writes a file with the usual delimiters and CR, every text escaped, long segments continued by `A`. Trailing empty fields are left out;
 * L is the caller's to give.
 *
 * @throws {MalformedInput} The first segment is not H or the last not L, a name is no segment's, or a text cannot be written: a control
 * character, `""` (read as nothing), or a character that does not exist in the set.
 */
export function encodeHprimSante(
  segments: readonly HprimSegmentValue[],
  charset: 'windows-1252' | 'utf-8' = 'windows-1252',
): Buffer {
  if (segments[0]?.name !== 'H' || segments.at(-1)?.name !== 'L') throw new MalformedInput('A file goes from H to L');
  const bytes = writeText(segments.flatMap((segment) => cut(encodeSegment(segment))).join(''), charset);
  if (!bytes) throw new MalformedInput('A text cannot be written in this character set', { charset });
  return bytes;
}

function encodeSegment({ name, fields }: HprimSegmentValue): string {
  if (!/^[A-Z][A-Z0-9]{0,2}$/.test(name) || name === CONTINUATION) throw new MalformedInput('Not the name of a segment');
  const { field, component, repetition, escape, subcomponent } = USUAL_DELIMITERS;
  const start = name === 'H' ? `H${field}${component}${repetition}${escape}${subcomponent}` : name;
  return trimmed([start, ...fields.map(encodeField)], field);
}

function encodeField(value: HprimFieldValue): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return encodeLeaf(value);
  const repetitions = 'repetitions' in value ? value.repetitions : [value];
  return repetitions
    .map((components) => trimmed(components.map(encodeLeaf), USUAL_DELIMITERS.component))
    .join(USUAL_DELIMITERS.repetition);
}

function encodeLeaf(text: string): string {
  // Control characters and the like: no reader of ours takes them.
  if (text === '""' || /[\u0000-\u0008\u000b\u000e-\u001f\u007f\ufffd\ufffe\uffff]/.test(text))
    throw new MalformedInput('A text cannot be written');
  return escapeText(text, USUAL_DELIMITERS);
}

/** Lines of a segment: the first whole, the others after `A|`. */
function cut(segment: string): readonly string[] {
  const characters = [...segment];
  const start = `${CONTINUATION}${USUAL_DELIMITERS.field}`;
  const lines = [characters.slice(0, LINE).join('')];
  const room = LINE - start.length;
  for (let at = LINE; at < characters.length; at += room) lines.push(start + characters.slice(at, at + room).join(''));
  return lines.map((line) => `${line}\r`);
}

function trimmed(parts: readonly string[], separator: string): string {
  let end = parts.length;
  while (end > 1 && parts[end - 1] === '') end -= 1;
  return parts.slice(0, end).join(separator);
}
