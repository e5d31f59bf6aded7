export * from './algorithms.js';
export * from './signing-key.js';
export * from './vihf.js';
export * from './write-vihf.js';
export * from './canonical-digest.js';
export * from './sign-lot.js';
