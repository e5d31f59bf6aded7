import { isQualified, qualify } from '@segur/identity';
import type { Laboratory, Report } from '@segur/laboratory';
import { writePdf, type PdfFonts, type PdfMatrix, type PdfPanelColumn } from '@segur/pdf';
import { toInsDatamatrix } from './to-ins-datamatrix.js';
import { toPdfBlocks } from './to-pdf-blocks.js';
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
      blocks: toPdfBlocks(printed, matrixOf(report, options)),
    },
    options.fonts,
  );
}

function matrixOf({ identity }: Report, { insDatamatrix }: PdfCopyOptions): PdfPanelColumn['matrix'] {
  const answer = qualify(identity);
  const text = insDatamatrix && isQualified(answer) ? toInsDatamatrix(answer) : undefined;
  return insDatamatrix && text !== undefined ? { modules: insDatamatrix(text), caption: 'INS à scanner' } : undefined;
}
