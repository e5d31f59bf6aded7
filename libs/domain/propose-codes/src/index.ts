export type { Axes } from './judge-axes.js';
export { LEXICON_VERSION } from './lexicon/lexicon.js';
export { buildProposalIndex, type ProposalIndex } from './proposal-index.js';
export { proposeCodes } from './propose-codes.js';
export type { ValidatedPair } from './past-mappings.js';
export type { ProposalOptions } from './rank-concepts.js';
