import { writeCrBio } from '@segur/cda';
import { checkCrBio } from '@segur/conformance';
import { hasErrors, PlatformError, type Finding } from '@segur/errors';
import type { Coding } from '@segur/events';
import { documentIdOf, oidOfUuid, withKnownAddresses, type DeliverySheet, type Laboratory } from '@segur/laboratory';
import { toCrBio, toDeliverySheet, UnassemblableReport, type PdfPrinting } from '@segur/laboratory-to-cda';
import { applyCodings } from './apply-codings.js';
import { completeFromOrder } from './complete-from-order.js';
import type { ReportToAssemble } from './report-to-assemble.js';

/** A checked document and what the channels need to deliver it. */
export interface AssembledDocument {
  readonly status: 'assembled';
  readonly documentId: string;
  readonly cda: Buffer;
  readonly pdf: Uint8Array;
  readonly sheet: DeliverySheet;
  /** The order it was completed from. */
  readonly orderId?: string;
  readonly findings: readonly Finding[];
}

/** A document, or why none can be made: at least one finding of severity `error`. */
export type Assembly = AssembledDocument | { readonly status: 'refused'; readonly findings: readonly Finding[] };

/** What an assembly is given beside the report. */
export interface AssemblyContext {
  readonly laboratory: Laboratory;
  readonly codings: readonly Coding[];
  readonly createdAt: Date;
  /** How the copy on paper is printed. */
  readonly printing: PdfPrinting;
  /** Folder of the official kit. Absent: our own rules alone check the document. */
  readonly ciSisDir?: string;
}

/** Makes the CR-BIO of a report with its codes, completes it from its order, and checks what was written. */
export function assembleCrBio(
  { report: read, findings: remarks, orders }: Pick<ReportToAssemble, 'report' | 'findings' | 'orders'>,
  context: AssemblyContext,
): Assembly {
  const { laboratory, codings, createdAt, printing, ciSisDir } = context;
  const { report, orderId, findings: doubts } = completeFromOrder(read, orders);
  const coded = withKnownAddresses(applyCodings(report, codings), laboratory);
  const before = [...remarks, ...doubts];
  const { reportSetId, revision } = coded;
  const documentId = documentIdOf(reportSetId, revision);
  try {
    const document = toCrBio(coded, laboratory, {
      createdAt,
      documentId,
      setId: oidOfUuid(reportSetId),
      versionNumber: revision,
      pdf: printing,
    });
    const cda = writeCrBio(document);
    const findings = [...before, ...checkCrBio(cda, ciSisDir === undefined ? {} : { ciSisDir }).findings];
    if (hasErrors(findings)) return { status: 'refused', findings };
    const sheet: DeliverySheet = { ...toDeliverySheet(coded, documentId), writtenCanonical: true };
    return {
      status: 'assembled',
      documentId,
      cda,
      pdf: document.pdf,
      sheet,
      ...(orderId !== undefined && { orderId }),
      findings,
    };
  } catch (error) {
    if (!(error instanceof PlatformError) || error.kind !== 'invalid') throw error;
    return { status: 'refused', findings: [...before, toFinding(error)] };
  }
}

/** What stopped the writing: a part that every document must have, or a text that XML cannot hold. */
function toFinding(error: PlatformError): Finding {
  const location = error instanceof UnassemblableReport ? String(error.details['reason']) : 'report';
  return { severity: 'error', code: error.code, location, message: error.message };
}
