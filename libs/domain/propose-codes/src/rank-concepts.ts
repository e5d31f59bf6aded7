import { fingerprintOf, type LocalTest } from '@segur/terminology';
import { readingsOf, wordByWord, type Reading } from './interpret-label.js';
import { judge, type Axes, type Judgement } from './judge-axes.js';
import { matchComponents, type ComponentMatch } from './match-components.js';
import type { ProposalIndex } from './proposal-index.js';
import type { ReadTest } from './read-test.js';

/** A pair that a biologist validated, here or in another laboratory. */
export interface ValidatedPair {
  readonly test: LocalTest;
  readonly code: string;
  readonly sameLaboratory: boolean;
}

/** What a laboratory's past says, and how much is wanted. */
export interface ProposalOptions {
  /** Of the same laboratory and fingerprint: decisive. Of others: evidence. */
  readonly validated?: readonly ValidatedPair[];
  /** Codes refused for this fingerprint: never proposed again. */
  readonly rejected?: ReadonlySet<string>;
  /** 10 when absent. */
  readonly top?: number;
  /** Axes to leave out, for measuring what each is worth. */
  readonly without?: ReadonlySet<Axes>;
}

const NO_AXES: ReadonlySet<Axes> = new Set();
const NO_CODES: ReadonlySet<string> = new Set();

/** All concepts that a line may be about: those that no fact contradicts first, best first. */
export function rankConcepts(index: ProposalIndex, read: ReadTest, options: ProposalOptions): readonly Judged[] {
  const { rejected = NO_CODES, without = NO_AXES } = options;
  const evidence = evidenceOf(read, options.validated ?? []);
  const matches = matchComponents(index, without.has('lexicon') ? wordByWord(read.stems) : readingsOf(read.stems, read.wholeStems));
  const judged: Judged[] = [];
  const seen = new Set<string>();
  for (const match of matches) {
    for (const entry of index.analytes[match.analyte] ?? []) {
      const { code } = entry.concept;
      if (rejected.has(code)) continue;
      seen.add(code);
      judged.push(withEvidence(judge(read, match, entry, without), evidence.get(code)));
    }
  }
  for (const [code, known] of evidence) {
    const entry = index.indexed.get(code);
    if (entry === undefined || seen.has(code) || rejected.has(code)) continue;
    const match: ComponentMatch = { analyte: entry.analyte, reading: NO_READING, ...UNMATCHED };
    judged.push(withEvidence(judge(read, match, entry, without), known));
  }
  return judged.sort(
    (one, other) =>
      Number(one.excluded) - Number(other.excluded) ||
      other.score - one.score ||
      (one.entry.concept.code < other.entry.concept.code ? -1 : 1),
  );
}

const NO_READING: Reading = { words: [], senses: [], weight: 1, unknown: [] };
/** A code that only the past proposes, its words unlike the label's. */
const UNMATCHED = { score: 0.5, explained: 0.5, said: 0.5, divisorSaid: 1, hasDivisor: false };

/** A judgement, with what validated mappings say of the code. */
export interface Judged extends Judgement {
  readonly validatedHere: boolean;
}

interface Evidence {
  readonly here: boolean;
  readonly elsewhere: number;
}

/** Same fingerprint, or same words with the same unit: how a line was coded before. */
function evidenceOf(read: ReadTest, validated: readonly ValidatedPair[]): ReadonlyMap<string, Evidence> {
  const found = new Map<string, Evidence>();
  if (validated.length === 0) return found;
  const fingerprint = fingerprintOf(read.test);
  for (const { test, code, sameLaboratory } of validated) {
    if (fingerprintOf(test) !== fingerprint) continue;
    const known = found.get(code) ?? { here: false, elsewhere: 0 };
    found.set(code, { here: known.here || sameLaboratory, elsewhere: known.elsewhere + (sameLaboratory ? 0 : 1) });
  }
  return found;
}

function withEvidence(judgement: Judgement, known: Evidence | undefined): Judged {
  if (known === undefined) return { ...judgement, validatedHere: false };
  const points = known.here ? 10 : 0.5 + 0.2 * Math.min(known.elsewhere, 5);
  const reason = known.here
    ? 'déjà validé dans ce laboratoire pour cette analyse'
    : `validé par ${String(known.elsewhere)} autre${known.elsewhere > 1 ? 's' : ''} laboratoire${known.elsewhere > 1 ? 's' : ''}`;
  return {
    ...judgement,
    score: judgement.score + points,
    validatedHere: known.here,
    evidence: [...judgement.evidence, { axis: 'usage', verdict: 'confirmed', reason }],
  };
}
