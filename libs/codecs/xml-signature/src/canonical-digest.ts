import { MalformedInput } from '@segur/errors';
import { XmlDocument } from 'libxml2-wasm';
import type { DigestName } from './algorithms.js';
import { digestOf } from './signing-key.js';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/**
 * Digest of a whole XML file in Canonical XML 1.0 with comments: processing instructions and comments outside the root count.
 *
 * @param canonical - The file is a declaration of ours and a root that was written canonical: hashed as it is.
 * @throws {MalformedInput} The file is not well-formed.
 * @see dmp.md §6; Canonical XML 1.0
 */
export function canonicalDigest(bytes: Uint8Array, digest: DigestName, canonical = false): string {
  if (canonical && hasOurDeclaration(bytes)) return digestOf(bytes.subarray(DECLARATION.length), digest);
  return digestOf(canonicalize(bytes), digest);
}

function canonicalize(bytes: Uint8Array): string {
  let document: XmlDocument | undefined;
  try {
    document = XmlDocument.fromBuffer(bytes);
    return document.canonicalizeToString({ withComments: true });
  } catch (cause) {
    throw new MalformedInput('A document to be signed is not well-formed', { sizeBytes: bytes.byteLength }, { cause });
  } finally {
    document?.dispose();
  }
}

function hasOurDeclaration(bytes: Uint8Array): boolean {
  return (
    Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, DECLARATION.length)).toString('latin1') === DECLARATION
  );
}
