import type { Delimiters } from './delimiters.js';

/**
 * Resolves the escape sequences of one leaf, in a single pass, after every split. `\.br\` becomes a line feed; a sequence that is unknown
 * or unclosed stays as it was written: the format's own list could not be read.
 */
export function unescapeText(text: string, delimiters: Delimiters): string {
  const { escape } = delimiters;
  let at = text.indexOf(escape);
  if (at === -1) return text;
  let resolved = '';
  let from = 0;
  while (at !== -1) {
    const found = resolveAt(text, at, delimiters);
    resolved += text.slice(from, at) + (found?.replacement ?? escape);
    from = found ? found.end : at + 1;
    at = text.indexOf(escape, from);
  }
  return resolved + text.slice(from);
}

/** True when a text holds an escape character that `unescapeText` leaves in place. */
export function hasStrayEscape(text: string, delimiters: Delimiters): boolean {
  let at = text.indexOf(delimiters.escape);
  while (at !== -1) {
    const found = resolveAt(text, at, delimiters);
    if (!found) return true;
    at = text.indexOf(delimiters.escape, found.end);
  }
  return false;
}

/** Longest sequence, `.br`, with its closing character. */
const LONGEST = 4;

function resolveAt(text: string, at: number, delimiters: Delimiters): { replacement: string; end: number } | undefined {
  const ahead = text.slice(at + 1, at + 1 + LONGEST);
  const close = ahead.indexOf(delimiters.escape);
  if (close === -1) return undefined;
  const replacement = resolve(ahead.slice(0, close), delimiters);
  return replacement === undefined ? undefined : { replacement, end: at + close + 2 };
}

function resolve(sequence: string, { field, component, repetition, escape, subcomponent }: Delimiters): string | undefined {
  switch (sequence) {
    case 'F':
      return field;
    case 'S':
      return component;
    case 'R':
      return repetition;
    case 'E':
      return escape;
    case 'T':
      return subcomponent;
    case '.br':
      return '\n';
    default:
      return undefined;
  }
}

/** Escapes a leaf for writing: the five delimiters, and line ends, which would cut the segment. */
export function escapeText(text: string, { field, component, repetition, escape, subcomponent }: Delimiters): string {
  const names = new Map([
    [escape, 'E'],
    [field, 'F'],
    [component, 'S'],
    [repetition, 'R'],
    [subcomponent, 'T'],
    ['\n', '.br'],
  ]);
  let written = '';
  for (const character of text.replace(/\r\n?/g, '\n')) {
    const name = names.get(character);
    written += name === undefined ? character : `${escape}${name}${escape}`;
  }
  return written;
}
