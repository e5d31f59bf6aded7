import { MalformedInput } from '@segur/errors';

/** A `Content-Type`: its type in lower case, and its parameters without their quotes. */
export interface MediaType {
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** One part of a multipart body, byte for byte. Header names are in lower case. */
export interface MimePart {
  readonly headers: ReadonlyMap<string, string>;
  readonly bytes: Buffer;
}

const PARAMETER = /;\s*([^\s=;]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*))/gy;
const CRLF = '\r\n';

/** Reads a `Content-Type`, RFC 2045 §5.1. Absent when it is not one to its end. */
export function readMediaType(text: string): MediaType | undefined {
  const type = /^\s*([^\s;/]+\/[^\s;/]+)\s*/.exec(text);
  if (!type?.[1]) return undefined;
  const parameters = new Map<string, string>();
  let position = type[0].length;
  PARAMETER.lastIndex = position;
  for (let match = PARAMETER.exec(text); match?.[1]; match = PARAMETER.exec(text)) {
    parameters.set(match[1].toLowerCase(), match[2]?.replace(/\\(.)/g, '$1') ?? match[3] ?? '');
    position = PARAMETER.lastIndex;
  }
  return /^[\s;]*$/.test(text.slice(position)) ? { type: type[1].toLowerCase(), parameters } : undefined;
}

/**
 * Cuts a multipart body into its parts without touching their bytes, RFC 2046 §5.1.
 *
 * Stricter than a receiver need be, because it judges: delimiters end in CRLF, and the closing one is demanded.
 *
 * @throws {MalformedInput} A delimiter, the closing delimiter or the end of a part's headers is missing.
 */
export function readMultipart(body: Buffer, boundary: string): MimePart[] {
  const parts: MimePart[] = [];
  let delimiter = nextDelimiter(body, boundary, 0);
  if (!delimiter) throw new MalformedInput('No delimiter of the stated boundary');
  while (!delimiter.closing) {
    const next = nextDelimiter(body, boundary, delimiter.end);
    if (!next) throw new MalformedInput('No closing delimiter', { parts: parts.length });
    parts.push(readPart(body.subarray(delimiter.end, next.start)));
    delimiter = next;
  }
  return parts;
}

interface Delimiter {
  /** Where the CRLF before the dashes stands: it belongs to the delimiter, not to the part. */
  readonly start: number;
  readonly end: number;
  readonly closing: boolean;
}

function nextDelimiter(body: Buffer, boundary: string, from: number): Delimiter | undefined {
  const dashes = `--${boundary}`;
  for (let at = body.indexOf(dashes, from); at >= 0; at = body.indexOf(dashes, at + 1)) {
    const start = at === from ? at : at - CRLF.length;
    if (at !== from && body.toString('latin1', Math.max(start, 0), at) !== CRLF) continue;
    const after = at + Buffer.byteLength(dashes);
    if (body.toString('latin1', after, after + 2) === '--') return { start, end: after + 2, closing: true };
    const line = body.indexOf(CRLF, after);
    // A longer boundary may begin with this one: only blanks may follow up to the end of the line.
    if (line >= 0 && /^[ \t]*$/.test(body.toString('latin1', after, line))) return { start, end: line + 2, closing: false };
  }
  return undefined;
}

function readPart(part: Buffer): MimePart {
  const bare = part.subarray(0, 2).equals(Buffer.from(CRLF));
  const end = bare ? 0 : part.indexOf(CRLF + CRLF);
  if (end < 0) throw new MalformedInput('A part whose headers have no end');
  const headers = part
    .toString('latin1', 0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split(CRLF)
    .filter(Boolean);
  return { headers: new Map(headers.map(readHeader)), bytes: part.subarray(bare ? 2 : end + 4) };
}

function readHeader(line: string): [string, string] {
  const colon = line.indexOf(':');
  if (colon < 1) throw new MalformedInput('A line of a part is not a header');
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}
