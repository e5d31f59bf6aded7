import { MalformedMime } from './malformed-mime.js';

/** One part on its way out. */
export interface MimePart {
  readonly contentType: string;
  /** Without angle brackets: `doc1.<uuid>@host`. */
  readonly contentId: string;
  /** Leaves byte for byte. */
  readonly body: Uint8Array;
}

/** A multipart body that was never copied together. */
export interface MultipartBody {
  readonly chunks: readonly Buffer[];
  /** What `Content-Length` must say: the sum of the bytes, not of characters. */
  readonly sizeBytes: number;
}

const BOUNDARY = /^[0-9A-Za-z'()+_,./:=?-]{1,70}$/;

/**
 * Writes the body of a `multipart/related` message: parts in their order, `Content-Transfer-Encoding: binary`, CRLF only around parts.
 *
 * @param boundary - Chosen by the caller, new for each message.
 * @throws {MalformedMime} The boundary is none, or occurs in a part; a header would not fit one line of ASCII.
 * @see RFC 2046, clause 5.1; RFC 2387
 */
export function encodeMultipart(parts: readonly MimePart[], boundary: string): MultipartBody {
  if (!BOUNDARY.test(boundary)) throw new MalformedMime('Not a boundary', { length: boundary.length });
  const chunks = parts.flatMap((part, index) => {
    const body = Buffer.from(part.body.buffer, part.body.byteOffset, part.body.byteLength);
    if (body.includes(`--${boundary}`)) throw new MalformedMime('The boundary occurs in a part', { part: index });
    return [Buffer.from(`${index === 0 ? '' : '\r\n'}--${boundary}\r\n${headersOf(part)}\r\n`, 'latin1'), body];
  });
  chunks.push(Buffer.from(`\r\n--${boundary}--\r\n`, 'latin1'));
  return { chunks, sizeBytes: chunks.reduce((sum, chunk) => sum + chunk.length, 0) };
}

function headersOf({ contentType, contentId }: MimePart): string {
  for (const value of [contentType, contentId])
    if (!/^[\x20-\x7e]+$/.test(value)) throw new MalformedMime('A header of a part is not one line of ASCII');
  return `Content-Type: ${contentType}\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <${contentId}>\r\n`;
}

/** The URL that names a part: `cid:` and the content id with everything escaped that a URL cannot hold. @see RFC 2392 */
export function cidUrlOf(contentId: string): string {
  return `cid:${encodeURIComponent(contentId)}`;
}
