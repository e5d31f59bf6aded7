export * from './xml-writer.js';
