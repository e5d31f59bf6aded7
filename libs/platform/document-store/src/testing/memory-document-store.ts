import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { DocumentRef } from '@segur/events';
import { chunksOf } from '../chunks-of.js';
import { DocumentNotFound, DocumentTooLarge } from '../document-errors.js';
import { DocumentStore } from '../document-store.js';
import type { NewDocument } from '../document-store.js';

const PIECE_BYTES = 64 * 1024;

/** Documents in the memory of a test. Passes `documentStoreContract`; seals nothing, and cannot be damaged. */
export class MemoryDocumentStore extends DocumentStore {
  private readonly documents = new Map<string, Buffer>();

  constructor(private readonly maxBytes = 50 * 1024 * 1024) {
    super();
  }

  /** How many documents there are, of all tenants. */
  get size(): number {
    return this.documents.size;
  }

  async put(tenantId: string, { bytes, mediaType }: NewDocument): Promise<DocumentRef> {
    this.checkSize(bytes.length);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    this.documents.set(`${tenantId}/${sha256}`, Buffer.from(bytes));
    return { sha256, sizeBytes: bytes.length, mediaType };
  }

  async putAll(tenantId: string, documents: readonly NewDocument[]): Promise<readonly DocumentRef[]> {
    for (const { bytes } of documents) this.checkSize(bytes.length);
    return Promise.all(documents.map((document) => this.put(tenantId, document)));
  }

  async putStream(tenantId: string, bytes: Readable, mediaType: string): Promise<DocumentRef> {
    const pieces: Buffer[] = [];
    for await (const piece of chunksOf(bytes, PIECE_BYTES, (size) => this.checkSize(size))) pieces.push(piece.bytes);
    return this.put(tenantId, { bytes: Buffer.concat(pieces), mediaType });
  }

  async get(tenantId: string, sha256: string): Promise<Buffer> {
    const bytes = this.documents.get(`${tenantId}/${sha256}`);
    if (!bytes) throw new DocumentNotFound('The laboratory has no such document', { sha256 });
    return Buffer.from(bytes);
  }

  async getStream(tenantId: string, sha256: string): Promise<Readable> {
    return Readable.from([await this.get(tenantId, sha256)], { objectMode: false });
  }

  private checkSize(sizeBytes: number): void {
    if (sizeBytes > this.maxBytes)
      throw new DocumentTooLarge('A document is over the limit of the store', { maxBytes: this.maxBytes });
  }
}
