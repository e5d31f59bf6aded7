// Signs of medical reports that a font may lack, spelt as laboratories type them.
const SPELT: Readonly<Record<string, string>> = {
  '≤': '<=',
  '≥': '>=',
  '≠': '<>',
  '≈': '~',
  '→': '->',
  '−': '-',
  '‑': '-',
  '‐': '-',
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
  '\u2009': '\u00a0',
  '\u202f': '\u00a0',
  '\t': ' ',
};

// Control characters, and signs without a shape: joiners, marks of direction, soft hyphen, byte order mark.
const SHAPELESS = /[\p{Cc}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufe00-\ufe0f]/gu;

/**
 * Gives the text as a font can print it.
 *
 * What the font lacks is spelt (`≥` becomes `>=`), else loses its accent, else becomes `?`; what has no shape is left out.
 *
 * @param has - Whether the font shows a code point.
 */
export function toPrintable(text: string, has: (codePoint: number) => boolean): string {
  const clean = text.normalize('NFC').replaceAll('\t', ' ').replace(SHAPELESS, '');
  let out = '';
  for (const character of clean) out += printOne(character, has);
  return out;
}

function printOne(character: string, has: (codePoint: number) => boolean): string {
  if (has(character.codePointAt(0) ?? 0)) return character;
  const spelt = SPELT[character];
  if (spelt !== undefined) return spelt;
  const base = character.normalize('NFKD').charAt(0);
  return base !== '' && base !== character.charAt(0) && has(base.charCodeAt(0)) ? base : '?';
}
