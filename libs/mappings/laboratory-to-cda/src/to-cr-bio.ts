import type { CrBioDocument } from '@segur/cda';
import type { Laboratory, Report } from '@segur/laboratory';

/** What the assembly decides, and the report does not say. */
export interface CrBioOptions {
  /** Instant of creation of the document. */
  readonly createdAt: Date;
  /** OID of this version, see `oidOfUuid`. */
  readonly documentId: string;
  /** OID shared by all versions of the report. */
  readonly setId: string;
  /** 1 for the first. */
  readonly versionNumber: number;
  /** OID of the document that this one replaces. */
  readonly replaces?: string;
  /** The report on paper. Absent: printed by `toPdfCopy`. */
  readonly pdf?: Uint8Array;
}

/** Assembles the document of a report. */
export declare function toCrBio(report: Report, laboratory: Laboratory, options: CrBioOptions): CrBioDocument;
/** Prints the report on paper. */
export declare function toPdfCopy(report: Report, laboratory: Laboratory, options: CrBioOptions): Uint8Array;
