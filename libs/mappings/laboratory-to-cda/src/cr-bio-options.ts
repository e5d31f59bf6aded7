import type { PdfPrinting } from './to-pdf-copy.js';

/** What the assembly decides, and the report does not say. */
export interface CrBioOptions {
  /** Instant of creation of the document. */
  readonly createdAt: Date;
  /** OID of this version, see `documentIdOf`. */
  readonly documentId: string;
  /** OID shared by all versions of the report, see `oidOfUuid`. */
  readonly setId: string;
  /** 1 for the first. */
  readonly versionNumber: number;
  /** OID of the document that this one replaces. Absent: as `report.replaces` says. */
  readonly replaces?: string;
  /**
   * The report on paper: its bytes, or what `toPdfCopy` prints it with. What the laboratory printed itself (`report.printedCopy`) comes
   * before our own print.
   */
  readonly pdf: Uint8Array | PdfPrinting;
}
