import { readCrBio, writeCrBio } from '@segur/cda';
import { checkCrBio } from '@segur/conformance';
import { PlatformError } from '@segur/errors';
import { documentIdOf, oidOfUuid, withKnownAddresses, type Laboratory, type Report } from '@segur/laboratory';
import { toCrBio } from '@segur/laboratory-to-cda';
import { toFhirDocument } from '@segur/laboratory-to-fhir';
import { toHtml } from '@segur/laboratory-to-html';
import { writeFhirJson } from '@segur/fhir';
import { decodeReportJson, encodeReportJson } from '@segur/report-json';

const createdAt = new Date('2026-11-23T08:00:00Z');
const PRINTED = Buffer.from('%PDF-1.4\n%%EOF\n');

/**
 * Writes what was read, whatever it is, and reads it again: what a damaged message slips past its reader must not break a writer.
 *
 * A report that lacks what a format must have is refused by an error of the platform, and that is right.
 */
export function writeEverywhere(read: Report, laboratory: Laboratory): void {
  const report = withKnownAddresses(read, laboratory);
  orRefused(() => decodeReportJson(encodeReportJson(report)));
  orRefused(() => toHtml(report, laboratory));
  orRefused(() => writeFhirJson(toFhirDocument(report, laboratory, { createdAt })));
  const document = orRefused(() => {
    const { reportSetId, revision } = report;
    const ids = { documentId: documentIdOf(reportSetId, revision), setId: oidOfUuid(reportSetId), versionNumber: revision };
    return writeCrBio(toCrBio(report, laboratory, { createdAt, ...ids, pdf: PRINTED }));
  });
  if (document) mustBeRead(document);
}

function mustBeRead(document: Uint8Array): void {
  try {
    readCrBio(document);
  } catch (cause) {
    // Beyond the limits of reading: the platform checks before it sends, and refuses it there.
    if (checkCrBio(document).layers.length === 1) return;
    throw new Error('Our own document is refused by our own reader', { cause });
  }
}

function orRefused<T>(write: () => T): T | undefined {
  try {
    return write();
  } catch (error) {
    if (error instanceof PlatformError) return undefined;
    throw error;
  }
}
