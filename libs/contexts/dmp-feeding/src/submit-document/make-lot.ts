import { createHash } from 'node:crypto';
import { readCdaHeader } from '@segur/cda';
import type { DeliverySheet } from '@segur/laboratory';
import { toDocumentEntry, toSubmissionSet } from '@segur/report-to-xds';
import type { DocumentContent, Submission as XdsSubmission, XdsCode } from '@segur/xds';
import type { Submission } from '../submission.entity.js';

/** A lot, ready to be packed. */
export interface Lot {
  readonly submission: XdsSubmission;
  readonly contents: readonly DocumentContent[];
  /** The document is hashed for the signature as it is. */
  readonly canonical: boolean;
  /** SHA-1 of the document in hexadecimal: what the DMP says of a document that it has. */
  readonly hash: string;
  /** When the lot was planned, which is when it is signed: what is sent again is identical. */
  readonly signedAt: Date;
}

/** What a lot is made of, beside the laboratory's settings. */
export interface LotMaterial {
  readonly row: Pick<Submission, 'setId' | 'plannedAt'>;
  readonly cda: Buffer;
  readonly sheet: DeliverySheet;
  readonly sourceId: string;
  readonly contentType: XdsCode | undefined;
  readonly announceHash: boolean;
  readonly announceOrders: boolean;
  /** entryUUID of the version that this one replaces. */
  readonly replaced?: string;
}

const ENTRY_ID = 'Document01';

/**
 * Makes the lot of one document. The same row, document and settings give the same lot.
 *
 * @throws {UnreadableCda} @throws {UnsuitableHeader}
 */
export function makeLot({ row, cda, sheet, replaced, ...settings }: LotMaterial): Lot {
  const header = readCdaHeader(cda);
  const hash = createHash('sha1').update(cda).digest('hex');
  const entry = toDocumentEntry(header, {
    entryId: ENTRY_ID,
    qualifiedIns: sheet.qualifiedIns,
    visibility: sheet.delivery,
    announceOrders: settings.announceOrders,
    ...(settings.announceHash ? { hash, sizeBytes: cda.length } : {}),
  });
  const { contentType, sourceId } = settings;
  const lot = { uniqueId: row.setId, sourceId, submittedAt: row.plannedAt, ...(contentType ? { contentType } : {}) };
  return {
    submission: {
      set: toSubmissionSet(header, entry, lot),
      documents: [entry],
      ...(replaced === undefined ? {} : { replacements: [{ by: ENTRY_ID, replaced }] }),
    },
    contents: [{ entryId: ENTRY_ID, bytes: cda, contentType: 'text/xml' }],
    canonical: sheet.writtenCanonical === true,
    hash,
    signedAt: row.plannedAt,
  };
}
