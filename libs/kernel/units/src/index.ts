export * from './comparison.js';
export * from './laboratory-number.js';
export * from './listed-ranges.js';
export * from './listed-ucum.js';
export * from './reference-range.js';
export * from './to-ucum.js';
