export * from './event-bus.js';
export * from './handling-policies.js';
