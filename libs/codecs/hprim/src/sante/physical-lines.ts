import { HprimDecodingError } from '../hprim-decoding-error.js';

/** A line that starts with the name of a segment. */
export interface NamedLine {
  readonly name: string;
  /** From 1; empty lines are not counted. */
  readonly line: number;
  readonly raw: string;
}

/** Name of the segment that continues the one before it. */
export const CONTINUATION = 'A';

/**
 * Cuts a text into lines at CR, LF or both; blank ones are dropped.
 *
 * @throws {HprimDecodingError} `hprim-structure`: a line without the name of a segment. `hprim-limit`: too many lines.
 */
export function toLines(text: string, separator: string, most: number): readonly NamedLine[] {
  const lines: NamedLine[] = [];
  const pieces = /[^\r\n]+/g;
  for (let found = pieces.exec(text); found; found = pieces.exec(text)) {
    const raw = found[0];
    if (raw.trim() === '') continue;
    const line = lines.length + 1;
    if (line > most) throw new HprimDecodingError('hprim-limit', `line ${line}`, 'Too many lines');
    const end = raw.slice(0, 4).indexOf(separator);
    const name = end === -1 ? raw.trimEnd() : raw.slice(0, end);
    if (!/^[A-Z][A-Z0-9]{0,2}$/.test(name))
      throw new HprimDecodingError('hprim-structure', `line ${line}`, 'A line does not start with the name of a segment');
    lines.push({ name, line, raw });
  }
  return lines;
}

/**
 * Appends each continuation to the segment right before it: what follows `A|`, with nothing between. A break may fall anywhere, inside a
 * word or a number, and the line before carries no mark of it.
 *
 * @throws {HprimDecodingError} `hprim-limit`: a segment too long.
 * @see hprim-sante.md §1.3
 */
export function joinLines(lines: readonly NamedLine[], separator: string, longest: number): readonly NamedLine[] {
  const joined: { name: string; line: number; raw: string }[] = [];
  for (const { name, line, raw } of lines) {
    const before = joined.at(-1);
    if (name === CONTINUATION && before) before.raw += raw.slice(CONTINUATION.length + separator.length);
    else joined.push({ name, line, raw });
    if ((joined.at(-1)?.raw.length ?? 0) > longest)
      throw new HprimDecodingError('hprim-limit', `line ${line}`, 'A segment is too long');
  }
  return joined;
}
