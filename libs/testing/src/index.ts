export * from './official-material.js';
export * from './postgres.js';
export * from './reports.js';
