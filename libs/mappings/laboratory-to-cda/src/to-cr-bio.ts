import type { CdaChapter, CrBioDocument } from '@segur/cda';
import type { Laboratory, Report } from '@segur/laboratory';
import type { CrBioOptions } from './cr-bio-options.js';
import { toReferral, toRemarks, toSecondIntention, toVaccinations } from './to-body.js';
import { spoken, type ChapterContext } from './chapter-context.js';
import { headingOf, toChapters } from './to-chapters.js';
import { toChapterCode } from './to-codes.js';
import { toHeader } from './to-header.js';
import { toPdfCopy } from './to-pdf-copy.js';
import { toValidators } from './to-signatories.js';
import { withoutMatricule } from './without-matricule.js';

/**
 * Assembles the document of a report, to be written by `writeCrBio`.
 *
 * The matricule is written only for a qualified identity; an analysis without LOINC keeps its local code; a unit without UCUM
 * makes its value a text. The same arguments give the same document.
 *
 * @throws {UnassemblableReport} The report lacks what every document must have: a signatory, an identifier of the patient, a result,
 * a chapter of the CR-BIO, a readable time.
 * @see CI-SIS volet BIO-CR-BIO 2024.01
 */
export function toCrBio(stated: Report, laboratory: Laboratory, options: CrBioOptions): CrBioDocument {
  const report = withoutMatricule(stated);
  const context: ChapterContext = { report, laboratory, validators: toValidators(report, laboratory) };
  const chapters = toChapters(context);
  return {
    header: toHeader(context, chapters, options),
    ...toReferral(report),
    chapters,
    ...toSecondIntention(report),
    ...toVaccinations(report, laboratory),
    comments: spoken(report.comments),
    ...toRemarks(context),
    pdf: copyOf(report, laboratory, options),
  };
}

/** Several specialties: what is said of a report that names none. */
const SEVERAL = { code: '26436-6' };

/**
 * Assembles the level-1 document of a report, to be written by `writeCrBioN1`: the header and the report on paper.
 *
 * Unlike `toCrBio` it needs no result: the chapters that the report names, if any, are the acts of the header. So a report that was read
 * from a level-1 document, and has its results on paper only, can be written again.
 *
 * @throws {UnassemblableReport} As `toCrBio`, but never `no-results`.
 * @see CI-SIS structuration minimale, corps non structuré
 */
export function toCrBioN1(stated: Report, laboratory: Laboratory, options: CrBioOptions): Pick<CrBioDocument, 'header' | 'pdf'> {
  const report = withoutMatricule(stated);
  const context: ChapterContext = { report, laboratory, validators: toValidators(report, laboratory) };
  const [first = SEVERAL, ...others] = report.chapters;
  return {
    header: toHeader(context, [toAct(first), ...others.map(toAct)], options),
    pdf: copyOf(report, laboratory, options),
  };
}

function toAct(chapter: { readonly code: string; readonly title?: string }): CdaChapter {
  const named = { code: toChapterCode(chapter.code), title: headingOf(chapter) };
  return { ...named, status: 'completed', validators: [], specimens: [], groups: [] };
}

/** The report on paper: as given, as the laboratory printed it, else as we print it. */
function copyOf(report: Report, laboratory: Laboratory, { pdf, createdAt, documentId }: CrBioOptions): Uint8Array {
  if (pdf instanceof Uint8Array) return pdf;
  if (report.printedCopy) return Buffer.from(report.printedCopy.data, 'base64');
  return toPdfCopy(report, laboratory, { ...pdf, createdAt, documentId });
}
