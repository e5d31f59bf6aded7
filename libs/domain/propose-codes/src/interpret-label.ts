import { sensesOf, SPELLING_WORDS_MAX, type Sense } from './lexicon/lexicon.js';

/** One word looked for, and how much it matters that it is found. */
export interface SoughtWord {
  readonly stem: string;
  /** Stands after the stroke: what the component is divided by. */
  readonly inDivisor: boolean;
}

/** One reading of a label. */
export interface Reading {
  readonly words: readonly SoughtWord[];
  readonly senses: readonly Sense[];
  /** 1 for the first reading, less for others: how usual the meaning is. */
  readonly weight: number;
  /** Words of the label that the lexicon has not. */
  readonly unknown: readonly string[];
}

/** The one reading of a label that asks no lexicon. */
export function wordByWord(stems: readonly string[]): readonly Reading[] {
  return [{ words: stems.map((stem) => ({ stem, inDivisor: false })), senses: [], weight: 1, unknown: [] }];
}

interface Segment {
  readonly options: readonly Sense[];
  readonly stems: readonly string[];
}

const READINGS_MAX = 12;
const LATER_SENSE = 0.985;
const LITERAL = 0.97;

/** Word endings that name the specimen: `X-émie` is X in blood, `X-urie` in urine, `X-orachie` in spinal fluid. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?:emi|inemi)$/u, 'Ser/Plas'],
  [/(?:urez|ures|uri|urez)$/u, 'Urine'],
  [/orachi$|rachi$/u, 'CSF'],
];

/**
 * The ways to read the words of a label, likeliest first: through the lexicon, longest spelling first, and word by word.
 *
 * @see loinc-transcoding.md §4.2
 */
export function readingsOf(stems: readonly string[], wholeStems: readonly string[] = []): readonly Reading[] {
  if (stems.length === 0) return [];
  if (wholeStems.length > stems.length && sensesOf(wholeStems).length > 0) return readingsOf(wholeStems);
  const segments = segmentsOf(stems);
  let readings: Reading[] = [{ words: [], senses: [], weight: 1, unknown: [] }];
  for (const { options, stems: literal } of segments) {
    const next: Reading[] = [];
    for (const reading of readings) {
      options.forEach((sense, order) => next.push(extended(reading, sense, LATER_SENSE ** order)));
      if (options.length === 0) next.push(literally(reading, literal));
    }
    readings = next.sort((one, other) => other.weight - one.weight).slice(0, READINGS_MAX);
  }
  const word: Reading = { words: stems.map((stem) => ({ stem, inDivisor: false })), senses: [], weight: LITERAL, unknown: [] };
  return segments.every(({ options }) => options.length === 0) ? readings : [...readings, word];
}

function segmentsOf(stems: readonly string[]): readonly Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  while (start < stems.length) {
    let length = Math.min(SPELLING_WORDS_MAX, stems.length - start);
    let options: readonly Sense[] = [];
    for (; length > 0; length--) {
      options = sensesOf(stems.slice(start, start + length));
      if (options.length > 0) break;
    }
    const taken = Math.max(1, length);
    const words = stems.slice(start, start + taken);
    segments.push({ options: options.length > 0 ? options : sensesByEnding(words), stems: words });
    start += taken;
  }
  return segments;
}

function sensesByEnding(words: readonly string[]): readonly Sense[] {
  const [word = ''] = words;
  if (words.length !== 1 || word.length < 7) return [];
  for (const [ending, system] of ENDINGS) {
    if (!ending.test(word)) continue;
    const root = word.replace(ending, '');
    const known = sensesOf([root]);
    if (known.length > 0) return known.map((sense) => ({ ...sense, system }));
    return [{ name: { stems: [root], divisor: [], optional: new Set() }, means: root, system }];
  }
  return [];
}

function extended(reading: Reading, sense: Sense, weight: number): Reading {
  const words = [...reading.words];
  const add = (stem: string, inDivisor: boolean): void => {
    if (!words.some((word) => word.stem === stem && word.inDivisor === inDivisor)) words.push({ stem, inDivisor });
  };
  for (const stem of sense.name.stems) add(stem, false);
  for (const stem of sense.name.divisor) add(stem, true);
  return { words, senses: [...reading.senses, sense], weight: reading.weight * weight, unknown: reading.unknown };
}

function literally(reading: Reading, stems: readonly string[]): Reading {
  const words = [...reading.words];
  for (const stem of stems) if (!words.some((word) => word.stem === stem)) words.push({ stem, inDivisor: false });
  return { ...reading, words, unknown: [...reading.unknown, ...stems] };
}
