import type { NumberStyle } from './laboratory-number.js';
import { decodeReferenceRange } from './reference-range.js';

/** One interval of a list by sex, age or state: `Femme enceinte : 11,0 - 14,0`. */
export interface ListedRange {
  /** The interval as printed, without its label. */
  readonly text: string;
  readonly low?: string;
  readonly high?: string;
  /** As printed, e.g. `g/L`. */
  readonly unit?: string;
  readonly sex?: 'M' | 'F';
  /** ISO 8601 duration: from this age on. */
  readonly ageFrom?: string;
  /** ISO 8601 duration: up to and without this age. */
  readonly ageTo?: string;
  /** As printed; absent where it says nothing but the sex. */
  readonly label?: string;
}

const LONGEST = 600;
/** What parts a label from its interval; `<=` belongs to the label. */
const PARTING = /:|(?<![<>])=/u;
const SEXES: Readonly<Record<string, 'M' | 'F'>> = {
  H: 'M',
  M: 'M',
  HOMME: 'M',
  HOMMES: 'M',
  MASCULIN: 'M',
  GARÇON: 'M',
  GARÇONS: 'M',
  F: 'F',
  FEMME: 'F',
  FEMMES: 'F',
  FÉMININ: 'F',
  FEMININ: 'F',
  FILLE: 'F',
  FILLES: 'F',
};
const AGE = String.raw`(?<age>\d{1,3})\s?(?<unit>j(?:ours?)?|sem(?:aines?)?\.?|mois|ans?)`;
/** `<= 5 ans` and `1 - 5 ans` do not say whether a child of five and a half is meant: their label is kept and no age is worked out. */
const YOUNGER = new RegExp(String.raw`(?:<(?!=)|moins de|avant|inf(?:érieure?)?\.? à)\s?${AGE}`, 'iu');
const OLDER = new RegExp(String.raw`(?:>=?|≥|plus de|à partir de|dès|après|sup(?:érieure?)?\.? à)\s?${AGE}`, 'iu');
const DESIGNATORS: Readonly<Record<string, string>> = { j: 'D', s: 'W', m: 'M', a: 'Y' };

/**
 * Reads a list of intervals for several kinds of people: `H : 13-17 ; F : 12-16`, one a line or between semicolons.
 *
 * @returns Nothing unless every item has a label and an interval: which of them applies to a patient is never worked out.
 * @see hl7v2.md §7.3, listed
 */
export function decodeListedRanges(text: string, style: NumberStyle = {}): readonly ListedRange[] | undefined {
  if (text.length > LONGEST) return undefined;
  const items = text
    .split(/[;\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
  const ranges = items.flatMap((item) => toListedRange(item, style) ?? []);
  return ranges.length > 0 && ranges.length === items.length ? ranges : undefined;
}

function toListedRange(item: string, style: NumberStyle): ListedRange | undefined {
  const at = item.search(PARTING);
  const [words, range] = [item.slice(0, Math.max(at, 0)).trim(), item.slice(at + 1).trim()];
  const reading = decodeReferenceRange(range, style);
  if (words === '' || reading.kind !== 'interval') return undefined;
  const upper = words.toLocaleUpperCase('fr');
  const sex = Object.hasOwn(SEXES, upper) ? SEXES[upper] : sexOf(words);
  const [ageFrom, ageTo] = [durationOf(OLDER.exec(words)), durationOf(YOUNGER.exec(words))];
  return {
    text: range,
    ...(reading.low !== undefined && { low: reading.low }),
    ...(reading.high !== undefined && { high: reading.high }),
    ...(reading.unit !== undefined && { unit: reading.unit }),
    ...(sex && { sex }),
    ...(ageFrom && { ageFrom }),
    ...(ageTo && { ageTo }),
    ...(!Object.hasOwn(SEXES, upper) && { label: words }),
  };
}

/** The sex that a longer label names: `Femme enceinte`, `Homme > 60 ans`. Letters alone are too little there. */
function sexOf(label: string): 'M' | 'F' | undefined {
  const named = new Set(
    label
      .toLocaleUpperCase('fr')
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 2 && Object.hasOwn(SEXES, word))
      .map((word) => SEXES[word]),
  );
  return named.size === 1 ? [...named][0] : undefined;
}

function durationOf(found: RegExpExecArray | null): string | undefined {
  const { age, unit } = found?.groups ?? {};
  const designator = unit && DESIGNATORS[unit[0]!.toLowerCase()];
  return age && designator ? `P${Number(age)}${designator}` : undefined;
}
