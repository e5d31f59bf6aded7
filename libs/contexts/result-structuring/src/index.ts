export * from './result-structuring.module.js';
export { resultStructuringConfig, type ResultStructuringConfig } from './result-structuring.config.js';
export { resultStructuringSchema } from './context.js';
export { MllpServer } from './receive-message/mllp.server.js';
