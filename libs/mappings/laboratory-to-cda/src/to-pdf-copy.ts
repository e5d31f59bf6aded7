import { isQualified, qualify } from '@segur/identity';
import type { Laboratory, Report } from '@segur/laboratory';
import { writePdf, type PdfBlock, type PdfFonts, type PdfMatrix, type PdfPanelColumn, type PdfRow, type PdfText } from '@segur/pdf';
import { PRINTED_COLUMNS, type PrintedChapter, type PrintedFact, type PrintedReport, type PrintedRow } from './printed-report.js';
import { COLON } from './printed-words.js';
import { toInsDatamatrix } from './to-ins-datamatrix.js';
import { toPrintedReport } from './to-printed-report.js';

/** How a process prints, the same for every report. */
export interface PdfPrinting {
  /** Opened once per process. */
  readonly fonts: PdfFonts;
  /** Draws the datamatrix INS of a qualified identity with this encoder. Absent: none is drawn. */
  readonly insDatamatrix?: (text: string) => PdfMatrix;
}

/** What printing takes beside the report. */
export interface PdfCopyOptions extends PdfPrinting {
  /** Instant of creation, written in the metadata: the same one gives the same bytes. */
  readonly createdAt: Date;
  /** OID of the document: gives the identifier of the file. */
  readonly documentId: string;
}

/**
 * Prints the report on paper, PDF/A-1b: the rows are those of the document's narrative.
 *
 * @throws {UnassemblableReport} `malformed-time`, `unknown-chapter`, `no-signatory`.
 */
export function toPdfCopy(report: Report, laboratory: Laboratory, options: PdfCopyOptions): Uint8Array {
  const printed = toPrintedReport(report, laboratory);
  return writePdf(
    {
      title: printed.title,
      author: printed.laboratory.name,
      createdAt: options.createdAt,
      identifier: options.documentId,
      runningHead: printed.runningHead,
      footer: printed.footer,
      blocks: toBlocks(printed, matrixOf(report, options)),
    },
    options.fonts,
  );
}

function toBlocks(printed: PrintedReport, matrix: PdfPanelColumn['matrix']): readonly PdfBlock[] {
  const { laboratory, patient, request } = printed;
  const quiet = (text: string): PdfText => ({ text, style: 'quiet' });
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
    ...printed.comments.map((text): PdfBlock => ({ kind: 'paragraph', text })),
    ...printed.chapters.map(toTable),
    ...(printed.legend === undefined ? [] : [{ kind: 'paragraph', ...quiet(printed.legend) } as const]),
    ...printed.validations.map((text): PdfBlock => ({ kind: 'paragraph', text })),
    { kind: 'paragraph', text: printed.signature, style: 'strong' },
  ];
}

const WIDTHS = [0.34, 0.2, 0.1, 0.2, 0.16] as const;
const COLUMNS = PRINTED_COLUMNS.map((title, index) => ({ title, width: WIDTHS[index] ?? 0 }));

function toTable({ title, specimens, rows }: PrintedChapter): PdfBlock {
  return {
    kind: 'table',
    heading: title,
    lines: specimens.map((text) => ({ text, style: 'quiet' })),
    columns: COLUMNS,
    rows: rows.map(toRow),
  };
}

function toRow(row: PrintedRow): PdfRow {
  if (row.kind !== 'result') return { kind: row.kind === 'group' ? 'group' : 'note', text: row.text };
  const { label, method, result, unit, reference, interpretation, mark } = row;
  const style = mark === undefined ? 'plain' : 'alert';
  return {
    kind: 'cells',
    cells: [
      { text: method === undefined ? label : `${label} ${method}` },
      { text: result, style },
      { text: unit },
      { text: reference },
      { text: mark === undefined ? interpretation : `${mark} ${interpretation}`, style },
    ],
  };
}

function toLine({ label, value }: PrintedFact): PdfText {
  return { text: `${label}${COLON}${value}` };
}

function matrixOf({ identity }: Report, { insDatamatrix }: PdfCopyOptions): PdfPanelColumn['matrix'] {
  const answer = qualify(identity);
  const text = insDatamatrix && isQualified(answer) ? toInsDatamatrix(answer) : undefined;
  return insDatamatrix && text !== undefined ? { modules: insDatamatrix(text), caption: 'INS à scanner' } : undefined;
}
