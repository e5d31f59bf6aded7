export * from './existence-test.js';
export * from './existence-answer.js';
export * from './malformed-answer.js';
