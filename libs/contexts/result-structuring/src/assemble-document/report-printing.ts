import { loadFontFiles } from '@segur/fonts';
import type { PdfPrinting } from '@segur/laboratory-to-cda';
import { openPdfFonts } from '@segur/pdf';
import { encodeDataMatrix } from '@segur/pdf/data-matrix';

/** How this process prints reports, for injection. */
export abstract class ReportPrinting implements PdfPrinting {
  abstract readonly fonts: PdfPrinting['fonts'];
  abstract readonly insDatamatrix?: NonNullable<PdfPrinting['insDatamatrix']>;
}

/** Opens the fonts of reports, once per process. */
export function openReportPrinting({ insDatamatrix }: { readonly insDatamatrix: boolean }): ReportPrinting {
  return { fonts: openPdfFonts(loadFontFiles()), ...(insDatamatrix && { insDatamatrix: encodeDataMatrix }) };
}
