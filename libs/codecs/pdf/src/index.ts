export * from './pdf-document.js';
export * from './write-pdf.js';
export { encodeWinAnsi } from './win-ansi.js';
