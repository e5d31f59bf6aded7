export * from './delivery-outcome.js';
export * from './to-business-ack.js';
