import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { RemoteUnavailable } from '@segur/errors';
import { HealthModule, HealthRegistry } from '../src/index.js';

describe('/health', () => {
  let app: NestFastifyApplication;
  let health: HealthRegistry;
  let address: string;
  beforeEach(async () => {
    const module = await Test.createTestingModule({ imports: [HealthModule] }).compile();
    app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
    await app.listen(0, '127.0.0.1');
    address = await app.getUrl();
    health = app.get(HealthRegistry);
  });
  afterEach(() => app.close());

  const ask = async (path: string) => {
    const answer = await fetch(`${address}/health/${path}`);
    return { status: answer.status, body: (await answer.json()) as unknown };
  };

  it('is alive, and ready when nothing fails', async () => {
    health.register('database', () => undefined);
    health.register('bus', async () => true);

    expect(await ask('live')).toEqual({ status: 200, body: { status: 'ok' } });
    expect(await ask('ready')).toEqual({ status: 200, body: { status: 'ok' } });
  });

  it('is unready and names what fails, by falsehood, by error or by silence', async () => {
    health.register('database', () => {
      throw new Error('password=s3cret');
    });
    health.register('bus', () => false);
    health.register('relay', () => Promise.reject(new RemoteUnavailable('no')));
    health.register('lock', () => new Promise(() => undefined));
    health.register('migrations', () => true);

    expect(await ask('ready')).toEqual({ status: 503, body: { status: 'failing', failing: ['database', 'bus', 'relay', 'lock'] } });
    expect(await ask('live')).toMatchObject({ status: 200 });
  });

  it('shows remote systems, which never make it unready', async () => {
    health.register('database', () => true);
    health.registerRemote('dmp', () => Promise.reject(new RemoteUnavailable('no')));

    expect(await ask('ready')).toMatchObject({ status: 200 });
    expect(await ask('details')).toEqual({
      status: 200,
      body: {
        status: 'ok',
        own: [{ name: 'database', status: 'ok' }],
        remote: [{ name: 'dmp', status: 'failing', code: 'remote-unavailable' }],
      },
    });
  });

  it('is unready once it stops, and still alive', async () => {
    health.beginShutdown();

    expect(await ask('ready')).toEqual({ status: 503, body: { status: 'stopping' } });
    expect(await ask('live')).toMatchObject({ status: 200 });
  });

  it('begins to stop by itself when the application closes', async () => {
    await app.close();

    expect(health.isStopping()).toBe(true);
  });
});
