import { UnreadableCda } from './unreadable-cda.js';

/**
 * Character sets that are read, by the name an XML declaration gives them (without case). The web's decoders take ISO-8859-1 for
 * windows-1252, its superset: a document that declares the first and uses the second is read as it was meant.
 */
const CHARSETS: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-15': 'iso-8859-15',
  'iso8859-15': 'iso-8859-15',
  'latin-9': 'iso-8859-15',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
};

/**
 * Decodes a document by its XML declaration: UTF-8 when it names no set.
 *
 * @throws {UnreadableCda} Another set, UTF-16 included; or bytes that are not in the set.
 */
export function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const utf16 = (first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe) || first === 0 || second === 0;
  if (utf16) throw new UnreadableCda('The character set is not read', { element: 'xml declaration' });
  const charset = CHARSETS[declaredCharset(bytes)];
  if (charset === undefined) throw new UnreadableCda('The character set is not read', { element: 'xml declaration' });
  return decode(bytes, charset);
}

/** Decodes UTF-8. @throws {UnreadableCda} It is not, or the XML declaration names another set. */
export function decodeUtf8Xml(bytes: Uint8Array): string {
  if (CHARSETS[declaredCharset(bytes)] !== 'utf-8') throw new UnreadableCda('Not UTF-8');
  return decode(bytes, 'utf-8');
}

function decode(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UnreadableCda(
      charset === 'utf-8' ? 'Not UTF-8' : 'The bytes are not in the character set they declare',
      {},
      { cause },
    );
  }
}

/** A declaration is ASCII in every set that is read, and short. */
function declaredCharset(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 256)).toString('latin1');
  return /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
}
