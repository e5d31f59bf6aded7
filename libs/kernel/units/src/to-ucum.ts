import { UCUM_SPELLINGS } from './ucum-spellings.js';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const exact = new Map<string, string>();
/** `undefined` where two codes share the letters: their case decides, or nothing does. */
const anyCase = new Map<string, string | undefined>();
for (const [ucum, spellings] of Object.entries(UCUM_SPELLINGS)) {
  for (const spelling of [ucum, ...spellings]) {
    const key = settle(spelling);
    exact.set(key, ucum);
    const folded = key.toLowerCase();
    const known = anyCase.get(folded);
    anyCase.set(folded, anyCase.has(folded) && known !== ucum ? undefined : ucum);
  }
}

/** Texts already looked up: a laboratory has a few dozen units, and prints them a million times. */
const remembered = new Map<string, string | undefined>();
const REMEMBERED_MAX = 2_000;

/**
 * The UCUM code of a unit as a French laboratory spells it, or nothing: no unit is guessed.
 *
 * Spaces do not count, nor does case except where it makes the unit (`G/L`, `g/L`); both micro signs, superscripts and decimal
 * commas are understood. A text that is UCUM already gives itself when the table knows it.
 */
export function toUcum(raw: string): string | undefined {
  if (remembered.has(raw)) return remembered.get(raw);
  const ucum = lookUp(raw);
  if (remembered.size >= REMEMBERED_MAX) remembered.clear();
  remembered.set(raw, ucum);
  return ucum;
}

function lookUp(raw: string): string | undefined {
  // Longer than any unit: hostile or misplaced text, not worth normalising.
  if (raw.length > 60) return undefined;
  const key = settle(raw);
  return exact.get(key) ?? anyCase.get(key.toLowerCase());
}

function settle(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00a0\u202f\u2009]+/gu, '')
    .replace(/10([⁰¹²³⁴-⁹]+)/gu, (_, power: string) => `10^${figures(power)}`)
    .replace(/[⁰¹²³⁴-⁹]/gu, figures)
    .replace(/[\u00b5\u03bc]/gu, 'u')
    .replace(/[\u2044\u2215]/gu, '/')
    .replace(/[\u2019]/gu, "'")
    .replace(/(\d),(\d)/g, '$1.$2')
    .replace(/\*\*/g, '^');
}

function figures(superscripts: string): string {
  return [...superscripts].map((character) => SUPERSCRIPTS.indexOf(character)).join('');
}
