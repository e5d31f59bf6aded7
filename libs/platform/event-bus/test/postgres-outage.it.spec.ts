import { mkdtemp, chmod, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Log } from '@segur/telemetry';
import { PostgresEventBus } from '../src/index.js';
import { sendThroughOutage } from './outage.js';

interface OwnPostgres {
  readonly url: string;
  kill(): Promise<void>;
  stop(): Promise<void>;
}
// As built, and not by its name: the persistence library depends on this one. Jest's own set-up starts its server in the same way.
const starter = new URL('../../persistence/dist/embedded/embedded-postgres.js', import.meta.url).href;

describe('PostgresEventBus, its database killed (-9) and started again', () => {
  let dataDir: string;
  let port: number;
  let postgres: OwnPostgres;
  const start = async () => {
    const { startEmbeddedPostgres } = (await import(starter)) as {
      startEmbeddedPostgres(options: { dataDir: string; port: number; settings: string[] }): Promise<OwnPostgres>;
    };
    postgres = await startEmbeddedPostgres({ dataDir: join(dataDir, 'data'), port, settings: ['shared_buffers=32MB'] });
  };

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'segur-outage-'));
    await chmod(dataDir, 0o711);
    port = await freePort();
    await start();
  });
  afterAll(async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('loses no event, and keeps the order of each key', async () => {
    const log = Log.silent();
    const [producer, consumer] = await Promise.all([1, 2].map(() => PostgresEventBus.open({ databaseUrl: postgres.url, log })));
    if (!producer || !consumer) throw new Error('Two buses');
    const outcome = await sendThroughOutage({
      producer,
      consumer,
      topic: 'internal.outage.v1',
      events: 6000,
      kill: () => postgres.kill(),
      restart: start,
    });
    await Promise.all([producer.close(), consumer.close()]);

    expect(outcome).toEqual({ lost: 0, disorder: 0 });
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
