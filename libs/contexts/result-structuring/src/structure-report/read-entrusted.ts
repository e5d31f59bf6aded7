import { readCdaHeader, readCrBio, UnreadableCda, type CdaHeader } from '@segur/cda';
import { toReport } from '@segur/cda-to-laboratory';
import { checkCrBio } from '@segur/conformance';
import { hasErrors, type Finding } from '@segur/errors';
import { decodeMessage } from '@segur/hl7v2';
import { toDocumentTransmission, type DocumentTransmission } from '@segur/hl7v2-to-laboratory';
import { withKnownAddresses, type DeliverySheet, type Laboratory } from '@segur/laboratory';
import { toDeliverySheet } from '@segur/laboratory-to-cda';
import { defaultDelivery } from '@segur/results-to-laboratory';
import { printedReportOf } from './printed-report.js';
import { refuseTransmission } from './refuse-transmission.js';
import { checkDocument, checkEntrusted, toEntrustedSheet, type EntrustedAs } from './to-entrusted-sheet.js';

/** A document that came finished, with what was said of it. */
export interface Entrusted {
  readonly status: 'read';
  readonly action: DocumentTransmission['action'];
  readonly cda: Buffer;
  /** The one that it holds. */
  readonly pdf?: Buffer;
  readonly header: CdaHeader;
  /** Who gets it. */
  readonly sheet: (as: EntrustedAs) => DeliverySheet;
  /** What its sender wants to be told of its deliveries. A document alone cannot ask. */
  readonly acknowledgements: DocumentTransmission['acknowledgements'];
  readonly findings: readonly Finding[];
}

/** A document, or why it is not taken: at least one finding of severity `error`. */
export type EntrustedReading = Entrusted | { readonly status: 'refused'; readonly findings: readonly Finding[] };

/** What the bytes do not say. */
export interface EntrustedContext {
  readonly laboratory: Laboratory;
  readonly maxBytes: number;
  /** Folder of the official kit. Absent: our own rules alone check the document. */
  readonly ciSisDir?: string;
}

/** Reads a message that carries a finished document and its routing. */
export function readTransmission(bytes: Buffer, { laboratory, maxBytes, ...kit }: EntrustedContext): EntrustedReading {
  const reading = toDocumentTransmission(decodeMessage(bytes, { maxBytes }), laboratory);
  if (reading.status === 'refused') return reading;
  const { transmission } = reading;
  const refusals = refuseTransmission(transmission);
  if (refusals.length > 0) return { status: 'refused', findings: [...reading.findings, ...refusals] };
  const { cda, action, acknowledgements } = transmission;
  const header = readHeader(cda);
  if ('severity' in header) return { status: 'refused', findings: [...reading.findings, header] };
  const printed = action === 'delete' ? {} : printedReportOf(cda, header);
  const findings = [
    ...reading.findings,
    ...remarksOn(cda, kit),
    ...checkEntrusted(transmission, header),
    ...('finding' in printed ? [printed.finding] : []),
  ];
  if (hasErrors(findings) || 'finding' in printed) return { status: 'refused', findings };
  return {
    status: 'read',
    action,
    cda,
    ...printed,
    header,
    sheet: (as) => toEntrustedSheet(transmission, header, as),
    acknowledgements,
    findings,
  };
}

/**
 * Reads a finished document that came alone: nobody said where it goes, so that it goes where the laboratory's reports go. It is a
 * replacement when it says so.
 */
export function readBareDocument(cda: Buffer, { laboratory, ...kit }: EntrustedContext): EntrustedReading {
  const header = readHeader(cda);
  if ('severity' in header) return { status: 'refused', findings: [header] };
  const reading = toReport(readCrBio(cda));
  if (reading.status === 'refused') return reading;
  const printed = printedReportOf(cda, header);
  const findings = [
    ...reading.findings,
    ...remarksOn(cda, kit),
    ...checkDocument(header),
    ...('finding' in printed ? [printed.finding] : []),
  ];
  if (hasErrors(findings) || 'finding' in printed) return { status: 'refused', findings };
  const report = withKnownAddresses(reading.report, laboratory);
  const delivery = defaultDelivery(report.encounter, true);
  return {
    status: 'read',
    action: header.replaces ? 'replace' : 'create',
    cda,
    ...printed,
    header,
    sheet: (as) => toDeliverySheet({ ...report, ...as, delivery }, header.id.root),
    acknowledgements: { reception: false, reading: false },
    findings,
  };
}

/** The laboratory answers for what its software wrote, the published example included, which breaks several rules of our own. */
function remarksOn(cda: Buffer, { ciSisDir }: Pick<EntrustedContext, 'ciSisDir'>): readonly Finding[] {
  return checkCrBio(cda, { ...(ciSisDir !== undefined && { ciSisDir }), ofOthers: true }).findings;
}

function readHeader(cda: Buffer): CdaHeader | Finding {
  try {
    return readCdaHeader(cda);
  } catch (error) {
    if (!(error instanceof UnreadableCda)) throw error;
    return { severity: 'error', code: error.code, location: '/ClinicalDocument', message: error.message };
  }
}
