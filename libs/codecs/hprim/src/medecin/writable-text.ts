import { writeText } from '../charset.js';

/** How to spell what windows-1252 does not have. */
const SPELLINGS: Readonly<Record<string, string>> = {
  '≥': '>=',
  '≤': '<=',
  '≠': '<>',
  '≈': '~',
  '−': '-',
  '‐': '-',
  '‑': '-',
  μ: 'µ',
  γ: 'gamma',
  α: 'alpha',
  β: 'bêta',
  δ: 'delta',
  '→': '->',
  '\u202f': ' ',
  '\u2009': ' ',
  '′': "'",
  '⁰': '0',
  '⁴': '4',
  '⁵': '5',
  '⁶': '6',
  '⁷': '7',
  '⁸': '8',
  '⁹': '9',
  '⁻': '-',
};

/**
 * A text that windows-1252 can hold: what it lacks is spelt out, or loses its accent, or becomes `?`. Control characters become blanks.
 *
 * @returns `replaced` is true when a character was lost or changed, but for spaces and signs that mean the same.
 */
export function toWritable(text: string): { readonly text: string; readonly replaced: boolean } {
  // Line feeds stay: they separate the lines of the file.
  const plain = text.replace(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, ' ');
  if (writeText(plain, 'windows-1252')) return { text: plain, replaced: plain !== text };
  let replaced = plain !== text;
  const written = [...plain.normalize('NFC')].map((character) => {
    if (writeText(character, 'windows-1252')) return character;
    const spelt = SPELLINGS[character];
    if (spelt !== undefined) return spelt;
    replaced = true;
    const bare = character.normalize('NFD').replace(/\p{M}/gu, '');
    return bare !== '' && writeText(bare, 'windows-1252') ? bare : '?';
  });
  return { text: written.join(''), replaced };
}
