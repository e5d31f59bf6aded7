import type { Readable } from 'node:stream';
import type { DocumentRef } from '@segur/events';

/** Bytes on their way into the store. */
export interface NewDocument {
  readonly bytes: Buffer;
  readonly mediaType: string;
}

/**
 * Immutable bytes by tenant and SHA-256: messages, documents, delivery sheets. The one place where identities and results rest.
 *
 * Writing the same bytes twice is writing them once. Bytes are written before the transaction that mentions them; what no
 * row ever mentioned is swept after a week.
 */
export abstract class DocumentStore {
  /** Durable when it resolves. @throws {DocumentTooLarge} */
  abstract put(tenantId: string, document: NewDocument): Promise<DocumentRef>;
  /** Several documents in one round trip, answered in their order. @throws {DocumentTooLarge} */
  abstract putAll(tenantId: string, documents: readonly NewDocument[]): Promise<readonly DocumentRef[]>;
  /** Streams bytes in without holding them whole. @throws {DocumentTooLarge} */
  abstract putStream(tenantId: string, bytes: Readable, mediaType: string): Promise<DocumentRef>;
  /**
   * The buffer may be shared with other readers: it is not to be written to.
   *
   * @throws {DocumentNotFound} Another tenant's documents do not exist. @throws {DocumentDamaged}
   */
  abstract get(tenantId: string, sha256: string): Promise<Buffer>;
  /** Streams bytes out; an error of integrity ends the stream before its last byte. @throws {DocumentNotFound} */
  abstract getStream(tenantId: string, sha256: string): Promise<Readable>;
}
