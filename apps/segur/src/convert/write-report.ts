import { writeCrBio, writeCrBioN1, writeSelfPresentable } from '@segur/cda';
import { checkCrBio } from '@segur/conformance';
import { hasErrors, type Finding } from '@segur/errors';
import { writeFhirJson } from '@segur/fhir';
import { documentIdOf, oidOfUuid, type Laboratory, type Report } from '@segur/laboratory';
import { toCrBio, toCrBioN1, toPdfCopy } from '@segur/laboratory-to-cda';
import { toFhirDocument } from '@segur/laboratory-to-fhir';
import { toHtml } from '@segur/laboratory-to-html';
import { encodeReportJson } from '@segur/report-json';
import type { Conversion, ConversionContext, OutputFormat } from './conversion.js';
import { reportPrinting } from './report-printing.js';

/** A report that is ready to be written. */
export interface WritableReport {
  readonly report: Report;
  readonly laboratory: Laboratory;
}

type Context = Pick<ConversionContext, 'now' | 'ciSisDir'>;
type Writer = (source: WritableReport, context: Context) => Conversion;

/** How each format is written. @throws {PlatformError} of kind `invalid`: the report lacks what the format must have. */
export const WRITERS: Readonly<Record<OutputFormat, Writer>> = {
  cda: document((...facts) => writeCrBio(toCrBio(...facts))),
  'cda-n1': document((...facts) => {
    const { header, pdf } = toCrBioN1(...facts);
    return writeCrBioN1(header, pdf);
  }),
  'cda-auto-presentable': document((...facts) => writeSelfPresentable(toCrBio(...facts))),
  json: ({ report }) => done(encodeReportJson(report)),
  fhir: ({ report, laboratory }, { now }) => done(writeFhirJson(toFhirDocument(report, laboratory, { createdAt: now }))),
  html: ({ report, laboratory }) => done(Buffer.from(toHtml(report, laboratory))),
  pdf: ({ report, laboratory }, { now }) => done(toPdf(report, laboratory, now)),
};

function document(write: (...facts: Parameters<typeof toCrBio>) => Uint8Array): Writer {
  return ({ report, laboratory }, { now, ciSisDir }) => {
    const { reportSetId, revision } = report;
    const output = write(report, laboratory, {
      createdAt: now,
      documentId: documentIdOf(reportSetId, revision),
      setId: oidOfUuid(reportSetId),
      versionNumber: revision,
      pdf: reportPrinting(),
    });
    const { findings } = checkCrBio(output, ciSisDir === undefined ? {} : { ciSisDir });
    return hasErrors(findings) ? { findings } : { output, findings };
  };
}

/** What the laboratory printed is the report on paper; else it is printed here. */
function toPdf(report: Report, laboratory: Laboratory, now: Date): Uint8Array {
  if (report.printedCopy) return Buffer.from(report.printedCopy.data, 'base64');
  const documentId = documentIdOf(report.reportSetId, report.revision);
  return toPdfCopy(report, laboratory, { ...reportPrinting(), createdAt: now, documentId });
}

function done(output: Uint8Array, findings: readonly Finding[] = []): Conversion {
  return { output, findings };
}
