// Windows-1252, 0x80 to 0x9f: the only place where it differs from Latin-1.
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const CODES = new Map(
  [...HIGH].flatMap((character, index) =>
    character < '\u0080' || character > '\u009f' ? [[character, 0x80 + index] as const] : [],
  ),
);

// Signs of medical reports that the encoding lacks, spelt as laboratories type them.
const SPELT: Readonly<Record<string, string>> = {
  '≤': '<=',
  '≥': '>=',
  '≠': '<>',
  '≈': '~',
  '→': '->',
  '−': '-',
  '‑': '-',
  μ: 'µ',
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  κ: 'kappa',
  λ: 'lambda',
  '⁰': '0',
  '⁴': '4',
  '⁵': '5',
  '⁶': '6',
  '⁷': '7',
  '⁸': '8',
  '⁹': '9',
  '⁻': '-',
  '\u202f': '\u00a0',
  '\t': ' ',
};

// Nearly every text: it is its own encoding.
const LATIN_1 = /^[\u0020-\u007e\u00a0-\u00ff]*$/;

/**
 * Encodes text in WinAnsiEncoding, as a string whose character codes are the bytes.
 *
 * What the encoding lacks is spelt (`≥` becomes `>=`), else loses its accent, else becomes `?`.
 *
 * @see ISO 32000-1, annex D.2
 */
export function encodeWinAnsi(text: string): string {
  if (LATIN_1.test(text)) return text;
  let out = '';
  for (const character of text.normalize('NFC')) out += encodeOne(character);
  return out;
}

function encodeOne(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if ((code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xff)) return character;
  const high = CODES.get(character);
  if (high !== undefined) return String.fromCharCode(high);
  const spelt = SPELT[character];
  if (spelt !== undefined) return spelt;
  const base = character.normalize('NFD').charAt(0);
  return base !== character.charAt(0) && base >= ' ' && base <= '~' ? base : '?';
}
