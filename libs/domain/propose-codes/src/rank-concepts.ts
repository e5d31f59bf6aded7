import { readingsOf, wordByWord, type Reading } from './interpret-label.js';
import { judge, type Axes, type Judgement } from './judge-axes.js';
import { matchComponents, type ComponentMatch } from './match-components.js';
import { pastOf, type Past, type ValidatedPair } from './past-mappings.js';
import type { ProposalIndex } from './proposal-index.js';
import type { ReadTest } from './read-test.js';

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
  const past = pastOf(read, options.validated ?? []);
  const matches = matchComponents(index, readingsFor(read, without));
  const judged: Judged[] = [];
  const seen = new Set<string>();
  for (const match of matches) {
    for (const entry of index.analytes[match.analyte] ?? []) {
      const { code } = entry.concept;
      if (rejected.has(code)) continue;
      seen.add(code);
      judged.push(withEvidence(judge(read, match, entry, without), past.get(code)));
    }
  }
  for (const [code, known] of past) {
    const entry = index.indexed.get(code);
    if (entry === undefined || seen.has(code) || rejected.has(code) || !known.proposes) continue;
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

/** The label's readings, then those of its synonyms. */
function readingsFor(read: ReadTest, without: ReadonlySet<Axes>): readonly Reading[] {
  if (without.has('lexicon')) return wordByWord(read.stems);
  const ofSynonyms = read.synonymStems.flatMap((stems) => readingsOf(stems));
  return [
    ...readingsOf(read.stems, read.wholeStems),
    ...ofSynonyms.map((reading) => ({ ...reading, weight: reading.weight * SYNONYM })),
  ];
}

const SYNONYM = 0.95;
const NO_READING: Reading = { words: [], senses: [], weight: 1, unknown: [] };
/** A code that only the past proposes, its words unlike the label's. */
const UNMATCHED = { score: 0.5, explained: 0.5, said: 0.5, divisorSaid: 1, hasDivisor: false };

/** A judgement, with what validated mappings say of the code. */
export interface Judged extends Judgement {
  readonly validatedHere: boolean;
}

function withEvidence(judgement: Judgement, past: Past | undefined): Judged {
  if (past === undefined) return { ...judgement, validatedHere: false };
  return {
    ...judgement,
    score: judgement.score + past.points,
    validatedHere: past.here,
    evidence: [...judgement.evidence, ...past.evidence],
  };
}
