import { createHash } from 'node:crypto';
import type { Clock } from '@segur/clock';
import { RecentDocuments } from './recent-documents.js';
import { CONTRACT_MAX_BYTES, documentStoreContract } from './testing/document-store.contract.js';
import { MemoryDocumentStore } from './testing/memory-document-store.js';

const A = '750000001';
const B = '690000002';
const TEXT = 'text/plain';

/** Counts what is read from it. */
class CountedStore extends MemoryDocumentStore {
  readings = 0;

  override get(tenantId: string, sha256: string): Promise<Buffer> {
    this.readings += 1;
    return super.get(tenantId, sha256);
  }
}

describe('RecentDocuments', () => {
  let now: Date;
  let below: CountedStore;
  let store: RecentDocuments;
  const clock = { now: () => now } as Clock;
  const put = (text: string, tenant = A) => store.put(tenant, { bytes: Buffer.from(text), mediaType: TEXT });
  const get = async (sha256: string, tenant = A) => (await store.get(tenant, sha256)).toString();

  beforeEach(() => {
    now = new Date('2026-11-24T08:00:00Z');
    below = new CountedStore();
    store = new RecentDocuments(below, clock, 80);
  });

  documentStoreContract(() => new RecentDocuments(new MemoryDocumentStore(CONTRACT_MAX_BYTES), clock, 1_000_000));

  it('gives what was just written without reading it', async () => {
    const { sha256 } = await put('just now');

    await expect(get(sha256)).resolves.toBe('just now');
    expect(below.readings).toBe(0);
  });

  it('reads again what is older than a minute', async () => {
    const { sha256 } = await put('a while ago');
    now = new Date('2026-11-24T08:01:01Z');

    await expect(get(sha256)).resolves.toBe('a while ago');
    expect(below.readings).toBe(1);
  });

  it('remembers no more than it may, oldest forgotten first, and nothing that is large', async () => {
    const large = await put('x'.repeat(11));
    const refs = [];
    for (let number = 0; number < 9; number += 1) refs.push(await put(`${number}`.repeat(10)));
    for (const { sha256 } of refs.slice(1)) await get(sha256);
    expect(below.readings).toBe(0);
    await get(refs[0]?.sha256 ?? '');
    await get(large.sha256);

    expect(below.readings).toBe(2);
  });

  it('gives nobody the document of another laboratory', async () => {
    const { sha256 } = await put('ours');

    await expect(get(sha256, B)).rejects.toMatchObject({ code: 'document-not-found' });
  });

  it('remembers nothing when it may not', async () => {
    store = new RecentDocuments(below, clock, 0);
    const { sha256 } = await put('n');

    await expect(get(sha256)).resolves.toBe('n');
    expect(below.readings).toBe(1);
    expect(sha256).toBe(createHash('sha256').update('n').digest('hex'));
  });
});
