export * from './identity.js';
export * from './qualified-identity.js';
