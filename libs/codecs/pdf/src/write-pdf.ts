import { createHash } from 'node:crypto';
import { OBJECTS_OF_A_FONT } from './embed-font.js';
import { FontUse } from './font-use.js';
import { layOutPages } from './lay-out-pages.js';
import { writeInformation, writeXmp } from './metadata.js';
import { PAGE } from './page-canvas.js';
import { imageName } from './page-flow.js';
import type { PdfDocument } from './pdf-document.js';
import type { PdfFonts } from './pdf-fonts.js';
import { deflated, ref, writeFile, type PdfObject } from './pdf-object.js';
import { srgbProfile } from './srgb-profile.js';

/**
 * Writes a document on paper: PDF/A-1b, A4, as many pages as it takes. The text can be selected, searched and read aloud.
 *
 * The same document and fonts give the same bytes: the only time written is `createdAt`.
 *
 * @see ISO 19005-1:2005, level B; ISO 32000-1
 */
export function writePdf(document: PdfDocument, fonts: PdfFonts): Buffer {
  const uses = { regular: new FontUse(fonts.regular), bold: new FontUse(fonts.bold) };
  const { pages, images } = layOutPages(document, uses);
  const firstPage = FIRST_IMAGE + images.length;
  const kids = pages.map((_, index) => ref(firstPage + 2 * index));
  const pictures = images.map((_, index) => `/${imageName(index)} ${ref(FIRST_IMAGE + index)} `).join('');
  const objects: PdfObject[] = [
    `<< /Type /Catalog /Pages ${ref(2)} /Metadata ${ref(4)} /Lang (fr-FR) /ViewerPreferences << /DisplayDocTitle true >> ` +
      `/OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) ` +
      `/DestOutputProfile ${ref(5)} >>] >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids.join(' ')}] /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] ` +
      `/Resources << /Font << /F1 ${ref(REGULAR)} /F2 ${ref(BOLD)} >> ${pictures && `/XObject << ${pictures}>> `}>> >>`,
    writeInformation(document),
    writeXmp(document),
    PROFILE,
    ...uses.regular.embedded().objects(REGULAR),
    ...uses.bold.embedded().objects(BOLD),
    ...images.map(({ object }) => object),
  ];
  for (const [index, page] of pages.entries()) {
    objects.push(
      `<< /Type /Page /Parent ${ref(2)} /Contents ${ref(firstPage + 2 * index + 1)} >>`,
      deflated(Buffer.from(page.content(), 'latin1')),
    );
  }
  const id = identifierOf(document);
  return writeFile(objects, `/Root ${ref(1)} /Info ${ref(3)} /ID [<${id}> <${id}>]`);
}

const REGULAR = 6;
const BOLD = REGULAR + OBJECTS_OF_A_FONT;
const FIRST_IMAGE = BOLD + OBJECTS_OF_A_FONT;
const PROFILE = deflated(srgbProfile(), '/N 3 ');

function identifierOf({ identifier, createdAt }: PdfDocument): string {
  const told = JSON.stringify([identifier, createdAt.toISOString()]);
  return createHash('sha256').update(told).digest('hex').slice(0, 32).toUpperCase();
}
