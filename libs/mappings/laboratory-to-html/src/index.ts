export * from './to-html.js';
