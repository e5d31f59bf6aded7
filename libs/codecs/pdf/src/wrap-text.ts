/** Says how wide printable text is, in any unit. */
export type Measure = (printable: string) => number;

/**
 * Cuts printable text into lines that fit.
 *
 * Lines break at spaces, never at no-break spaces. A word too long for a line is cut anywhere: nothing printed may be lost.
 */
export function wrapText(printable: string, width: number, measure: Measure): readonly string[] {
  if (measure(printable) <= width) return [printable];
  const lines: string[] = [];
  const space = measure(' ');
  let line = '';
  let used = 0;
  for (const word of printable.split(' ')) {
    const size = measure(word);
    if (line !== '' && used + space + size <= width) {
      line += ` ${word}`;
      used += space + size;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = size <= width ? [word] : cutWord(word, width, measure);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
    used = measure(line);
  }
  if (line !== '') lines.push(line);
  return lines;
}

function cutWord(word: string, width: number, measure: Measure): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && measure(piece + character) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}
