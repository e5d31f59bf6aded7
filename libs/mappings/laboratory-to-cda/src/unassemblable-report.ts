import { PlatformError } from '@segur/errors';

/** Why no valid document can be made of a report. */
export type UnassemblableReason =
  'no-signatory' | 'no-patient-identifier' | 'no-birth-date' | 'no-results' | 'unknown-chapter' | 'malformed-time';

/** A report lacks what every document must have, and nothing may be invented in its place. `details.reason` says what. */
export class UnassemblableReport extends PlatformError {
  readonly code = 'report-unassemblable';
  readonly kind = 'invalid';

  constructor(reason: UnassemblableReason, details: Readonly<Record<string, string>> = {}) {
    super(`No document can be made of this report: ${reason}`, { reason, ...details });
  }
}
