import type { CrBioDocument } from '@segur/cda';
import type { Laboratory, Report } from '@segur/laboratory';
import type { CrBioOptions } from './cr-bio-options.js';
import { toChapters } from './to-chapters.js';
import { toHeader } from './to-header.js';
import { toPdfCopy } from './to-pdf-copy.js';
import { toValidators } from './to-signatories.js';

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
export function toCrBio(report: Report, laboratory: Laboratory, options: CrBioOptions): CrBioDocument {
  const context = { report, laboratory, validators: toValidators(report, laboratory) };
  const chapters = toChapters(context);
  const [first, ...others] = chapters;
  const { createdAt, documentId, pdf } = options;
  return {
    header: toHeader(context, [first.code.code, ...others.map(({ code }) => code.code)], options),
    chapters,
    comments: report.comments.filter((comment) => comment.trim() !== ''),
    pdf: pdf instanceof Uint8Array ? pdf : toPdfCopy(report, laboratory, { ...pdf, createdAt, documentId }),
  };
}
