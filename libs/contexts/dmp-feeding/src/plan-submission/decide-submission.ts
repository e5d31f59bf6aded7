import type { DeliverySheet } from '@segur/laboratory';

/** Why a document does not go to the DMP, in codes of docs/errors.md. */
export type NotEligible = 'dmp-not-configured' | 'dmp-not-wished' | 'ins-not-qualified' | 'dmp-ins-authority-refused';

/** What the installation says about one laboratory. */
export interface SubmissionSettings {
  /** The laboratory has a certificate to feed the DMP with. */
  readonly feedsDmp: boolean;
  /** OIDs of the INS that this environment sends: an INS of tests never reaches the real DMP. */
  readonly insAuthorities: readonly string[];
}

/**
 * Decides whether a document goes to the DMP.
 *
 * Visibility is no reason to hold it back: a masked or hidden document goes with the codes that say so, as an organisation's
 * certificate cannot change them later.
 *
 * @returns Absent: it goes.
 */
export function decideSubmission(sheet: DeliverySheet, { feedsDmp, insAuthorities }: SubmissionSettings): NotEligible | undefined {
  if (!feedsDmp) return 'dmp-not-configured';
  if (!sheet.delivery.dmp) return 'dmp-not-wished';
  if (!sheet.qualifiedIns) return 'ins-not-qualified';
  return insAuthorities.includes(sheet.qualifiedIns.oid) ? undefined : 'dmp-ins-authority-refused';
}
