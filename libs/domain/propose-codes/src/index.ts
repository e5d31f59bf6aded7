export type { Axes } from './judge-axes.js';
export { LEXICON_VERSION } from './lexicon/lexicon.js';
export { buildProposalIndex, type ProposalIndex } from './proposal-index.js';
export { proposeCodes, type ProposalOptions, type ValidatedPair } from './propose-codes.js';
