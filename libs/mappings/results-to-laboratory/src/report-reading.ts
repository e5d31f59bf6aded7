import type { Finding } from '@segur/errors';
import type { Laboratory, Report } from '@segur/laboratory';
import type { ReceivedChanges } from './received-changes.js';

/** What a message does not say and a report must. */
export interface MappingContext {
  /** The laboratory that answers for the report. */
  readonly laboratory: Laboratory;
  readonly reportSetId: string;
  /** 1 for the first state of the report, rising by one. */
  readonly revision: number;
}

/** A report, or why there is none: at least one finding of severity `error`, each naming a place in the terms of the sender's format. */
export type ReportReading =
  | {
      readonly status: 'read';
      /** What the message says. Its results may be none when it only changes those of earlier messages. */
      readonly report: Report;
      /** What it says of results that it does not hold: for `reviseReport`. */
      readonly changes: ReceivedChanges;
      readonly findings: readonly Finding[];
    }
  | { readonly status: 'refused'; readonly findings: readonly Finding[] };
