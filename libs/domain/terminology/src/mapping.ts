/** How far a mapping got. `no_match`: a biologist stated that no code fits, and the local code is sent. */
export type MappingStatus = 'proposed' | 'validated' | 'rejected' | 'no_match' | 'obsolete';

/** How the local analysis stands to the code. `narrower` needs a justification. */
export type Equivalence = 'equal' | 'broader' | 'narrower';

/** Where a mapping came from. */
export type MappingOrigin = 'manual' | 'algorithm' | 'imported' | 'reused' | 'release-migration';

/** How sure a proposal is: `high` may be validated in bulk by a biologist, `low` asks for the missing fact. @see loinc-transcoding.md §4.6 */
export type Confidence = 'high' | 'medium' | 'low';

/** The part of a name that a piece of evidence is about. */
export type Axis = 'component' | 'property' | 'time' | 'system' | 'scale' | 'method' | 'challenge' | 'status' | 'usage';

/** Why a proposal stands where it does, on one axis. */
export interface AxisEvidence {
  readonly axis: Axis;
  /** `confirmed` by the catalogue, `assumed` in its silence, `contradicted` by it. */
  readonly verdict: 'confirmed' | 'assumed' | 'contradicted';
  /** For a person, in French: `unité mmol/L → SCnc`. */
  readonly reason: string;
}

/** One proposed code for one catalogue line. */
export interface Proposal {
  readonly code: string;
  /** The name that goes with the code wherever it is shown or exported: French where an official one is known, else the long common name. */
  readonly name: string;
  /** 1 first. */
  readonly rank: number;
  /** Comparable within one list only. */
  readonly score: number;
  /** Calibrated: the share of such proposals that is right, 0 to 1. */
  readonly probability: number;
  readonly confidence: Confidence;
  readonly explanation: readonly AxisEvidence[];
  /** Codes that differ from this one by their method only. */
  readonly methodTwins: readonly string[];
}

/** What is proposed for one catalogue line; with nothing to propose, or with a fact missing, it says what to ask. */
export interface ProposalList {
  readonly localCode: string;
  readonly proposals: readonly Proposal[];
  /** What the laboratory could say to get a sure answer, in French: `quelle unité ?`. */
  readonly missingFacts: readonly string[];
}
