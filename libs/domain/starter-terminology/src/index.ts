export * from './starter-concepts.js';
export * from './starter-notice.js';
