import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { MovableClock, TimeOrderedIds } from '@segur/clock';
import { ContextDatabase, DatabaseUnavailable, migrate } from '@segur/persistence';
import { freshDatabase } from '@segur/testing';
import type { FreshDatabase } from '@segur/testing';
import pg from 'pg';
import {
  DOCUMENT_STORE_SCHEMA,
  DocumentDamaged,
  DocumentKeyMissing,
  DocumentMentions,
  DocumentNotFound,
  KeyRing,
  OrphanSweep,
  PostgresDocumentStore,
} from '../src/index.js';
import { CONTRACT_MAX_BYTES, documentStoreContract } from '../src/testing/index.js';

const A = '750000001';
const B = '690000002';
const MEBIBYTE = 1024 * 1024;
const key = () => randomBytes(32).toString('base64');

describe('PostgresDocumentStore', () => {
  const [oldKey, newKey] = [key(), key()];
  const ring = KeyRing.of({ current: 'old', keys: { old: oldKey } });
  const ids = new TimeOrderedIds();
  let clock: MovableClock;
  let server: FreshDatabase;
  let database: ContextDatabase;
  let owner: pg.Client;

  const open = (keys = ring) => new PostgresDocumentStore(database, keys, clock, ids, CONTRACT_MAX_BYTES);
  const put = (store: PostgresDocumentStore, sizeBytes: number, tenantId = A) =>
    store.put(tenantId, { bytes: randomBytes(sizeBytes), mediaType: 'text/plain' });

  beforeAll(async () => {
    server = await freshDatabase();
    await migrate(server.url, [DOCUMENT_STORE_SCHEMA]);
    database = await ContextDatabase.open(DOCUMENT_STORE_SCHEMA, { databaseUrl: server.url });
    owner = new pg.Client({ connectionString: server.url });
    await owner.connect();
  });
  beforeEach(() => {
    clock = new MovableClock();
  });
  afterAll(async () => {
    await owner.end();
    await database.close();
    await server.drop();
  });

  documentStoreContract(() => open());

  describe('at rest', () => {
    it('holds nothing that can be read without the key', async () => {
      const secret = 'DUPONT Marie 1 84 12 76 451 089';
      await open().put(A, { bytes: Buffer.from(secret.repeat(10)), mediaType: 'text/plain' });
      const { rows } = await owner.query(`SELECT FROM document_store.document WHERE position($1::bytea IN sealed) > 0`, [
        Buffer.from(secret),
      ]);

      expect(rows).toEqual([]);
    });

    it('is sealed under the current key, and still opens when another is current', async () => {
      const { sha256 } = await put(open(), 100);
      const rotated = KeyRing.of({ current: 'new', keys: { old: oldKey, new: newKey } });
      const later = await put(open(rotated), 100);

      expect(await open(rotated).get(A, sha256)).toHaveLength(100);
      await expect(open(KeyRing.of({ current: 'new', keys: { new: newKey } })).get(A, sha256)).rejects.toThrow(DocumentKeyMissing);
      await expect(open(KeyRing.of({ current: 'new', keys: { new: newKey } })).get(A, later.sha256)).resolves.toHaveLength(100);
    });

    it('is out of reach for another tenant, even by SQL', async () => {
      const { sha256 } = await put(open(), 2 * MEBIBYTE);
      const count = async (tenantId: string) =>
        Promise.all(
          ['document', 'document_chunk'].map(
            async (table) => (await database.query(tenantId, `SELECT FROM ${table} WHERE tenant_id = '${A}'`)).length > 0,
          ),
        );

      expect([await count(A), await count(B)]).toEqual([
        [true, true],
        [false, false],
      ]);
      await expect(open().get(B, sha256)).rejects.toThrow(DocumentNotFound);
    });

    it.each([
      `UPDATE document SET sealed = ''`,
      `DELETE FROM document`,
      `UPDATE document_chunk SET sealed = ''`,
      `DELETE FROM document_chunk`,
    ])('refuses to the role: %s', async (sql) => {
      await expect(database.query(A, sql)).rejects.toThrow(/permission denied/);
    });
  });

  describe('damage', () => {
    const stored = async () => {
      const { sha256 } = await put(open(), 3 * MEBIBYTE);
      return { sha256, hash: Buffer.from(sha256, 'hex') };
    };

    it.each`
      what                    | sql
      ${'a changed chunk'}    | ${`UPDATE document_store.document_chunk c SET sealed = set_byte(c.sealed, 500, 255 - get_byte(c.sealed, 500)) FROM document_store.document d WHERE c.body_id = d.body_id AND d.sha256 = $1 AND number = 1`}
      ${'a missing chunk'}    | ${`DELETE FROM document_store.document_chunk c USING document_store.document d WHERE c.body_id = d.body_id AND d.sha256 = $1 AND number = 1`}
      ${'a lost end'}         | ${`UPDATE document_store.document SET chunks = 2 WHERE sha256 = $1`}
      ${'two chunks swapped'} | ${`UPDATE document_store.document_chunk c SET sealed = o.sealed FROM document_store.document d, document_store.document_chunk o WHERE c.body_id = d.body_id AND o.body_id = d.body_id AND d.sha256 = $1 AND c.number < 2 AND o.number = 1 - c.number`}
      ${'a key changed'}      | ${`UPDATE document_store.document SET wrapped_key = set_byte(wrapped_key, 20, 255 - get_byte(wrapped_key, 20)) WHERE sha256 = $1`}
    `('finds $what', async ({ sql }: { sql: string }) => {
      const { sha256, hash } = await stored();
      expect((await owner.query(sql, [hash])).rowCount).toBeGreaterThan(0);

      await expect(open().get(A, sha256)).rejects.toThrow(DocumentDamaged);
      await expect(open().getStream(A, sha256).then(buffer)).rejects.toThrow(DocumentDamaged);
    });

    it('finds a document that was copied to another tenant by hand', async () => {
      const { sha256 } = await put(open(), 100);
      await owner.query(
        `INSERT INTO document_store.document SELECT $2, sha256, size_bytes, media_type, key_id, wrapped_key, sealed, body_id, chunks, stored_at, mentioned
         FROM document_store.document WHERE sha256 = $1`,
        [Buffer.from(sha256, 'hex'), B],
      );

      await expect(open().get(B, sha256)).rejects.toThrow(DocumentDamaged);
    });

    it('says that the database is away, not that the document is', async () => {
      const closed = await ContextDatabase.open(DOCUMENT_STORE_SCHEMA, { databaseUrl: server.url, poolSize: 1 });
      const [{ pid }] = (await closed.queryWithoutTenant('SELECT pg_backend_pid() AS pid')) as [{ pid: number }];
      // Awaited from here on: it may be refused before the other query has answered.
      const refused = expect(closed.query(A, 'SELECT pg_sleep(10)')).rejects.toThrow(DatabaseUnavailable);
      await owner.query('SELECT pg_sleep(0.1), pg_terminate_backend($1)', [pid]);

      await refused;
      await closed.close();
    });
  });

  describe('OrphanSweep', () => {
    const WEEK_MS = 7 * 86_400_000;
    let mentions: DocumentMentions;
    let kept: Set<string>;

    const sweepOf = (contexts: readonly string[], own = mentions) => new OrphanSweep(database, own, clock, contexts);
    const exists = (sha256: string) =>
      open()
        .get(A, sha256)
        .then(Boolean, () => false);

    beforeEach(async () => {
      await owner.query(
        'TRUNCATE document_store.document, document_store.document_chunk, document_store.orphan_review, document_store.mentioning_context',
      );
      kept = new Set();
      mentions = new DocumentMentions();
      mentions.register('here', (_tenant, sha256s) => Promise.resolve(sha256s.filter((each) => kept.has(each))));
    });

    it('takes what nobody mentioned for a week, chunks included, and leaves the rest', async () => {
      const [orphan, large, mentioned] = [await put(open(), 10), await put(open(), 2 * MEBIBYTE), await put(open(), 10)];
      kept.add(mentioned.sha256);
      await expect(sweepOf(['here']).sweep()).resolves.toBe(0);
      clock.advance(WEEK_MS + 1);
      const young = await put(open(), 10);
      await expect(sweepOf(['here']).sweep()).resolves.toBe(2);

      expect(await Promise.all([orphan, large, mentioned, young].map(({ sha256 }) => exists(sha256)))).toEqual([
        false,
        false,
        true,
        true,
      ]);
      expect((await owner.query('SELECT FROM document_store.document_chunk')).rowCount).toBe(0);
    });

    it('deletes nothing where a context of the platform cannot be asked', async () => {
      const { sha256 } = await put(open(), 10);
      clock.advance(WEEK_MS + 1);
      await expect(sweepOf(['here', 'elsewhere']).sweep()).resolves.toBe(0);

      expect(await sweepOf(['here', 'elsewhere']).elsewhere()).toEqual(['elsewhere']);
      expect(await exists(sha256)).toBe(true);
    });

    it('deletes nothing beside a context of another process, which nobody named', async () => {
      const { sha256 } = await put(open(), 10);
      const elsewhere = new DocumentMentions();
      elsewhere.register('elsewhere', () => Promise.resolve([]));
      await sweepOf([], elsewhere).enrol();
      clock.advance(WEEK_MS + 1);
      await expect(sweepOf(['here']).sweep()).resolves.toBe(0);
      mentions.register('elsewhere', () => Promise.resolve([]));
      await expect(sweepOf(['here']).sweep()).resolves.toBe(1);

      expect(await exists(sha256)).toBe(false);
    });

    it('is refused by the store itself when a context is left out', async () => {
      await put(open(), 10);
      await sweepOf(['here']).enrol();
      clock.advance(WEEK_MS + 1);
      const left = (reviewers: string) =>
        owner.query(`SELECT document_store.orphan_sweep($1, ${reviewers}) AS swept`, [clock.now()]).then(({ rows }) => rows);

      expect(await left(`'{}'`)).toEqual([{ swept: '0' }]);
      expect(await left(`'{other}'`)).toEqual([{ swept: '0' }]);
    });

    it('deletes nothing where nobody said who mentions documents', async () => {
      const { sha256 } = await put(open(), 10);
      clock.advance(WEEK_MS + 1);
      await sweepOf([]).sweep();

      expect(await exists(sha256)).toBe(true);
    });

    it('gives bytes that are written again another week, and asks again then', async () => {
      const bytes = randomBytes(10);
      const { sha256 } = await open().put(A, { bytes, mediaType: 'text/plain' });
      clock.advance(WEEK_MS + 1);
      // Reviewed, and not deleted yet: the answer from before must not count.
      await owner.query(
        `INSERT INTO document_store.orphan_review SELECT tenant_id, sha256, 'here', $1 FROM document_store.document`,
        [clock.now()],
      );
      await open().put(A, { bytes, mediaType: 'text/plain' });
      kept.add(sha256);
      await expect(sweepOf(['here']).sweep()).resolves.toBe(0);
      clock.advance(WEEK_MS + 1);
      await expect(sweepOf(['here']).sweep()).resolves.toBe(0);

      expect(await exists(sha256)).toBe(true);
    });

    it('removes the chunks of a stream that broke off', async () => {
      const broken = Readable.from(
        (function* () {
          yield randomBytes(3 * MEBIBYTE);
          throw new Error('gone');
        })(),
      );
      await expect(open().putStream(A, broken, 'text/plain')).rejects.toThrow('gone');
      expect((await owner.query('SELECT FROM document_store.document_chunk')).rowCount).toBeGreaterThan(0);
      clock.advance(WEEK_MS + 1);
      await sweepOf(['here']).sweep();

      expect((await owner.query('SELECT FROM document_store.document_chunk')).rowCount).toBe(0);
    });
  });

  it('writes the same small documents from many sides at once', async () => {
    const documents = Array.from({ length: 16 }, () => ({ bytes: randomBytes(500), mediaType: 'text/plain' }));
    const sides = Array.from({ length: 8 }, (_, n) => (n % 2 === 0 ? documents : documents.toReversed()));
    await Promise.all(sides.map((side) => open().putAll(A, side)));

    for (const { bytes } of documents)
      await expect(open().get(A, createHash('sha256').update(bytes).digest('hex'))).resolves.toHaveLength(500);
  });
});
