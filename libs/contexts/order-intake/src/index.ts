export * from './order-intake.module.js';
export * from './order-intake.config.js';
export { orderIntakeSchema } from './context.js';
