import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { DocumentNotFound, DocumentTooLarge } from '../document-errors.js';
import type { DocumentStore } from '../document-store.js';

const MEBIBYTE = 1024 * 1024;

/** The limit that a store under test is opened with. */
export const CONTRACT_MAX_BYTES = 5 * MEBIBYTE;

/** What every `DocumentStore` promises. Each adapter's spec calls this with its own `open`. */
export function documentStoreContract(open: () => DocumentStore): void {
  const tenant = '750000001';
  const other = '690000002';
  const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  const fresh = (sizeBytes: number) => randomBytes(sizeBytes);
  let store: DocumentStore;

  beforeEach(() => {
    store = open();
  });

  it.each([0, 1, 5000, MEBIBYTE - 1, MEBIBYTE, MEBIBYTE + 1, 2 * MEBIBYTE, 3 * MEBIBYTE + 7])(
    'gives %d bytes back as they were',
    async (sizeBytes) => {
      const bytes = fresh(sizeBytes);
      const ref = await store.put(tenant, { bytes, mediaType: 'application/pdf' });

      expect(ref).toEqual({ sha256: sha256(bytes), sizeBytes, mediaType: 'application/pdf' });
      expect((await store.get(tenant, ref.sha256)).equals(bytes)).toBe(true);
      expect((await buffer(await store.getStream(tenant, ref.sha256))).equals(bytes)).toBe(true);
    },
  );

  it.each([0, 5000, MEBIBYTE, 2 * MEBIBYTE + 1])('takes %d bytes as a stream, cut anywhere', async (sizeBytes) => {
    const bytes = fresh(sizeBytes);
    const pieces = Array.from({ length: Math.ceil(sizeBytes / 70_001) }, (_, n) => bytes.subarray(n * 70_001, (n + 1) * 70_001));
    const ref = await store.putStream(tenant, Readable.from(pieces), 'text/xml');

    expect(ref).toEqual({ sha256: sha256(bytes), sizeBytes, mediaType: 'text/xml' });
    expect((await store.get(tenant, ref.sha256)).equals(bytes)).toBe(true);
  });

  it('takes several at once, small and large, and answers in their order', async () => {
    const documents = [5000, 2 * MEBIBYTE, 0, 5000, 12].map((sizeBytes) => ({ bytes: fresh(sizeBytes), mediaType: 'text/plain' }));
    const twice = [...documents, ...documents.slice(0, 1)];
    const refs = await store.putAll(tenant, twice);

    expect(refs.map((ref) => ref.sha256)).toEqual(twice.map(({ bytes }) => sha256(bytes)));
    for (const { bytes } of documents) expect((await store.get(tenant, sha256(bytes))).equals(bytes)).toBe(true);
  });

  it('takes nothing when there is nothing', async () => {
    await expect(store.putAll(tenant, [])).resolves.toEqual([]);
  });

  it('takes the same bytes any number of times, by any way', async () => {
    const bytes = fresh(2 * MEBIBYTE);
    const document = { bytes, mediaType: 'text/plain' };
    await Promise.all([
      store.put(tenant, document),
      store.put(tenant, document),
      store.putStream(tenant, Readable.from([bytes]), 'a/b'),
    ]);

    expect((await store.get(tenant, sha256(bytes))).equals(bytes)).toBe(true);
  });

  it('keeps tenants apart, also when they hold the same bytes', async () => {
    const bytes = fresh(100);
    const { sha256: hash } = await store.put(tenant, { bytes, mediaType: 'text/plain' });
    await expect(store.get(other, hash)).rejects.toThrow(DocumentNotFound);
    await expect(store.getStream(other, hash)).rejects.toThrow(DocumentNotFound);
    await store.put(other, { bytes, mediaType: 'text/plain' });

    expect((await store.get(other, hash)).equals(bytes)).toBe(true);
  });

  it('says that a document does not exist', async () => {
    await expect(store.get(tenant, sha256(Buffer.from(randomUUID())))).rejects.toThrow(DocumentNotFound);
  });

  it('is not changed by what the caller does to its bytes afterwards', async () => {
    const bytes = fresh(100);
    const { sha256: hash } = await store.put(tenant, { bytes, mediaType: 'text/plain' });
    bytes.fill(0);

    expect(sha256(await store.get(tenant, hash))).toBe(hash);
  });

  it('refuses a document over the limit, and takes one at the limit', async () => {
    const over = { bytes: fresh(CONTRACT_MAX_BYTES + 1), mediaType: 'text/plain' };
    await expect(store.put(tenant, over)).rejects.toThrow(DocumentTooLarge);
    await expect(store.putAll(tenant, [{ bytes: fresh(1), mediaType: 'text/plain' }, over])).rejects.toThrow(DocumentTooLarge);
    await expect(store.put(tenant, { ...over, bytes: over.bytes.subarray(1) })).resolves.toMatchObject({
      sizeBytes: CONTRACT_MAX_BYTES,
    });
  });

  it('refuses a stream as soon as it is over the limit, and reads no further', async () => {
    let read = 0;
    const endless = Readable.from(
      (function* () {
        for (;;) yield (read += 1) && fresh(MEBIBYTE);
      })(),
    );

    await expect(store.putStream(tenant, endless, 'text/plain')).rejects.toThrow(DocumentTooLarge);
    expect(read).toBeLessThan(30);
    expect(endless.destroyed).toBe(true);
  });

  it('stores nothing of a stream that breaks off', async () => {
    const bytes = fresh(2 * MEBIBYTE);
    const broken = Readable.from(
      (function* () {
        yield bytes;
        throw new Error('the sender went away');
      })(),
    );

    await expect(store.putStream(tenant, broken, 'text/plain')).rejects.toThrow('the sender went away');
    await expect(store.get(tenant, sha256(bytes))).rejects.toThrow(DocumentNotFound);
  });
}
