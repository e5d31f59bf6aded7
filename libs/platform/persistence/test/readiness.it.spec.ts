import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { ClockModule } from '@segur/clock';
import { EventBusModule } from '@segur/event-bus';
import { HealthModule } from '@segur/health';
import { Outbox, ContextDatabase, PersistenceModule, startEmbeddedPostgres } from '../src/index.js';
import type { EmbeddedPostgres, PersistenceOptions } from '../src/index.js';
import { A, asOwner, contextOf, eventOf, KeepingBus, until } from './scene.js';

const OWN = ['spec-ready-database', 'spec-ready-migrations', 'spec-ready-relay'];

@Module({ imports: [PersistenceModule.forContext(contextOf('spec-ready'))] })
class ReadyModule {}

describe('readiness of a context', () => {
  let folder: string;
  let postgres: EmbeddedPostgres;
  let bus: KeepingBus;
  const apps: NestFastifyApplication[] = [];

  const startPostgres = (port?: number) =>
    startEmbeddedPostgres({
      dataDir: join(folder, 'postgres'),
      settings: ['shared_buffers=16MB', 'max_connections=50'],
      ...(port === undefined ? {} : { port }),
    });
  const open = async (options: Partial<PersistenceOptions> = {}) => {
    @Module({
      imports: [
        ClockModule,
        HealthModule,
        EventBusModule.forRoot({ bus }),
        PersistenceModule.forRoot({ databaseUrl: postgres.url, poolSize: 2, ...options }),
        ReadyModule,
      ],
    })
    class Spec {}
    const module = await Test.createTestingModule({ imports: [Spec] }).compile();
    const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
    await app.listen(0, '127.0.0.1');
    apps.push(app);
    const url = await app.getUrl();
    const ready = async () => {
      const answer = await fetch(`${url}/health/ready`);
      const { failing } = (await answer.json()) as { failing?: string[] };
      return { status: answer.status, ...(failing ? { failing } : {}) };
    };
    return { app, ready, isReady: async () => (await ready()).status === 200 };
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'segur-ready-'));
    await chmod(folder, 0o711);
    postgres = await startPostgres();
  });
  beforeEach(() => {
    bus = new KeepingBus();
  });
  afterEach(async () => {
    for (const app of apps.splice(0)) await app.close();
  });
  afterAll(async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('is lost with PostgreSQL, naming what fails, and comes back with it', async () => {
    const { ready, isReady } = await open();
    expect(await ready()).toEqual({ status: 200 });
    const port = Number(new URL(postgres.url).port);
    await postgres.kill();
    // A session may answer once more before it notices that its server is gone.
    await until(async () => (await ready()).failing?.includes('spec-ready-database') === true);
    const without = await ready();
    postgres = await startPostgres(port);
    await until(isReady);

    expect(without.status).toBe(503);
    expect(OWN).toEqual(expect.arrayContaining(without.failing ?? []));
  });

  it('waits for the migrations of this version', async () => {
    const { app } = await open();
    await app.close();
    await asOwner(postgres.url, `UPDATE spec_ready.migration SET name = 'away ' || name WHERE name LIKE 'Notes%'`);
    const { ready, isReady } = await open({ migrateAtStart: false });
    const behind = await ready();
    await asOwner(postgres.url, `UPDATE spec_ready.migration SET name = replace(name, 'away ', '')`);
    await until(isReady);

    expect(behind).toMatchObject({ status: 503, failing: ['spec-ready-migrations'] });
  });

  it('is lost by the process whose relay carries nothing, and by no other', async () => {
    bus.down = true;
    const stuck = await open({ relayStuckAfterMs: 1 });
    await until(async () => (await lead()) === 1);
    const follower = await open({ relayStuckAfterMs: 1 });
    const database = stuck.app.get(ContextDatabase, { strict: false });
    await database.transaction(A, (tx) => stuck.app.get(Outbox, { strict: false }).add(tx, eventOf('k', 1)));
    await until(async () => !(await stuck.isReady()));
    const seen = { stuck: await stuck.ready(), follower: await follower.ready() };
    bus.down = false;
    await until(stuck.isReady);

    expect(seen).toMatchObject({ stuck: { failing: ['spec-ready-relay'] }, follower: { status: 200 } });
  });

  it('needs no relay where the process does not relay', async () => {
    const { ready } = await open({ relay: false });

    expect(await ready()).toMatchObject({ status: 200 });
  });

  async function lead(): Promise<number> {
    const held = `SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = 7001 AND granted`;
    return (await asOwner(postgres.url, held)).length;
  }
});
