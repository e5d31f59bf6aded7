import type { PdfBlock, PdfPanelColumn, PdfText } from '@segur/pdf';
import type { PrintedFact, PrintedReport, PrintedSection } from './printed-report.js';
import { COLON } from './printed-words.js';
import { toPdfTables } from './to-pdf-tables.js';

/** Lays out what people read of a report: letterhead, notices, patient and request, results, signature. */
export function toPdfBlocks(printed: PrintedReport, matrix: PdfPanelColumn['matrix']): readonly PdfBlock[] {
  const { laboratory, patient, request } = printed;
  return [
    {
      kind: 'panel',
      framed: false,
      columns: [{ width: 1, lines: [{ text: laboratory.name, style: 'strong' }, ...laboratory.lines.map(quiet)] }],
    },
    { kind: 'title', text: printed.title },
    ...printed.notices.map((text): PdfBlock => ({ kind: 'notice', text })),
    {
      kind: 'panel',
      framed: true,
      columns: [
        {
          width: 0.56,
          lines: [{ text: `Patient${COLON}${patient.name}`, style: 'strong' }, ...patient.facts.map(toLine)],
          ...(matrix && { matrix }),
        },
        { width: 0.44, lines: request.map(toLine) },
      ],
    },
    ...printed.introduction.flatMap(toSection),
    ...printed.comments.map(toParagraph),
    ...printed.chapters.flatMap(toPdfTables),
    ...(printed.legend === undefined ? [] : [{ kind: 'paragraph', ...quiet(printed.legend) } as const]),
    ...printed.conclusion.flatMap(toSection),
    ...printed.validations.map(toParagraph),
    { kind: 'paragraph', text: printed.signature, style: 'strong' },
  ];
}

function toSection({ title, lines }: PrintedSection): readonly PdfBlock[] {
  return [{ kind: 'paragraph', text: title, style: 'strong' }, ...lines.map(toParagraph)];
}

function toParagraph(text: string): PdfBlock {
  return { kind: 'paragraph', text };
}

function toLine({ label, value }: PrintedFact): PdfText {
  return { text: `${label}${COLON}${value}` };
}

function quiet(text: string): PdfText {
  return { text, style: 'quiet' };
}
