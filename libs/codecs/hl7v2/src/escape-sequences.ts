import { decodeText, isIn, type Charset } from './charset.js';
import type { Delimiters } from './delimiters.js';

/** What unescaping needs to know of the message. */
export interface EscapeContext {
  readonly delimiters: Delimiters;
  readonly charset: Charset;
}

/** Blank lines or columns that one formatting command may ask for: a page, not a memory. */
const MOST_REPEATS = 200;
const LONGEST_SEQUENCE = 4_000;

/**
 * Resolves the escape sequences of one leaf, in a single pass from the left, after every split.
 *
 * `\.br\` and `\.sp\` become line feeds; highlighting and other layout commands disappear; a sequence that is local (`\Z..\`), unknown
 * or unclosed stays as it was written.
 *
 * @see HL7 v2.5.1 §2.7
 */
export function unescapeText(text: string, context: EscapeContext): string {
  const { escape } = context.delimiters;
  let at = text.indexOf(escape);
  if (at === -1) return text;
  let resolved = '';
  let from = 0;
  while (at !== -1) {
    resolved += text.slice(from, at);
    const end = text.indexOf(escape, at + escape.length);
    const replacement = end === -1 ? undefined : resolve(text.slice(at + escape.length, end), context);
    if (replacement === undefined) {
      resolved += escape;
      from = at + escape.length;
    } else {
      resolved += replacement;
      from = end + escape.length;
    }
    at = text.indexOf(escape, from);
  }
  return resolved + text.slice(from);
}

/** True when a text holds an escape character that `unescapeText` leaves in place. */
export function hasStrayEscape(text: string, { delimiters, charset }: EscapeContext): boolean {
  const { escape } = delimiters;
  let at = text.indexOf(escape);
  while (at !== -1) {
    const end = text.indexOf(escape, at + escape.length);
    if (end === -1) return true;
    const sequence = text.slice(at + escape.length, end);
    if (/^[CMZ]/.test(sequence) || resolve(sequence, { delimiters, charset }) === undefined) return true;
    at = text.indexOf(escape, end + escape.length);
  }
  return false;
}

function resolve(sequence: string, { delimiters, charset }: EscapeContext): string | undefined {
  if (sequence.length > LONGEST_SEQUENCE) return undefined;
  switch (sequence) {
    case 'F':
      return delimiters.field;
    case 'S':
      return delimiters.component;
    case 'T':
      return delimiters.subcomponent;
    case 'R':
      return delimiters.repetition;
    case 'E':
      return delimiters.escape;
    case 'P':
      return delimiters.truncation;
    case 'H':
    case 'N':
      return '';
    default:
      return sequence.startsWith('.') ? layout(sequence) : coded(sequence, delimiters, charset);
  }
}

function layout(command: string): string | undefined {
  const [, name, count] = /^\.([a-z]{2})\s*([+-]?\d{1,5})?$/i.exec(command) ?? [];
  const times = Math.min(Math.abs(Number(count ?? 1)), MOST_REPEATS);
  switch (name?.toLowerCase()) {
    case 'br':
    case 'ce':
      return '\n';
    case 'sp':
      return '\n'.repeat(Math.max(times, 1));
    case 'sk':
      return ' '.repeat(times);
    case 'in':
    case 'ti':
    case 'fi':
    case 'nf':
      return '';
    default:
      return undefined;
  }
}

function coded(sequence: string, { escape }: Delimiters, charset: Charset): string | undefined {
  if (/^X(?:[0-9A-Fa-f]{2})+$/.test(sequence)) {
    const bytes = Buffer.from(sequence.slice(1), 'hex');
    // Bytes of another set would become a replacement character: the sequence stays as it is, where somebody can see it.
    return isIn(bytes, charset) ? decodeText(bytes, charset) : undefined;
  }
  // Local sequences, and switches of character set that no French sender uses: whole, so that nothing is lost.
  if (/^(?:Z.*|C[0-9A-Fa-f]{4}|M[0-9A-Fa-f]{4,6})$/.test(sequence)) return escape + sequence + escape;
  return undefined;
}

/** Escapes a leaf for writing: the delimiters, and line ends, which would cut the segment. */
export function escapeText(text: string, { field, component, repetition, escape, subcomponent }: Delimiters): string {
  // A text of two quotes must not be read as the explicit null.
  if (text === '""') return `${escape}X2222${escape}`;
  let written = '';
  for (const character of text) {
    if (character === escape) written += `${escape}E${escape}`;
    else if (character === field) written += `${escape}F${escape}`;
    else if (character === component) written += `${escape}S${escape}`;
    else if (character === subcomponent) written += `${escape}T${escape}`;
    else if (character === repetition) written += `${escape}R${escape}`;
    else if (character === '\r') written += `${escape}X0D${escape}`;
    else if (character === '\n') written += `${escape}X0A${escape}`;
    else written += character;
  }
  return written;
}
