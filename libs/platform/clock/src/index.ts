export * from './clock.js';
export * from './movable-clock.js';
export * from './clock.module.js';
