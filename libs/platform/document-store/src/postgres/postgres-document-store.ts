import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Clock, Ids } from '@segur/clock';
import type { DocumentRef } from '@segur/events';
import type { ContextDatabase } from '@segur/persistence';
import { chunksOf } from '../chunks-of.js';
import { DocumentDamaged, DocumentNotFound, DocumentTooLarge } from '../document-errors.js';
import { DocumentStore } from '../document-store.js';
import type { NewDocument } from '../document-store.js';
import type { KeyRing } from '../key-ring.js';
import { CHUNK_BYTES, DocumentOpener, DocumentSealer } from '../sealing.js';
import { DocumentRows } from './document-rows.js';
import type { DocumentRow, NewDocumentRow } from './document-rows.js';

/** The largest document unless a setting says otherwise: 50 MiB. */
export const DEFAULT_MAX_BYTES = 50 * 1024 * 1024;

const DOCUMENTS_PER_STATEMENT = 50;
const BYTES_PER_STATEMENT = 16 * CHUNK_BYTES;

/** Documents in PostgreSQL, sealed before they leave the process. */
export class PostgresDocumentStore extends DocumentStore {
  private readonly rows: DocumentRows;

  constructor(
    database: ContextDatabase,
    private readonly ring: KeyRing,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly maxBytes = DEFAULT_MAX_BYTES,
  ) {
    super();
    this.rows = new DocumentRows(database);
  }

  async put(tenantId: string, document: NewDocument): Promise<DocumentRef> {
    const [ref] = await this.putAll(tenantId, [document]);
    if (!ref) throw new TypeError('One document in, one reference out');
    return ref;
  }

  async putAll(tenantId: string, documents: readonly NewDocument[]): Promise<readonly DocumentRef[]> {
    for (const { bytes } of documents) this.checkSize(bytes.length);
    const refs: DocumentRef[] = [];
    // One statement must not name a row twice, and the same bytes need to be sealed once.
    const small = new Map<string, NewDocumentRow>();
    for (const { bytes, mediaType } of documents) {
      if (bytes.length > CHUNK_BYTES) {
        refs.push(await this.putStream(tenantId, Readable.from([bytes]), mediaType));
        continue;
      }
      const ref = { sha256: createHash('sha256').update(bytes).digest('hex'), sizeBytes: bytes.length, mediaType };
      refs.push(ref);
      if (!small.has(ref.sha256)) small.set(ref.sha256, this.sealWhole(tenantId, ref, bytes));
    }
    // In one order, whoever writes: two that write the same bytes must not wait for each other in a circle.
    const inOrder = [...small.values()].sort((one, two) => (one.sha256 < two.sha256 ? -1 : 1));
    for (const batch of batches(inOrder)) await this.rows.insert(tenantId, this.clock.now(), batch);
    return refs;
  }

  async putStream(tenantId: string, bytes: Readable, mediaType: string): Promise<DocumentRef> {
    const hash = createHash('sha256');
    const sealer = new DocumentSealer(this.ring);
    const bodyId = this.ids.next();
    let sizeBytes = 0;
    let chunks = 0;
    let sealed: Buffer | undefined;
    for await (const { bytes: chunk, isLast } of chunksOf(bytes, CHUNK_BYTES, (size) => this.checkSize(size))) {
      hash.update(chunk);
      sizeBytes += chunk.length;
      sealed = sealer.seal(chunk, chunks, isLast);
      if (!isLast || chunks > 0) await this.rows.insertChunk(tenantId, bodyId, chunks, sealed, this.clock.now());
      chunks += 1;
    }
    const ref = { sha256: hash.digest('hex'), sizeBytes, mediaType };
    const body = chunks === 1 && sealed ? { sealed } : { body: { bodyId, chunks } };
    await this.rows.insert(tenantId, this.clock.now(), [{ ...ref, ...sealer.wrap(tenantId, ref.sha256), ...body }]);
    return ref;
  }

  async get(tenantId: string, sha256: string): Promise<Buffer> {
    const row = await this.find(tenantId, sha256);
    const chunks: Buffer[] = [];
    for await (const chunk of this.open(tenantId, sha256, row)) chunks.push(chunk);
    return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
  }

  async getStream(tenantId: string, sha256: string): Promise<Readable> {
    const row = await this.find(tenantId, sha256);
    return Readable.from(this.open(tenantId, sha256, row), { objectMode: false });
  }

  private sealWhole(tenantId: string, ref: DocumentRef, bytes: Buffer): NewDocumentRow {
    const sealer = new DocumentSealer(this.ring);
    return { ...ref, ...sealer.wrap(tenantId, ref.sha256), sealed: sealer.seal(bytes, 0, true) };
  }

  private async find(tenantId: string, sha256: string): Promise<DocumentRow> {
    const row = await this.rows.find(tenantId, sha256);
    if (!row) throw new DocumentNotFound('The laboratory has no such document', { sha256 });
    return row;
  }

  /** Each chunk is verified before it is given, and the hash of all before the last one is. */
  private async *open(tenantId: string, sha256: string, row: DocumentRow): AsyncGenerator<Buffer> {
    const opener = new DocumentOpener(this.ring, row, tenantId, sha256);
    const hash = createHash('sha256');
    for (let number = 0; number < row.chunks; number += 1) {
      const sealed = row.sealed ?? (await this.rows.chunk(tenantId, row.bodyId ?? '', number));
      if (!sealed) throw new DocumentDamaged('A chunk of a stored document is missing', { sha256, number });
      const isLast = number === row.chunks - 1;
      const chunk = opener.open(sealed, number, isLast);
      if (hash.update(chunk) && isLast && hash.digest('hex') !== sha256)
        throw new DocumentDamaged('A stored document does not have its hash', { sha256 });
      yield chunk;
    }
  }

  private checkSize(sizeBytes: number): void {
    if (sizeBytes > this.maxBytes)
      throw new DocumentTooLarge('A document is over the limit of the store', { maxBytes: this.maxBytes });
  }
}

function* batches(rows: readonly NewDocumentRow[]): Generator<readonly NewDocumentRow[]> {
  let batch: NewDocumentRow[] = [];
  let sizeBytes = 0;
  for (const row of rows) {
    if (batch.length === DOCUMENTS_PER_STATEMENT || (batch.length > 0 && sizeBytes + row.sizeBytes > BYTES_PER_STATEMENT)) {
      yield batch;
      [batch, sizeBytes] = [[], 0];
    }
    batch.push(row);
    sizeBytes += row.sizeBytes;
  }
  if (batch.length > 0) yield batch;
}
