import { createHash } from 'node:crypto';
import { isNull, readCdaHeader, type CdaAddress, type CdaHeader } from '@segur/cda';
import { MalformedInput } from '@segur/errors';
import { INS_AUTHORITIES } from '@segur/identity';
import { derivedUuid, oidOfUuid } from '@segur/laboratory';
import { toDocumentEntry, toSubmissionSet } from '@segur/report-to-xds';
import { encodeXdm, type XdmSender } from '@segur/xdm';
import { xmlDocument } from '@segur/xml';
import { encodeSubmitObjectsRequest, type DocumentEntry } from '@segur/xds';
import { VERSION } from '../version.js';

/** What goes into an archive. The same material gives the same bytes. */
export interface PackedMaterial {
  readonly cda: Buffer;
  /** The same report on paper. Absent: the CDA alone. */
  readonly pdf?: Buffer;
  /** OID of the software instance that packs. Absent: one derived from the custodian of the document. */
  readonly sourceOid?: string;
  readonly at: Date;
}

/**
 * Packs a finished document as it is mailed: its metadata all come from its own header.
 *
 * @throws {UnreadableCda} No CDA. @throws {UnsuitableHeader} The header lacks what the metadata must say.
 * @throws {MalformedInput} The PDF is none. @throws {MalformedXds} `sourceOid` is no OID.
 */
export function packDocument({ cda, pdf, sourceOid, at }: PackedMaterial): Buffer {
  const header = readCdaHeader(cda);
  if (pdf && pdf.subarray(0, 5).toString('latin1') !== '%PDF-') throw new MalformedInput('The copy on paper is not a PDF');
  const document = toEntry(header, { bytes: cda, entryId: 'Document01', uri: 'DOC0001.XML' });
  // On a medium, a copy of the document is a document of its own.
  const copied: CdaHeader = {
    ...header,
    id: { root: oidOfUuid(derivedUuid('xdm-copy', header.id.root)) },
    body: 'unstructured',
  };
  const copy = pdf && toEntry(copied, { bytes: pdf, entryId: 'Document02', uri: 'DOC0002.PDF', mimeType: 'application/pdf' });
  const set = toSubmissionSet(header, document, {
    uniqueId: oidOfUuid(derivedUuid('xdm-set', header.id.root, at.toISOString())),
    sourceId: sourceOid ?? oidOfUuid(derivedUuid('xdm-source', ...custodianIds(header))),
    submittedAt: at,
  });
  const title = header.title;
  return encodeXdm({
    metadata: xmlDocument(encodeSubmitObjectsRequest({ set, documents: copy ? [document, copy] : [document] })),
    documents: [
      { fileName: 'DOC0001.XML', bytes: cda, title },
      ...(pdf ? [{ fileName: 'DOC0002.PDF', bytes: pdf, title: `${title} (PDF)` }] : []),
    ],
    sender: senderOf(header),
    at,
  });
}

interface PackedFile {
  readonly bytes: Buffer;
  readonly entryId: string;
  readonly uri: string;
  readonly mimeType?: string;
}

function toEntry(header: CdaHeader, { bytes, ...file }: PackedFile): DocumentEntry {
  // A document holds the matricule of a qualified identity only.
  const ins = header.patient.ids.find(({ root }) => (Object.values(INS_AUTHORITIES) as string[]).includes(root));
  return toDocumentEntry(header, {
    ...file,
    qualifiedIns: ins?.extension === undefined ? undefined : { value: ins.extension, oid: ins.root },
    visibility: { maskedToProfessionals: false, hiddenFromPatient: false, hiddenFromRepresentatives: false },
    hash: createHash('sha1').update(bytes).digest('hex'),
    sizeBytes: bytes.length,
  });
}

function custodianIds({ custodian }: CdaHeader): readonly string[] {
  return (custodian?.ids ?? []).map(({ root, extension }) => `${root} ${extension ?? ''}`);
}

/** Whoever keeps the document answers for it. */
function senderOf({ custodian }: CdaHeader): XdmSender {
  const phone = custodian?.telecoms.find((telecom) => !isNull(telecom) && telecom.value.startsWith('tel:'));
  const address = custodian?.addresses.find((one) => !isNull(one));
  return {
    organisation: custodian?.name ?? '',
    address: address && !isNull(address) ? onOneLine(address) : '',
    phone: phone && !isNull(phone) ? phone.value.slice('tel:'.length) : '',
    application: 'Segur',
    version: VERSION,
    vendor: 'Segur',
  };
}

function onOneLine({ lines, houseNumber, streetNameType, streetName, postalCode, city }: CdaAddress): string {
  return [...(lines ?? []), houseNumber, streetNameType, streetName, postalCode, city].filter(Boolean).join(' ');
}
