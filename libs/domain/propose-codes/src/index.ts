export * from './proposal-index.js';
export * from './propose-codes.js';
