// Advance widths of Helvetica in thousandths of the size, codes 32 to 126 (Adobe Core 14 metrics).
const ASCII = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556,
  278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,
  611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833,
  556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
// The widest signs above the letters; every other one is at most as wide as this guess.
const WIDE = new Set([0x85, 0x89, 0x8c, 0x97, 0x99, 0xc6]);
const WIDTHS = Array.from({ length: 256 }, (_, code) => widthOfCode(code));

function widthOfCode(code: number): number {
  if (code >= 32 && code <= 126) return ASCII[code - 32] ?? 556;
  if (WIDE.has(code)) return 1000;
  const base = code >= 0xc0 ? String.fromCharCode(code).normalize('NFD').charCodeAt(0) : 0;
  if (base >= 65 && base <= 122) return ASCII[base - 32] ?? 556;
  return code === 0xa0 ? 278 : 611;
}

// Helvetica-Bold is at most this much wider; a line that is a little short does no harm.
const BOLD = 1.1;

/** Width of encoded text, in points. */
export function widthOf(encoded: string, size: number, bold: boolean): number {
  let total = 0;
  for (let index = 0; index < encoded.length; index += 1) total += WIDTHS[encoded.charCodeAt(index)] ?? 611;
  return (total * size * (bold ? BOLD : 1)) / 1000;
}

/** Cuts encoded text into lines that fit. A word too long for a line is cut anywhere: nothing printed may be lost. */
export function wrap(encoded: string, size: number, bold: boolean, width: number): readonly string[] {
  if (widthOf(encoded, size, bold) <= width) return [encoded];
  const lines: string[] = [];
  let line = '';
  for (const word of encoded.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer, size, bold) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (line.length > 1 && widthOf(line, size, bold) > width) {
      let cut = line.length - 1;
      while (cut > 1 && widthOf(line.slice(0, cut), size, bold) > width) cut -= 1;
      lines.push(line.slice(0, cut));
      line = line.slice(cut);
    }
  }
  lines.push(line);
  return lines;
}
