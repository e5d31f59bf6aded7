export * from './official-material.js';
export * from './postgres.js';
export * from './reports.js';
export * from './eventually.js';
export * from './kafka.js';
export { startKafkaBroker, type KafkaBroker, type KafkaBrokerOptions } from './kafka-broker.js';
export * from './ci-sis-kit.js';
export * from './messages.js';
export * from './messages-samples.js';
