export * from './embedded/embedded-postgres.js';
export * from './embedded/embedded-postgres-failed.js';
