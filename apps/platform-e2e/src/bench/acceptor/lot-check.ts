import { createHash } from 'node:crypto';

const HEADER_END = '\r\n\r\n';
const CLINICAL_DOCUMENT = '<ClinicalDocument';

/** Hash of the CDA of a lot that is as it says, or what is wrong with it. */
export type CheckedLot = { readonly documentHash: string } | { readonly wrong: string };

/**
 * Holds each document of an ITI-41 request to the hash and the size that the metadata state. Nothing is parsed: hash and size are looked for
 * in the text of the envelope, which comes first.
 */
export function checkLot(contentType: string, body: Buffer): CheckedLot {
  const boundary = /boundary="?([^";]+)/i.exec(contentType)?.[1];
  const [envelope, ...documents] = boundary === undefined ? [] : partsOf(body, `--${boundary}`);
  if (!envelope || documents.length === 0) return { wrong: 'no multipart with an envelope and documents' };
  const metadata = envelope.toString('latin1');
  let documentHash: string | undefined;
  for (const bytes of documents) {
    const hash = createHash('sha1').update(bytes).digest('hex');
    if (!metadata.includes(`<rim:Value>${hash}</rim:Value>`)) return { wrong: 'a hash that is not of the document' };
    if (!metadata.includes(`<rim:Value>${bytes.length}</rim:Value>`)) return { wrong: 'a size that is not of the document' };
    if (bytes.subarray(0, 400).includes(CLINICAL_DOCUMENT)) documentHash = hash;
  }
  return documentHash === undefined ? { wrong: 'a lot without CDA' } : { documentHash };
}

function partsOf(body: Buffer, delimiter: string): readonly Buffer[] {
  const parts: Buffer[] = [];
  let from = body.indexOf(delimiter);
  while (from >= 0) {
    const headers = from + delimiter.length;
    const next = body.indexOf(`\r\n${delimiter}`, headers);
    if (next < 0) break;
    parts.push(body.subarray(body.indexOf(HEADER_END, headers) + HEADER_END.length, next));
    from = next + 2;
  }
  return parts;
}
