export * from './pdf-document.js';
export * from './pdf-image.js';
export * from './write-pdf.js';
export { openPdfFonts, type FontFiles, type PdfFonts } from './pdf-fonts.js';
export { UnusableFont } from './unusable-font.js';
