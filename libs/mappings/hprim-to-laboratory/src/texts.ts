import type { HprimField, HprimSegment } from '@segur/hprim';

/**
 * A field of words as its sender meant it: one line per repetition, separators left bare in a sentence kept. A separator between two
 * figures is a power, `10^9`, and cuts nothing.
 */
export function toText(field: HprimField): string {
  const repetitions = field.repetitions.map(({ whole }) => whole);
  const separator = field.raw.charAt(field.repetitions[0]?.raw.length ?? 0);
  return repetitions
    .reduce((text, line) => text + (isFigure(text.at(-1)) && isFigure(line[0]) ? separator : '\n') + line)
    .replace(/\r\n?/g, '\n')
    .trimEnd();
}

function isFigure(character: string | undefined): boolean {
  return character !== undefined && /\d/.test(character);
}

/** The lines of consecutive C as one comment; nothing when there is none, or only blanks. */
export function toComment(comments: readonly HprimSegment[]): string | undefined {
  const lines = comments.map((comment) => (comment.field(3).isEmpty ? '' : toText(comment.field(3))));
  const text = lines.join('\n').trimEnd();
  return text.trim() === '' ? undefined : text;
}
