import { readCrBio, UnreadableCda, type CdaHeader } from '@segur/cda';
import type { Finding } from '@segur/errors';

/** The PDF in a finished document, or why there is none that may leave. */
export type PrintedReport = { readonly pdf?: Buffer } | { readonly finding: Finding };

/**
 * The PDF that a finished document holds: the whole body of a level 1, the copy in a level 3. It is what mails carry beside the archive,
 * byte for byte.
 *
 * @see mssante.md §3.5, ECO.2.1.5: the PDF of a level 1 is identical to the one in the CDA
 */
export function printedReportOf(cda: Buffer, { body }: Pick<CdaHeader, 'body'>): PrintedReport {
  const pdf = pdfIn(cda);
  if (pdf) return { pdf };
  if (body !== 'unstructured') return {};
  return {
    finding: {
      severity: 'error',
      code: 'document-level-1-without-pdf',
      location: '/ClinicalDocument/component/nonXMLBody/text',
      message: 'A document of level 1 holds the report as a PDF, and this one does not',
      messageFr: 'Un document de niveau 1 contient le compte rendu en PDF, et celui-ci n’en contient pas',
    },
  };
}

function pdfIn(cda: Buffer): Buffer | undefined {
  try {
    const { pdf } = readCrBio(cda);
    const bytes = pdf && Buffer.from(pdf);
    return bytes?.subarray(0, 5).toString('latin1') === '%PDF-' ? bytes : undefined;
  } catch (error) {
    // Its header could be read, and its maker answers for the rest.
    if (error instanceof UnreadableCda) return undefined;
    throw error;
  }
}
