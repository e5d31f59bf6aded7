export * from './read-config.js';
export * from './settings.js';
export * from './profile.js';
export * from './laboratory-registry.js';
export * from './describe-settings.js';
