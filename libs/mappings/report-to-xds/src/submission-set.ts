import type { CdaHeader } from '@segur/cda';
import type { DocumentEntry, SubmissionSet, XdsCode } from '@segur/xds';
import { toAuthors } from './people.js';
import { xdsTimeOf } from './xds-time.js';

/** What is decided once for a lot, and stays when it is sent again. */
export interface LotFacts {
  /** OID, chosen when the submission is created. */
  readonly uniqueId: string;
  /** OID of the software instance that sends. */
  readonly sourceId: string;
  readonly submittedAt: Date;
  /** Absent: `DEFAULT_CONTENT_TYPE`. */
  readonly contentType?: XdsCode;
  /** Absent: that of a lot which brings a report. */
  readonly title?: string;
}

/** What laboratories send, in the DMP's nomenclature. Unverified by the DMP's own guide, hence a setting of each laboratory. */
export const DEFAULT_CONTENT_TYPE: XdsCode = { code: '26', label: 'Analyses médicales biologiques', system: '1.2.250.1.213.2.2' };

/**
 * The set around one document: same patient, same authors.
 *
 * @throws {UnsuitableHeader} As for the entry.
 * @see IHE ITI TF-3, 4.2.3.3
 */
export function toSubmissionSet(header: CdaHeader, entry: DocumentEntry, facts: LotFacts): SubmissionSet {
  return {
    entryId: 'SubmissionSet01',
    uniqueId: facts.uniqueId,
    sourceId: facts.sourceId,
    patientId: entry.patientId,
    submissionTime: xdsTimeOf(facts.submittedAt),
    title: facts.title ?? 'Compte rendu de biologie',
    authors: toAuthors(header),
    contentType: facts.contentType ?? DEFAULT_CONTENT_TYPE,
  };
}
