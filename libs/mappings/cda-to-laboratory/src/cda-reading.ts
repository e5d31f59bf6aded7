import type { Finding } from '@segur/errors';
import type { DeliveryWishes, Identifier, Laboratory, Report, StatedTime } from '@segur/laboratory';

/** What a CR-BIO says of itself as a document, and a report does not. */
export interface CdaDocumentFacts {
  readonly id: Identifier;
  /** Shared by all versions. */
  readonly setId?: Identifier;
  readonly versionNumber: number;
  readonly createdAt: StatedTime;
  /** The document that this one replaces. */
  readonly replaces?: Identifier;
}

/** A report and the laboratory that answers for it, or why there is none: at least one finding of severity `error`. */
export type CdaReading =
  | {
      readonly status: 'read';
      readonly report: Report;
      readonly laboratory: Laboratory;
      readonly document: CdaDocumentFacts;
      readonly findings: readonly Finding[];
    }
  | { readonly status: 'refused'; readonly findings: readonly Finding[] };

/** What a document does not say. */
export interface ToReportOptions {
  /** Where the report goes. Absent: nowhere, a document that was received is sent to nobody unless somebody asks. */
  readonly delivery?: DeliveryWishes;
}
