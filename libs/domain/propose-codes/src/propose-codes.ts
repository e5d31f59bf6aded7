import type { LocalTest, Proposal, ProposalList } from '@segur/terminology';
import { confidenceOf, probabilityOf } from './confidence.js';
import { missingFactsOf } from './missing-facts.js';
import type { ProposalIndex } from './proposal-index.js';
import { rankConcepts, type Judged, type ProposalOptions } from './rank-concepts.js';
import { readTest, type ReadTest } from './read-test.js';

const TOP = 10;

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
  const judged = rankConcepts(index, read, options);
  const top = options.top ?? TOP;
  const admitted = judged.filter(({ excluded }) => !excluded);
  const [first] = admitted;
  const refused = judged.filter(({ excluded }) => excluded);
  const shown = first === undefined ? [] : [...admitted.slice(0, top), ...refused.slice(0, Math.max(0, top - admitted.length))];
  return {
    localCode: test.localCode,
    proposals: shown.map((judgement, order) => toProposal(index, read, judgement, order, admitted)),
    missingFacts: missingFactsOf(read, admitted, refused),
  };
}

function toProposal(index: ProposalIndex, read: ReadTest, judged: Judged, order: number, admitted: readonly Judged[]): Proposal {
  const { concept, twinKey } = judged.entry;
  const probability = probabilityOf(read, judged, order, admitted);
  return {
    code: concept.code,
    name: concept.frenchName ?? concept.longCommonName,
    rank: order + 1,
    score: Math.round(judged.score * 1000) / 1000,
    probability,
    confidence: confidenceOf(read, judged, order, admitted, probability),
    explanation: judged.evidence,
    methodTwins: (index.twins.get(twinKey) ?? []).filter((code) => code !== concept.code),
  };
}
