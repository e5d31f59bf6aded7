import { layOutPages, PAGE, type PlacedPage } from './lay-out-pages.js';
import type { PdfDocument } from './pdf-document.js';
import { encodeWinAnsi } from './win-ansi.js';

/**
 * Writes a document on paper: PDF 1.4, A4, Helvetica, as many pages as it takes.
 *
 * The same document gives the same bytes: no date and no random identifier is written. Fonts are named and not carried along, so this is
 * not PDF/A.
 *
 * @see ISO 32000-1
 */
export function writePdf(document: PdfDocument): Buffer {
  const pages = layOutPages(document);
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (fr-FR) /ViewerPreferences << /DisplayDocTitle true >> >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${FIRST_PAGE + 2 * index} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
    `<< /Title ${utf16(document.title)} >>`,
  ];
  const footer = encodeWinAnsi(document.footer);
  for (const [index, page] of pages.entries()) {
    const content = writeContent(page, `${footer} - page ${index + 1}/${pages.length}`);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] ` +
        `/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${FIRST_PAGE + 2 * index + 1} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  return Buffer.from(writeFile(objects), 'latin1');
}

// Catalog, page tree, two fonts and information come before.
const FIRST_PAGE = 6;

function writeFile(objects: readonly string[]): string {
  // Bytes above 127 on the second line tell transports that the file is binary (ISO 32000-1, 7.5.2).
  let out = '%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n';
  let table = '0000000000 65535 f \n';
  for (const [index, object] of objects.entries()) {
    table += `${String(out.length).padStart(10, '0')} 00000 n \n`;
    out += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const size = objects.length + 1;
  return `${out}xref\n0 ${size}\n${table}trailer\n<< /Size ${size} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${out.length}\n%%EOF\n`;
}

function writeContent({ texts, rules }: PlacedPage, footer: string): string {
  let out = '0.5 w\n';
  for (const height of rules) out += `${PAGE.left} ${number(height)} m ${PAGE.width - PAGE.right} ${number(height)} l S\n`;
  for (const { x, y, size, bold, text } of texts) {
    out += `BT /${bold ? 'F2' : 'F1'} ${size} Tf ${number(x)} ${number(y)} Td (${escape(text)}) Tj ET\n`;
  }
  return `${out}BT /F1 7 Tf ${PAGE.left} 30 Td (${escape(footer)}) Tj ET`;
}

function escape(text: string): string {
  return text.replace(/[\\()]/g, (character) => `\\${character}`);
}

function number(points: number): string {
  return String(Math.round(points * 100) / 100);
}

function utf16(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}
