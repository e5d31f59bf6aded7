import type { ContextDatabase } from '@segur/persistence';
import type { WrappedKey } from '../sealing.js';

/** One document as it is written. */
export interface NewDocumentRow extends WrappedKey {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly mediaType: string;
  /** Of a document that is one chunk. */
  readonly sealed?: Buffer;
  /** Of a document whose chunks are written already. */
  readonly body?: { readonly bodyId: string; readonly chunks: number };
}

/** One document as it is read. */
export interface DocumentRow extends WrappedKey {
  readonly sealed: Buffer | null;
  readonly bodyId: string | null;
  readonly chunks: number;
  readonly sizeBytes: number;
}

/** The rows of the store. */
export class DocumentRows {
  constructor(private readonly database: ContextDatabase) {}

  /**
   * Writes several documents in one round trip. Bytes that are known keep their row; its age starts anew, so that a sweep which was
   * about to take it does not take it from under the mention that follows.
   */
  async insert(tenantId: string, storedAt: Date, documents: readonly NewDocumentRow[]): Promise<void> {
    const values = documents.map((_, index) => {
      const [sha, size, type, key, wrapped, sealed, body, chunks] = Array.from({ length: 8 }, (__, n) => `$${3 + index * 8 + n}`);
      return `($1::text, ${sha}::bytea, ${size}::bigint, ${type}::text, ${key}::text, ${wrapped}::bytea, ${sealed}::bytea, ${body}::uuid, ${chunks}::integer, $2::timestamptz)`;
    });
    await this.database.query(
      tenantId,
      `INSERT INTO document AS known
         (tenant_id, sha256, size_bytes, media_type, key_id, wrapped_key, sealed, body_id, chunks, stored_at)
       VALUES ${values.join(', ')}
       ON CONFLICT (tenant_id, sha256) DO UPDATE SET stored_at = excluded.stored_at
         WHERE NOT known.mentioned AND known.stored_at < excluded.stored_at - interval '1 day'`,
      [tenantId, storedAt, ...documents.flatMap(parametersOf)],
    );
  }

  async insertChunk(tenantId: string, bodyId: string, number: number, sealed: Buffer, storedAt: Date): Promise<void> {
    const sql = 'INSERT INTO document_chunk (tenant_id, body_id, number, sealed, stored_at) VALUES ($1, $2, $3, $4, $5)';
    await this.database.query(tenantId, sql, [tenantId, bodyId, number, sealed, storedAt]);
  }

  async find(tenantId: string, sha256: string): Promise<DocumentRow | undefined> {
    const [row] = await this.database.query<DocumentRow & { sizeBytes: string }>(
      tenantId,
      `SELECT key_id AS "keyId", wrapped_key AS wrapped, sealed, body_id AS "bodyId", chunks, size_bytes AS "sizeBytes"
       FROM document WHERE tenant_id = $1 AND sha256 = $2`,
      [tenantId, Buffer.from(sha256, 'hex')],
    );
    return row && { ...row, sizeBytes: Number(row.sizeBytes) };
  }

  async chunk(tenantId: string, bodyId: string, number: number): Promise<Buffer | undefined> {
    const sql = 'SELECT sealed FROM document_chunk WHERE tenant_id = $1 AND body_id = $2 AND number = $3';
    const [row] = await this.database.query<{ sealed: Buffer }>(tenantId, sql, [tenantId, bodyId, number]);
    return row?.sealed;
  }
}

function parametersOf({ sha256, sizeBytes, mediaType, keyId, wrapped, sealed, body }: NewDocumentRow): unknown[] {
  const hash = Buffer.from(sha256, 'hex');
  return [hash, sizeBytes, mediaType, keyId, wrapped, sealed ?? null, body?.bodyId ?? null, body?.chunks ?? 1];
}
