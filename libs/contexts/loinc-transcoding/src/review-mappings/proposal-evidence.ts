import type { ValidatedPair } from '@segur/propose-codes';
import { fingerprintOf, type LocalTest } from '@segur/terminology';

/**
 * Validated pairs, found by what makes them evidence for a line of a catalogue: its fingerprint, or its label.
 *
 * The engine looks at each pair that it is given; ten thousand lines with ten thousand pairs each would take hours.
 */
export class ProposalEvidence {
  private readonly byKey = new Map<string, ValidatedPair[]>();

  constructor(pairs: Iterable<ValidatedPair>) {
    for (const pair of pairs) {
      for (const key of keysOf(pair.test)) this.byKey.set(key, [...(this.byKey.get(key) ?? []).slice(0, MOST - 1), pair]);
    }
  }

  for(test: LocalTest): readonly ValidatedPair[] {
    return [...new Set(keysOf(test).flatMap((key) => this.byKey.get(key) ?? []))];
  }
}

/** Of each fingerprint and label: a pair that a hundred laboratories have is no surer than one that twenty have. */
const MOST = 20;

function keysOf(test: LocalTest): readonly string[] {
  const label =
    test.label
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return [`fingerprint ${fingerprintOf(test)}`, `label ${label.sort().join(' ')}`];
}
