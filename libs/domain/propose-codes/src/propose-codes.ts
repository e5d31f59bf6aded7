import { fingerprintOf, type LocalTest, type Proposal, type ProposalList } from '@segur/terminology';
import { confidenceOf, probabilityOf } from './confidence.js';
import { readingsOf } from './interpret-label.js';
import { judge, type Axes, type Judgement } from './judge-axes.js';
import { matchComponents } from './match-components.js';
import { missingFactsOf } from './missing-facts.js';
import type { ProposalIndex } from './proposal-index.js';
import { readTest, type ReadTest } from './read-test.js';

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

const TOP = 10;
const NO_AXES: ReadonlySet<Axes> = new Set();
const NO_CODES: ReadonlySet<string> = new Set();

/**
 * Proposes codes for one line of a catalogue, best first, each with its reasons.
 *
 * Pure: the same index, line and options give the same list. A code that the unit or the specimen contradicts is never first: it
 * comes after all others, with the reason, and a line that leaves nothing else has no proposal with confidence.
 *
 * @see loinc-transcoding.md §4
 */
export function proposeCodes(index: ProposalIndex, test: LocalTest, options: ProposalOptions = {}): ProposalList {
  const read = readTest(test);
  const judged = rank(index, read, options);
  const top = options.top ?? TOP;
  const admitted = judged.filter(({ excluded }) => !excluded);
  const [first] = admitted;
  const refused = judged.filter(({ excluded }) => excluded);
  const shown = first === undefined ? [] : [...admitted.slice(0, top), ...refused.slice(0, Math.max(0, top - admitted.length))];
  return {
    localCode: test.localCode,
    proposals: shown.map((judgement, order) => toProposal(index, judgement, order, admitted)),
    missingFacts: missingFactsOf(read, admitted, refused),
  };
}

function rank(index: ProposalIndex, read: ReadTest, options: ProposalOptions): readonly Judged[] {
  const { rejected = NO_CODES, without = NO_AXES } = options;
  const evidence = evidenceOf(read, options.validated ?? []);
  const matches = matchComponents(index, readingsOf(read.stems, read.wholeStems));
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
    const match = {
      analyte: entry.analyte,
      reading: NO_READING,
      score: 0.5,
      explained: 0.5,
      said: 0.5,
      divisorSaid: 1,
      hasDivisor: false,
    };
    judged.push(withEvidence(judge(read, match, entry, without), known));
  }
  return judged.sort(
    (one, other) =>
      Number(one.excluded) - Number(other.excluded) ||
      other.score - one.score ||
      (one.entry.concept.code < other.entry.concept.code ? -1 : 1),
  );
}

const NO_READING = { words: [], senses: [], weight: 1, unknown: [] };

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

function toProposal(index: ProposalIndex, judged: Judged, order: number, admitted: readonly Judged[]): Proposal {
  const { concept, twinKey } = judged.entry;
  const probability = probabilityOf(judged, order, admitted);
  return {
    code: concept.code,
    name: concept.frenchName ?? concept.longCommonName,
    rank: order + 1,
    score: Math.round(judged.score * 1000) / 1000,
    probability,
    confidence: confidenceOf(judged, order, admitted, probability),
    explanation: judged.evidence,
    methodTwins: (index.twins.get(twinKey) ?? []).filter((code) => code !== concept.code),
  };
}
