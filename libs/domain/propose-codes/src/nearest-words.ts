import { trigramsOf } from './fold-text.js';
import type { ProposalIndex } from './proposal-index.js';

/** Under this share of common three-letter pieces two words are not the same word spelt otherwise. */
const LIKENESS_MIN = 0.52;
const NEAREST_MAX = 4;
const REMEMBERED_MAX = 20_000;

/**
 * Words of the index spelt nearly like this one, with their likeness (0 to 1); itself alone where the index has it.
 *
 * Beginnings count double: laboratories cut words short (`ferrit`, `triglycer`).
 */
export function nearestWords(index: ProposalIndex, stem: string): readonly (readonly [string, number])[] {
  const known = index.nearest.get(stem);
  if (known) return known;
  const found = index.postings.has(stem) || index.related.has(stem) ? [[stem, 1] as const] : search(index, stem);
  if (index.nearest.size >= REMEMBERED_MAX) index.nearest.clear();
  index.nearest.set(stem, found);
  return found;
}

function search(index: ProposalIndex, stem: string): readonly (readonly [string, number])[] {
  if (stem.length < 4 || /\d/u.test(stem)) return [];
  const pieces = trigramsOf(stem);
  const shared = new Map<string, number>();
  for (const piece of pieces) {
    for (const word of index.trigrams.get(piece) ?? []) shared.set(word, (shared.get(word) ?? 0) + 1);
  }
  const alike: (readonly [string, number])[] = [];
  for (const [word, common] of shared) {
    const likeness = likenessOf(stem, word, common, pieces.size);
    if (likeness >= LIKENESS_MIN) alike.push([word, likeness]);
  }
  alike.sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
  return alike.slice(0, NEAREST_MAX);
}

function likenessOf(stem: string, word: string, common: number, size: number): number {
  if (stem.length >= 4 && word.startsWith(stem)) return Math.max(0.72, stem.length / word.length);
  const dice = (2 * common) / (size + word.length);
  // Another first letter is another word more often than a slip of the pen.
  return stem.charAt(0) === word.charAt(0) ? dice : dice * 0.8;
}
