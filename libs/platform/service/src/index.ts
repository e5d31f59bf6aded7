export { openBus, type BusPlace } from './open-bus.js';
export { requireNode } from './require-node.js';
export { runUntilSignal, sentence, type Running } from './run-until-signal.js';
export { serviceConfig, type ServiceConfig } from './service.config.js';
export { startService, type RunningService, type ServiceOptions } from './start-service.js';
export { readSettings } from './read-settings.js';
export { groundConfigs, runContext, type ContextApplication } from './run-context.js';
