export * from './delivery-outcome.js';
export * from './failure-of-code.js';
export * from './to-business-ack.js';
