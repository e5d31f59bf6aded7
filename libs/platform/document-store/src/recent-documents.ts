import type { Readable } from 'node:stream';
import type { Clock } from '@segur/clock';
import type { DocumentRef } from '@segur/events';
import { DocumentStore } from './document-store.js';
import type { NewDocument } from './document-store.js';

/** Long enough for a report to pass through all contexts; what waits longer is read again, and its seal looked at again. */
const KEPT_FOR_MS = 60_000;

interface Recent {
  readonly bytes: Buffer;
  readonly keptAt: number;
}

/**
 * A store that remembers for a minute what was just written or read: a document in flight is asked for by one context after the other,
 * and each reading costs a query, a transfer and a decryption.
 *
 * Bytes never change under their hash, so nothing can be out of date. They are in memory only, as they are anyway while they are worked on;
 * tenants do not share them.
 */
export class RecentDocuments extends DocumentStore {
  // Insertion order is the order of age.
  private readonly recent = new Map<string, Recent>();
  private sizeBytes = 0;

  /** @param maxBytes - Of all documents that are remembered; 0: none is. */
  constructor(
    private readonly store: DocumentStore,
    private readonly clock: Clock,
    private readonly maxBytes: number,
  ) {
    super();
  }

  async put(tenantId: string, document: NewDocument): Promise<DocumentRef> {
    const ref = await this.store.put(tenantId, document);
    this.keep(tenantId, ref.sha256, Buffer.from(document.bytes));
    return ref;
  }

  async putAll(tenantId: string, documents: readonly NewDocument[]): Promise<readonly DocumentRef[]> {
    const refs = await this.store.putAll(tenantId, documents);
    // Copies: the writer may use its buffers again.
    refs.forEach(({ sha256 }, index) => this.keep(tenantId, sha256, Buffer.from(documents[index]?.bytes ?? [])));
    return refs;
  }

  putStream(tenantId: string, bytes: Readable, mediaType: string): Promise<DocumentRef> {
    return this.store.putStream(tenantId, bytes, mediaType);
  }

  async get(tenantId: string, sha256: string): Promise<Buffer> {
    this.forgetOld();
    const known = this.recent.get(keyOf(tenantId, sha256));
    if (known) return known.bytes;
    const bytes = await this.store.get(tenantId, sha256);
    this.keep(tenantId, sha256, bytes);
    return bytes;
  }

  getStream(tenantId: string, sha256: string): Promise<Readable> {
    return this.store.getStream(tenantId, sha256);
  }

  private keep(tenantId: string, sha256: string, bytes: Buffer): void {
    // One large document would push out all others.
    if (bytes.length > this.maxBytes / 8) return;
    const key = keyOf(tenantId, sha256);
    this.forget(key);
    this.recent.set(key, { bytes, keptAt: this.clock.now().getTime() });
    this.sizeBytes += bytes.length;
    this.forgetOld();
  }

  private forgetOld(): void {
    const oldest = this.clock.now().getTime() - KEPT_FOR_MS;
    for (const [key, { keptAt }] of this.recent) {
      if (this.sizeBytes <= this.maxBytes && keptAt >= oldest) return;
      this.forget(key);
    }
  }

  private forget(key: string): void {
    this.sizeBytes -= this.recent.get(key)?.bytes.length ?? 0;
    this.recent.delete(key);
  }
}

function keyOf(tenantId: string, sha256: string): string {
  return `${sha256} ${tenantId}`;
}
