export * from './check-cr-bio.js';
