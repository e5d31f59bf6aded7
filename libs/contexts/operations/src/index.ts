export * from './operations.module.js';
export * from './operations.config.js';
export { operationsSchema } from './context.js';
