import { MalformedMime } from './malformed-mime.js';

/** A `Content-Type` header taken apart. */
export interface ContentType {
  /** `type/subtype`, lower case. */
  readonly mediaType: string;
  /** Names in lower case; values without their quotes. The first of two equal names wins. */
  readonly parameters: Readonly<Record<string, string>>;
}

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
// A quoted string, or anything up to the next semicolon: peers leave values like `text/xml` and `<root@host>` bare.
const PARAMETER = /;\s*([^\s=;]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/gsy;

/**
 * Reads a `Content-Type` value, quoted or bare, folded or not.
 *
 * @throws {MalformedMime} It does not begin with `type/subtype`.
 * @see RFC 2045, clause 5.1
 */
export function decodeContentType(value: string): ContentType {
  const mediaType = /^\s*([^\s/;]+\/[^\s/;]+)\s*/.exec(value);
  if (!mediaType) throw new MalformedMime('Not a media type', { length: value.length });
  const parameters: Record<string, string> = {};
  PARAMETER.lastIndex = mediaType[0].length;
  for (let found = PARAMETER.exec(value); found; found = PARAMETER.exec(value)) {
    parameters[(found[1] ?? '').toLowerCase()] ??= found[2]?.replace(/\\(.)/gs, '$1') ?? (found[3] ?? '').trim();
    const gap = /\s*/y;
    gap.lastIndex = PARAMETER.lastIndex;
    gap.exec(value);
    PARAMETER.lastIndex = gap.lastIndex;
  }
  return { mediaType: (mediaType[1] ?? '').toLowerCase(), parameters };
}

/**
 * Writes a `Content-Type` value on one line. A parameter that is `undefined` is left out.
 *
 * @throws {MalformedMime} A value holds a control character or one beyond ASCII, which no header can carry.
 */
export function encodeContentType(mediaType: string, parameters: Readonly<Record<string, string | undefined>>): string {
  let out = mediaType;
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined) continue;
    if (!/^[\x20-\x7e]*$/.test(value)) throw new MalformedMime('A header value beyond ASCII', { parameter: name });
    // Media types and content ids must be quoted; plain tokens such as a charset are better left bare for old readers.
    out += `; ${name}=${TOKEN.test(value) && name === 'charset' ? value : `"${value.replace(/["\\]/g, '\\$&')}"`}`;
  }
  return out;
}
