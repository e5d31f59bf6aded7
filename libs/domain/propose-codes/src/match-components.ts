import { conflictOf } from './exclusive-words.js';
import type { Reading, SoughtWord } from './interpret-label.js';
import { nearestWords } from './nearest-words.js';
import { PLACES, type ProposalIndex } from './proposal-index.js';

/** How far an analyte is what the label names. */
export interface ComponentMatch {
  readonly analyte: number;
  readonly reading: Reading;
  /** 0 to 1. */
  readonly score: number;
  /** Share of the label's words that the name explains, by weight. */
  readonly explained: number;
  /** Share of the name's words that the label says, by weight, its divisor apart. */
  readonly said: number;
  /** The same of the divisor; 1 where there is none. */
  readonly divisorSaid: number;
  readonly hasDivisor: boolean;
}

const KEPT = 60;
const UNKNOWN_SHARE = 0.5;
/** A word in more names than this does not bring new names in: it weighs among those that rarer words brought. */
const COMMON = 400;
/** A divisor not asked for costs this share; the unit may excuse it later. */
export const UNASKED_DIVISOR = 0.25;
const EXPLAINED_SHARE = 0.6;
const RELATED_CREDIT = 0.55;
const RELATED_MIN = 0.3;
const RELATED_SAID = 0.2;

/** The analytes that a reading may be about, best first. */
export function matchComponents(index: ProposalIndex, readings: readonly Reading[]): readonly ComponentMatch[] {
  const best = new Map<number, ComponentMatch>();
  for (const reading of readings) {
    for (const match of matchReading(index, reading)) {
      const known = best.get(match.analyte);
      if (known === undefined || match.score > known.score) best.set(match.analyte, match);
    }
  }
  return [...best.values()].sort((one, other) => other.score - one.score || one.analyte - other.analyte).slice(0, KEPT);
}

/** Sums by name, kept between calls so that nothing is allocated for the thousands of names that a common word touches. */
interface Sums {
  readonly explained: Float64Array;
  readonly said: Float64Array;
  readonly divisorSaid: Float64Array;
  readonly touched: number[];
}

const sumsOf = new WeakMap<ProposalIndex, Sums>();

function emptySums(index: ProposalIndex): Sums {
  const known = sumsOf.get(index);
  if (known) {
    for (const name of known.touched) known.explained[name] = known.said[name] = known.divisorSaid[name] = 0;
    known.touched.length = 0;
    return known;
  }
  const zeros = (): Float64Array => new Float64Array(index.names.length);
  const sums: Sums = { explained: zeros(), said: zeros(), divisorSaid: zeros(), touched: [] };
  sumsOf.set(index, sums);
  return sums;
}

interface Sought extends SoughtWord {
  readonly nearest: readonly (readonly [string, number])[];
  readonly weight: number;
}

function matchReading(index: ProposalIndex, reading: Reading): readonly ComponentMatch[] {
  const sought = reading.words.map((word): Sought => {
    const nearest = nearestWords(index, word.stem);
    const [first] = nearest;
    // A word that no name has says little about which name is meant; it still leaves the label not fully explained.
    return { ...word, nearest, weight: first === undefined ? index.weightOf(word.stem) * UNKNOWN_SHARE : index.weightOf(first[0]) };
  });
  const total = sought.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return [];
  const sums = emptySums(index);
  const related = new Map<number, number>();
  for (const word of [...sought].sort((one, other) => other.weight - one.weight)) addWord(index, word, sums, related);

  const explainedBy = (name: number, analyte: number): number => {
    const direct = sums.explained[name] ?? 0;
    return Math.min(1, (direct + Math.max(0, (related.get(analyte) ?? 0) - direct) * RELATED_CREDIT) / total);
  };
  const shares = sums.touched.map((id): Share => {
    const name = index.names[id];
    if (name === undefined) return NO_SHARE;
    const explained = explainedBy(id, name.analyte);
    const said = name.weight === 0 ? 1 : Math.min(1, (sums.said[id] ?? 0) / name.weight);
    const divisorSaid = name.divisorWeight === 0 ? 1 : Math.min(1, (sums.divisorSaid[id] ?? 0) / name.divisorWeight);
    const score =
      reading.weight * (EXPLAINED_SHARE * explained + (1 - EXPLAINED_SHARE) * said) * (1 - UNASKED_DIVISOR * (1 - divisorSaid));
    return { id, explained, said, divisorSaid, score };
  });
  const matches: ComponentMatch[] = [];
  for (const { id, score, ...share } of bestOf(shares)) {
    const name = index.names[id];
    if (name === undefined) continue;
    matches.push({
      analyte: name.analyte,
      reading,
      ...share,
      hasDivisor: name.divisorWeight > 0,
      score: score * conflictOf(reading, name),
    });
  }
  for (const [analyte, weight] of related) {
    const explained = Math.min(1, weight / total) * RELATED_CREDIT;
    if (explained < RELATED_MIN) continue;
    const score = reading.weight * (EXPLAINED_SHARE * explained + RELATED_SAID);
    matches.push({ analyte, reading, explained, said: 0.5, divisorSaid: 1, hasDivisor: false, score });
  }
  return matches;
}

interface Share {
  readonly id: number;
  readonly explained: number;
  readonly said: number;
  readonly divisorSaid: number;
  readonly score: number;
}
const NO_SHARE: Share = { id: -1, explained: 0, said: 0, divisorSaid: 0, score: 0 };

/** Names worth a closer look; what excludes each other is looked at in these alone. */
const CLOSER = 3 * KEPT;

function bestOf(shares: readonly Share[]): readonly Share[] {
  if (shares.length <= CLOSER) return shares;
  const least = Float64Array.from(shares, ({ score }) => score).sort()[shares.length - CLOSER] ?? 0;
  return shares.filter(({ score }) => score >= least);
}

function addWord(index: ProposalIndex, word: Sought, sums: Sums, related: Map<number, number>): void {
  for (const [stem, likeness] of word.nearest) {
    const postings = index.postings.get(stem) ?? NO_POSTINGS;
    const open = sums.touched.length === 0 || postings.length <= COMMON;
    const ofName = index.weightOf(stem) * likeness * (word.inDivisor ? 0.5 : 1);
    for (const posting of postings) {
      const name = posting >> 2;
      if (sums.explained[name] === 0) {
        if (!open) continue;
        sums.touched.push(name);
      }
      sums.explained[name] = (sums.explained[name] ?? 0) + word.weight * likeness;
      const place = posting & 3;
      if (place === PLACES.divisor) sums.divisorSaid[name] = (sums.divisorSaid[name] ?? 0) + index.weightOf(stem) * likeness;
      else if (place === PLACES.numerator) sums.said[name] = (sums.said[name] ?? 0) + ofName;
    }
    for (const analyte of index.related.get(stem) ?? []) related.set(analyte, (related.get(analyte) ?? 0) + word.weight * likeness);
  }
}

const NO_POSTINGS: readonly number[] = [];
