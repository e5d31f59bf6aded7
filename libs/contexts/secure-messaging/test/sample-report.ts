import { readCdaHeader, writeCrBio, type CdaHeader } from '@segur/cda';
import { documentIdOf, oidOfUuid, type DeliverySheet, type Report } from '@segur/laboratory';
import { toCrBio, toDeliverySheet, toPdfCopy } from '@segur/laboratory-to-cda';
import { openPdfFonts } from '@segur/pdf';
import { report, testFontFiles, testLaboratory } from '@segur/testing';

const FONTS = openPdfFonts(testFontFiles());
const CREATED_AT = new Date('2026-11-20T16:00:00+01:00');

/** A document as result-structuring leaves it to the channels. */
export interface SampleReport {
  readonly cda: Buffer;
  readonly pdf: Buffer;
  readonly header: CdaHeader;
  readonly sheet: DeliverySheet;
}

/**
 * The document of an invented report. Revision 2 and later replace the one before.
 *
 * @param startsAgain - What was before is withdrawn: the document replaces nothing.
 */
export function sampleReport(change: Partial<Report> = {}, startsAgain = false): SampleReport {
  const { reportSetId, revision, ...rest } = { ...report().build(), ...change };
  const stated: Report = { ...rest, reportSetId, revision };
  const documentId = documentIdOf(reportSetId, revision);
  const pdf = Buffer.from(toPdfCopy(stated, testLaboratory, { fonts: FONTS, createdAt: CREATED_AT, documentId }));
  const cda = writeCrBio(
    toCrBio(stated, testLaboratory, {
      createdAt: CREATED_AT,
      documentId,
      setId: oidOfUuid(reportSetId),
      versionNumber: revision,
      pdf,
      ...(revision > 1 && !startsAgain ? { replaces: documentIdOf(reportSetId, revision - 1) } : {}),
    }),
  );
  return { cda, pdf, header: readCdaHeader(cda), sheet: toDeliverySheet(stated, documentId) };
}
