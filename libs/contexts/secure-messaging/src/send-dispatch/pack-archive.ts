import { createHash } from 'node:crypto';
import type { CdaHeader } from '@segur/cda';
import type { DeliverySheet } from '@segur/laboratory';
import { toDocumentEntry, toSubmissionSet } from '@segur/report-to-xds';
import { encodeXdm } from '@segur/xdm';
import { xmlDocument } from '@segur/xml';
import { encodeSubmitObjectsRequest, type XdsCode } from '@segur/xds';

/** What one archive is made of. The same material gives the same bytes. */
export interface ArchiveMaterial {
  readonly cda: Buffer;
  readonly header: CdaHeader;
  readonly sheet: DeliverySheet;
  readonly sender: {
    readonly organisation: string;
    /** On one line; empty when the laboratory gave none. */
    readonly address: string;
    readonly phone: string;
    /** OID of the software instance that sends. */
    readonly sourceOid: string;
    readonly contentType?: XdsCode;
  };
  /** uniqueId of the submission set: OID. */
  readonly lotId: string;
  readonly at: Date;
  /** The archive names the document to delete. */
  readonly withdraws?: boolean;
}

const APPLICATION = { application: 'Segur', version: '0.1.0', vendor: 'Segur' };
const CONTENT_TYPES = '1.2.250.1.213.2.2';

// From the patient's class (PV1-2): I and E stay, O and the laboratory's own patients pass through.
const CONTENT_TYPE_OF_ENCOUNTER: Readonly<Record<DeliverySheet['encounterKind'], XdsCode>> = {
  IMP: { code: '03', label: 'Hospitalisation complète', system: CONTENT_TYPES },
  EMER: { code: '07', label: 'Consultation', system: CONTENT_TYPES },
  AMB: { code: '07', label: 'Consultation', system: CONTENT_TYPES },
};

// The receiver finds the version to replace by relatedDocument, and the document to delete by its id; the letter says which of them it is.
const ACTION = 'urn:action:extraMetadataSlot';

/**
 * True when the document takes the place of one that was sent before. Its number does not say so: after a withdrawal, a later version is
 * the first again.
 */
export function isReplacement({ replaces }: Pick<CdaHeader, 'replaces'>): boolean {
  return replaces !== undefined;
}

/**
 * Packs the document of a report for a mail: one CDA, its metadata, and pages for people.
 *
 * @throws {UnsuitableHeader} The header lacks what the metadata must say.
 * @see Référentiel socle MSSanté #2, ECO.2.1.1; CI-SIS volet Transmission au LPS d'un document CDA reçu par courriel MSS (action)
 */
export function packArchive({ cda, header, sheet, sender, lotId, at, withdraws = false }: ArchiveMaterial): Buffer {
  const fileName = 'DOC0001.XML';
  const entry = toDocumentEntry(header, {
    entryId: 'Document01',
    qualifiedIns: sheet.qualifiedIns,
    visibility: sheet.delivery,
    hash: createHash('sha1').update(cda).digest('hex'),
    sizeBytes: cda.length,
    uri: fileName,
  });
  const set = toSubmissionSet(header, entry, {
    uniqueId: lotId,
    sourceId: sender.sourceOid,
    submittedAt: at,
    contentType: sender.contentType ?? CONTENT_TYPE_OF_ENCOUNTER[sheet.encounterKind],
    ...(withdraws ? { title: "Suppression d'un compte rendu de biologie" } : {}),
  });
  const action = withdraws ? 'D' : isReplacement(header) ? 'C' : undefined;
  const announced = action ? { ...entry, extraSlots: [...(entry.extraSlots ?? []), { name: ACTION, values: [action] }] } : entry;
  const { organisation, phone, address } = sender;
  return encodeXdm({
    metadata: xmlDocument(encodeSubmitObjectsRequest({ set, documents: [announced] })),
    documents: [{ fileName, bytes: cda, title: header.title }],
    sender: { organisation, phone, address, ...APPLICATION },
    at,
  });
}
