import type { Reading } from './interpret-label.js';
import type { IndexedName } from './proposal-index.js';

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

/** What is left of a match, as a factor, when label and name tell words that exclude each other. */
export function conflictOf(reading: Reading, name: IndexedName): number {
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
