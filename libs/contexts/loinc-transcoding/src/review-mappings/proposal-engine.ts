import { Injectable } from '@nestjs/common';
import { buildProposalIndex, proposeCodes, type ProposalIndex, type ValidatedPair } from '@segur/propose-codes';
import type { LocalTest, ProposalList } from '@segur/terminology';
import type { Reference } from '../import-reference/reference-concepts.js';

/** What a proposal may lean on beside the reference data. */
export interface ProposalContext {
  readonly validated: readonly ValidatedPair[];
  /** Codes that a person said do not fit. */
  readonly rejected: ReadonlySet<string>;
}

/** Proposes codes for one analysis, with an index that is built once for each state of the reference data. */
@Injectable()
export class ProposalEngine {
  private built?: { readonly reference: Reference; readonly index: ProposalIndex };

  propose(reference: Reference, test: LocalTest, context: ProposalContext): ProposalList {
    return proposeCodes(this.indexOf(reference), test, context);
  }

  private indexOf(reference: Reference): ProposalIndex {
    if (this.built?.reference !== reference) {
      const valueSet = reference.valueSet && new Set(reference.valueSet.keys());
      const index = buildProposalIndex(reference.concepts.values(), valueSet ? { valueSet } : {});
      this.built = { reference, index };
    }
    return this.built.index;
  }
}
