import type { Laboratory, Report } from '@segur/laboratory';
import { toPrintedReport, type PrintedFact, type PrintedReport, type PrintedSection } from '@segur/laboratory-to-cda';
import { element, fragment, text, textElement, type Xml } from '@segur/xml';
import { STYLE_SHEET } from './style-sheet.js';
import { writeChapter } from './write-chapter.js';

/**
 * Shows the report as one page: nothing to load, no script, nothing that refers elsewhere.
 *
 * It says what the copy on paper says, row by row. There is a matricule only for a qualified identity.
 *
 * @returns HTML, to be encoded as UTF-8.
 * @throws {UnassemblableReport} `malformed-time`, `unknown-chapter`, `no-signatory`.
 * @throws {MalformedInput} A text holds a character that no page can.
 */
export function toHtml(report: Report, laboratory: Laboratory): string {
  const printed = toPrintedReport(report, laboratory);
  return `<!DOCTYPE html>\n<html lang="fr">${writeHead(printed)}${writeBody(printed)}</html>\n`;
}

// The one place where something else than canonical XML is written: an empty element of HTML has no end tag.
function writeHead({ title }: PrintedReport): string {
  // The policy forbids whatever a text could smuggle in, should the escaping ever fail.
  const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";
  return [
    '<head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    // No patient data: the title stands in the history of browsers.
    `${textElement('title', {}, title)}<style>${STYLE_SHEET}</style></head>`,
  ].join('');
}

function writeBody(printed: PrintedReport): Xml {
  const { laboratory, patient, request, title, notices, comments, chapters, validations, signature, legend } = printed;
  const { introduction, conclusion } = printed;
  return element(
    'body',
    {},
    element('header', {}, paragraph(laboratory.name, 'name'), ...laboratory.lines.map((line) => paragraph(line))),
    element(
      'main',
      {},
      textElement('h1', {}, title),
      ...notices.map((notice) => paragraph(notice, 'notice')),
      element(
        'div',
        { class: 'facts' },
        writeFacts('Patient', patient.name, patient.facts),
        writeFacts('Demande', undefined, request),
      ),
      ...introduction.map(writeWords),
      comments.length > 0 && writeWords({ title: 'Commentaires', lines: comments }),
      ...chapters.map(writeChapter),
      legend !== undefined && paragraph(legend, 'quiet'),
      ...conclusion.map(writeWords),
      element(
        'section',
        {},
        textElement('h2', {}, 'Validation'),
        ...validations.map((validation) => paragraph(validation)),
        paragraph(signature, 'signature'),
      ),
    ),
    textElement('footer', {}, printed.footer),
  );
}

function writeFacts(title: string, name: string | undefined, facts: readonly PrintedFact[]): Xml {
  const pairs = facts.map(({ label, value }) => fragment(textElement('dt', {}, label), textElement('dd', {}, value)));
  return element(
    'section',
    {},
    textElement('h2', {}, title),
    name !== undefined && paragraph(name, 'signature'),
    element('dl', {}, ...pairs),
  );
}

function writeWords({ title, lines }: PrintedSection): Xml {
  return element('section', {}, textElement('h2', {}, title), ...lines.map((line) => paragraph(line)));
}

function paragraph(content: string, look?: string): Xml {
  return element('p', { class: look }, text(content));
}
