import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { MovableClock } from '@segur/clock';
import { CallerIdentification, sessionCookie } from '../src/index.js';
import { openDoors } from './doors.js';

const HOUR_MS = 3_600_000;

describe('a session in a browser', () => {
  const clock = new MovableClock(new Date('2026-11-23T09:00:00Z'));
  let app: NestFastifyApplication;
  beforeAll(async () => (app = await openDoors({ clock })));
  afterAll(() => app.close());

  const opened = (to = app, key = 'key-b') => {
    const session = to.get(CallerIdentification).openSession(key);
    return session && sessionCookie(session, false);
  };
  const ask = async (setCookie: string, method = 'GET', to = app) => {
    const answer = await to.inject({
      method: method as 'GET',
      url: '/mine',
      headers: { cookie: `other=1; ${setCookie.split(';')[0]}` },
    });
    return { status: answer.statusCode, body: answer.json<object>() };
  };

  it('reads for the laboratory of the key that opened it, and the cookie holds no key', async () => {
    const cookie = opened() ?? '';

    expect(cookie).toMatch(/^segur-session=\d{13}\.[0-9a-f]{64}; Max-Age=28800; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(await ask(cookie)).toEqual({ status: 200, body: { tenantId: '690000000', knownBy: 'browser-session' } });
  });

  it('changes nothing', async () => {
    expect(await ask(opened() ?? '', 'POST')).toMatchObject({ status: 401, body: { code: 'authentication-required' } });
  });

  it.each`
    what                  | cookie
    ${'a later end'}      | ${(cookie: string) => cookie.replace(/=\d/, '=9')}
    ${'another seal'}     | ${(cookie: string) => cookie.replace(/\.[0-9a-f]{64}/, `.${'0'.repeat(64)}`)}
    ${'no seal'}          | ${(cookie: string) => cookie.replace(/\.[0-9a-f]{64}/, '')}
    ${'nothing any more'} | ${() => sessionCookie(undefined, true)}
  `('is refused with $what', async ({ cookie }: { cookie: (given: string) => string }) => {
    expect(await ask(cookie(opened() ?? ''))).toMatchObject({ status: 401 });
  });

  it('is not opened by a key that nobody knows', () => {
    expect(opened(app, 'key-c')).toBeUndefined();
  });

  it('ends after eight hours', async () => {
    const cookie = opened() ?? '';
    clock.advance(8 * HOUR_MS);

    expect(await ask(cookie)).toMatchObject({ status: 401 });
  });

  it('is neither opened nor taken where there are none', async () => {
    const closed = await openDoors({ clock, browserSessionsTaken: false });

    expect(opened(closed)).toBeUndefined();
    expect(await ask(opened() ?? '', 'GET', closed)).toMatchObject({ status: 401 });
    await closed.close();
  });
});
