import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { DocumentStore, type NewDocument } from '@segur/document-store';
import type { DocumentRef } from '@segur/events';

/** Documents in memory. */
export class MemoryDocuments extends DocumentStore {
  private readonly documents = new Map<string, Buffer>();

  async put(tenantId: string, { bytes, mediaType }: NewDocument): Promise<DocumentRef> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    this.documents.set(`${tenantId}/${sha256}`, bytes);
    return { sha256, sizeBytes: bytes.length, mediaType };
  }

  async get(tenantId: string, sha256: string): Promise<Buffer> {
    const bytes = this.documents.get(`${tenantId}/${sha256}`);
    if (!bytes) throw new Error('no such document');
    return bytes;
  }

  async putAll(): Promise<readonly DocumentRef[]> {
    throw new Error('not used here');
  }
  async putStream(): Promise<DocumentRef> {
    throw new Error('not used here');
  }
  async getStream(): Promise<Readable> {
    throw new Error('not used here');
  }
}
