import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { DocumentDamaged } from './document-errors.js';
import type { KeyRing } from './key-ring.js';

/** The largest piece that is sealed as one, in bytes. */
export const CHUNK_BYTES = 1024 * 1024;

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A document's own key, wrapped: what is stored of it. */
export interface WrappedKey {
  readonly keyId: string;
  readonly wrapped: Buffer;
}

/**
 * Seals the pieces of one document: AES-256-GCM, a random nonce for each, under a key of the document's own.
 *
 * The key is wrapped under the ring's current key together with tenant and SHA-256, and each piece is bound to its number and to being
 * the last. So no piece can be changed, dropped, moved or taken from another document or tenant without being found out, and a stream
 * can be sealed before its hash is known. Few bytes are sealed under any one key, so random nonces never come near a collision.
 */
export class DocumentSealer {
  private readonly key = randomBytes(32);

  constructor(private readonly ring: KeyRing) {}

  seal(bytes: Buffer, number: number, isLast: boolean): Buffer {
    return seal(this.key, bytes, place(number, isLast));
  }

  wrap(tenantId: string, sha256: string): WrappedKey {
    const keyId = this.ring.current;
    return { keyId, wrapped: seal(this.ring.key(keyId), this.key, owner(tenantId, sha256)) };
  }
}

/** Opens the pieces of one document. */
export class DocumentOpener {
  private readonly key: Buffer;

  /** @throws {DocumentKeyMissing} @throws {DocumentDamaged} */
  constructor(ring: KeyRing, { keyId, wrapped }: WrappedKey, tenantId: string, sha256: string) {
    this.key = open(ring.key(keyId), wrapped, owner(tenantId, sha256));
  }

  /** @throws {DocumentDamaged} */
  open(sealed: Buffer, number: number, isLast: boolean): Buffer {
    return open(this.key, sealed, place(number, isLast));
  }
}

/** JSON, because a plain separator could be part of a name. */
function owner(tenantId: string, sha256: string): Buffer {
  return Buffer.from(JSON.stringify(['segur-document-key-1', tenantId, sha256]));
}

function place(number: number, isLast: boolean): Buffer {
  return Buffer.from(`segur-document-chunk-1|${number}|${isLast ? 'last' : 'more'}`);
}

function seal(key: KeyObject | Buffer, bytes: Buffer, boundTo: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(boundTo);
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

function open(key: KeyObject | Buffer, sealed: Buffer, boundTo: Buffer): Buffer {
  try {
    const end = sealed.length - TAG_BYTES;
    const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(boundTo).setAuthTag(sealed.subarray(end));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, end)), decipher.final()]);
  } catch {
    throw new DocumentDamaged('A stored document does not open under its key');
  }
}
