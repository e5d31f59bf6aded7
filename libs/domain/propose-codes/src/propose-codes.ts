import type { LocalTest, ProposalList } from '@segur/terminology';
import type { ProposalIndex } from './proposal-index.js';
/** A pair that a biologist validated, here or in another laboratory. */
export interface ValidatedPair {
  readonly test: LocalTest;
  readonly code: string;
  readonly sameLaboratory: boolean;
}
export function proposeCodes(
  index: ProposalIndex,
  test: LocalTest,
  options: { readonly validated?: readonly ValidatedPair[]; readonly rejected?: ReadonlySet<string>; readonly top?: number } = {},
): ProposalList {
  void index;
  void options;
  return { localCode: test.localCode, proposals: [], missingFacts: [] };
}
