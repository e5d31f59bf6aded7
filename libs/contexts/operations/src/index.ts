export * from './operations.module.js';
export * from './operations.config.js';
export { PlayedServices, type Holdings } from './show-overview/played-services.js';
export { operationsSchema } from './context.js';
