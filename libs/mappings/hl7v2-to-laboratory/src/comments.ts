import type { Segment } from '@segur/hl7v2';

/** The lines of consecutive NTE as one comment; nothing when there is none, or only blanks. */
export function toComment(notes: readonly Segment[]): string | undefined {
  const lines = notes.flatMap((note) => {
    const { repetitions } = note.field(3);
    return repetitions.length === 0 ? [''] : repetitions.map((repetition) => toLines(repetition.whole));
  });
  const comment = lines.join('\n').trimEnd();
  return comment.trim() === '' ? undefined : comment;
}

/** A text with the line ends of its sender, with line feeds only. */
export function toLines(text: string): string {
  return text.replace(/\r\n?/g, '\n').trimEnd();
}
