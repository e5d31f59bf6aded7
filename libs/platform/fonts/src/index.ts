export * from './load-font-files.js';
