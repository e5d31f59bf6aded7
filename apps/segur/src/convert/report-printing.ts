import { loadFontFiles } from '@segur/fonts';
import { openPdfFonts, type PdfFonts } from '@segur/pdf';

let fonts: PdfFonts | undefined;

/** How reports are printed. The fonts are opened at the first one: many commands need none. */
export function reportPrinting(): { readonly fonts: PdfFonts } {
  fonts ??= openPdfFonts(loadFontFiles());
  return { fonts };
}
