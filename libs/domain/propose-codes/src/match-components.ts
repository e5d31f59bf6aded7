import type { Reading } from './interpret-label.js';
import { nearestWords } from './nearest-words.js';
import type { IndexedName, ProposalIndex } from './proposal-index.js';

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

/** Words that exclude each other: a label that says one does not mean a name that says another. */
const EXCLUSIVE: readonly (readonly string[])[] = [
  ['igg', 'igm', 'iga', 'ige', 'igd'],
  ['ab', 'ag', 'rna', 'dna'],
  ['hdl', 'ldl', 'vldl'],
  ['free', 'total'],
  ['direct', 'indirect'],
  ['capa', 'lambda'],
  ['1', '2', '3', '4', '5'],
  ['a', 'b', 'c', 'd', 'e', 's'],
  ['alpha', 'alfa', 'beta', 'gamma'],
];
const CONFLICT = 0.85;
/** The label tells a class that the name does not. */
const UNNAMED = 0.97;

function conflictOf(reading: Reading, name: IndexedName): number {
  let factor = 1;
  for (const family of EXCLUSIVE) {
    const sought = family.filter((stem) => reading.words.some((word) => word.stem === stem));
    if (sought.length === 0) continue;
    const others = name.stems.filter((stem) => family.includes(stem) && !sought.includes(stem));
    if (others.length > 0) factor *= CONFLICT;
    else if (!name.stems.some((stem) => sought.includes(stem))) factor *= UNNAMED;
  }
  return factor;
}

interface Tally {
  explained: number;
  said: number;
  divisorSaid: number;
}

function matchReading(index: ProposalIndex, reading: Reading): readonly ComponentMatch[] {
  const sought = reading.words.map((word) => ({ ...word, nearest: nearestWords(index, word.stem) }));
  const weightOf = (word: (typeof sought)[number]): number => {
    const [first] = word.nearest;
    // A word that no name has says little about which name is meant; it still leaves the label not fully explained.
    return first === undefined ? index.weightOf(word.stem) * UNKNOWN_SHARE : index.weightOf(first[0]);
  };
  const total = sought.reduce((sum, word) => sum + weightOf(word), 0);
  if (total === 0) return [];

  const tallies = new Map<number, Tally>();
  const related = new Map<number, number>();
  const rarestFirst = [...sought].sort((one, other) => weightOf(other) - weightOf(one));
  for (const word of rarestFirst) {
    const weight = weightOf(word);
    for (const [stem, likeness] of word.nearest) {
      const postings = index.postings.get(stem) ?? [];
      const open = tallies.size === 0 || postings.length <= COMMON;
      for (const { name, inDivisor } of postings) {
        let tally = tallies.get(name);
        if (tally === undefined) {
          if (!open) continue;
          tally = { explained: 0, said: 0, divisorSaid: 0 };
          tallies.set(name, tally);
        }
        tally.explained += weight * likeness;
        const optional = index.names[name]?.optional.has(stem) ?? false;
        if (optional) continue;
        if (inDivisor) tally.divisorSaid += index.weightOf(stem) * likeness;
        else tally.said += index.weightOf(stem) * likeness * (word.inDivisor ? 0.5 : 1);
      }
      for (const analyte of index.related.get(stem) ?? []) {
        related.set(analyte, (related.get(analyte) ?? 0) + weight * likeness);
      }
    }
  }
  const matches: ComponentMatch[] = [];
  for (const [id, tally] of tallies) {
    const name = index.names[id];
    if (!name) continue;
    const ofRelated = Math.max(0, (related.get(name.analyte) ?? 0) - tally.explained) * RELATED_CREDIT;
    const explained = Math.min(1, (tally.explained + ofRelated) / total);
    const said = name.weight === 0 ? (tally.explained > 0 ? 1 : 0) : Math.min(1, tally.said / name.weight);
    const divisorSaid = name.divisorWeight === 0 ? 1 : Math.min(1, tally.divisorSaid / name.divisorWeight);
    const conflict = conflictOf(reading, name);
    matches.push({
      analyte: name.analyte,
      reading,
      explained,
      said,
      divisorSaid,
      hasDivisor: name.divisorWeight > 0,
      score:
        reading.weight *
        (EXPLAINED_SHARE * explained + (1 - EXPLAINED_SHARE) * said) *
        (1 - UNASKED_DIVISOR * (1 - divisorSaid)) *
        conflict,
    });
  }
  for (const [analyte, weight] of related) {
    const explained = Math.min(1, weight / total) * RELATED_CREDIT;
    if (explained < 0.3) continue;
    matches.push({
      analyte,
      reading,
      explained,
      said: 0.5,
      divisorSaid: 1,
      hasDivisor: false,
      score: reading.weight * (EXPLAINED_SHARE * explained + 0.2),
    });
  }
  return matches;
}
