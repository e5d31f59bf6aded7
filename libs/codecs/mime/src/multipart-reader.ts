import { decodeContentType, type ContentType } from './content-type.js';
import { MalformedMime } from './malformed-mime.js';

/** One part of a message that came in. */
export interface ReceivedPart {
  /** Names in lower case, values unfolded. */
  readonly headers: Readonly<Record<string, string>>;
  /** Without angle brackets. Absent: the part has none. */
  readonly contentId?: string;
  /** The exact bytes; base64 is undone. */
  readonly body: Buffer;
}

/** A multipart message that came in. */
export interface ReceivedMultipart {
  /** What `start` names; the first part where nothing is named or the name fits none. */
  readonly root: ReceivedPart;
  /** All parts in their order, the root among them. */
  readonly parts: readonly ReceivedPart[];
}

/** How much a reader takes before it refuses. */
export interface MultipartLimits {
  readonly sizeBytes: number;
  readonly parts: number;
  readonly headerBytes: number;
}

const LIMITS: MultipartLimits = { sizeBytes: 64 * 1024 * 1024, parts: 256, headerBytes: 16 * 1024 };
const CR = 13;
const LF = 10;

/** True when the header announces parts, whatever the subtype. */
export function isMultipart(contentType: string): boolean {
  return /^\s*multipart\//i.test(contentType);
}

/**
 * Cuts a multipart message into its parts, as peers really write them: preamble, LF instead of CRLF, parameters bare, `start` absent, root not first.
 *
 * @param contentType - The header of the whole message, for `boundary` and `start`.
 * @throws {MalformedMime} No boundary, no part, no closing delimiter (the message was cut off), an unknown transfer encoding, or beyond a limit.
 * @see RFC 2046, clause 5.1; RFC 2387
 */
export function decodeMultipart(bytes: Uint8Array, contentType: string, limits: Partial<MultipartLimits> = {}): ReceivedMultipart {
  const { sizeBytes, parts: maxParts, headerBytes } = { ...LIMITS, ...limits };
  const { parameters }: ContentType = decodeContentType(contentType);
  const boundary = parameters['boundary'];
  if (!boundary) throw new MalformedMime('A multipart without boundary');
  if (bytes.byteLength > sizeBytes) throw new MalformedMime('A multipart beyond the limit', { sizeBytes: bytes.byteLength });

  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: ReceivedPart[] = [];
  let open = nextDelimiter(buffer, boundary, 0);
  while (open && !open.closes) {
    const close = nextDelimiter(buffer, boundary, open.contentAt);
    if (!close) throw new MalformedMime('A multipart that is not closed', { parts: parts.length });
    if (parts.length === maxParts) throw new MalformedMime('More parts than the limit', { parts: maxParts });
    parts.push(toPart(buffer.subarray(open.contentAt, endOfContent(buffer, open, close)), headerBytes));
    open = close;
  }
  const start = parameters['start'] === undefined ? undefined : bare(parameters['start']);
  const root = parts.find(({ contentId }) => contentId !== undefined && contentId === start) ?? parts[0];
  if (!root) throw new MalformedMime('A multipart without parts');
  return { root, parts };
}

/**
 * The part that a `cid:` URL names, escaped (`%40`, `%3A`) or not. Absent: none has that content id.
 *
 * @see RFC 2392
 */
export function partOfCid(parts: readonly ReceivedPart[], url: string): ReceivedPart | undefined {
  const wanted = url.replace(/^cid:/i, '');
  return parts.find(({ contentId }) => contentId === wanted) ?? parts.find(({ contentId }) => contentId === unescaped(wanted));
}

interface Delimiter {
  readonly at: number;
  /** First byte after the delimiter's line. */
  readonly contentAt: number;
  readonly closes: boolean;
  readonly crlf: boolean;
}

/** A delimiter stands at the begin of a line and is followed by nothing but spaces: a longer boundary that begins alike is none. */
function nextDelimiter(buffer: Buffer, boundary: string, from: number): Delimiter | undefined {
  const dashed = Buffer.from(`--${boundary}`, 'latin1');
  for (let at = buffer.indexOf(dashed, from); at >= 0; at = buffer.indexOf(dashed, at + 1)) {
    if (at > 0 && at !== from && buffer[at - 1] !== LF) continue;
    let next = at + dashed.length;
    const closes = buffer[next] === 0x2d && buffer[next + 1] === 0x2d;
    if (closes) next += 2;
    while (buffer[next] === 0x20 || buffer[next] === 0x09) next += 1;
    const crlf = buffer[next] === CR && buffer[next + 1] === LF;
    if (crlf || buffer[next] === LF) return { at, contentAt: next + (crlf ? 2 : 1), closes, crlf };
    // The last delimiter of a message needs no line end.
    if (closes) return { at, contentAt: next, closes, crlf };
  }
  return undefined;
}

/** The line end before a delimiter belongs to the delimiter. Where lines end in LF, a CR before it is the part's own byte. */
function endOfContent(buffer: Buffer, open: Delimiter, close: Delimiter): number {
  if (close.at === open.contentAt) return close.at;
  return close.at - (open.crlf && close.at - 2 >= open.contentAt && buffer[close.at - 2] === CR ? 2 : 1);
}

function toPart(content: Buffer, headerBytes: number): ReceivedPart {
  const { head, body } = splitHead(content, headerBytes);
  const headers: Record<string, string> = {};
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers[line.slice(0, colon).trim().toLowerCase()] ??= line.slice(colon + 1).trim();
  }
  const id = headers['content-id'];
  return {
    headers,
    ...(id === undefined ? {} : { contentId: bare(id) }),
    body: decoded(body, headers['content-transfer-encoding']),
  };
}

function splitHead(content: Buffer, headerBytes: number): { readonly head: string; readonly body: Buffer } {
  let line = 0;
  while (line < content.length && line <= headerBytes) {
    const lf = content.indexOf(LF, line);
    const end = lf < 0 ? content.length : lf;
    if (end === line || (end === line + 1 && content[line] === CR))
      return { head: content.toString('latin1', 0, line), body: content.subarray(Math.min(end + 1, content.length)) };
    line = end + 1;
  }
  if (line > headerBytes) throw new MalformedMime('The headers of a part are beyond the limit', { headerBytes });
  return { head: content.toString('latin1'), body: content.subarray(content.length) };
}

function decoded(body: Buffer, encoding = 'binary'): Buffer {
  switch (encoding.toLowerCase()) {
    case 'binary':
    case '8bit':
    case '7bit':
      return body;
    case 'base64':
      return Buffer.from(body.toString('latin1'), 'base64');
    default:
      throw new MalformedMime('A transfer encoding that is not read');
  }
}

function bare(id: string): string {
  return id.trim().replace(/^<(.*)>$/s, '$1');
}

function unescaped(id: string): string | undefined {
  try {
    return decodeURIComponent(id);
  } catch {
    return undefined;
  }
}
