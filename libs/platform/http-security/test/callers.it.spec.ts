import { generateKeyPairSync } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { MovableClock } from '@segur/clock';
import { SignJWT } from 'jose';
import { openDoors } from './doors.js';
import { AuthorisationServer } from './authorisation-server.js';

const AUDIENCE = 'segur-platform';

describe('callers over HTTP', () => {
  let issuing: AuthorisationServer;
  let app: NestFastifyApplication;
  const oauth = () => ({ issuer: issuing.issuer, audience: AUDIENCE, jwksUrl: undefined, clockToleranceMs: 0 });
  beforeAll(async () => {
    issuing = await AuthorisationServer.start({ audience: AUDIENCE });
    app = await openDoors({ oauth: oauth() });
  });
  afterAll(async () => {
    await app.close();
    await issuing.stop();
  });

  const ask = async (authorization?: string, to: NestFastifyApplication = app) => {
    const answer = await fetch(`${await to.getUrl()}/mine`, { headers: authorization === undefined ? {} : { authorization } });
    const body = (await answer.json()) as Record<string, unknown>;
    return { status: answer.status, code: body['code'], challenge: answer.headers.get('www-authenticate'), body };
  };
  const forged = (claims: object, key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey) =>
    new SignJWT({ client_id: 'sgl-a', iss: issuing.issuer, aud: AUDIENCE, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .sign(key);

  it.each([
    ['key-a', '750000000'],
    ['key-b', '690000000'],
  ])('knows the laboratory of the API key %s', async (key, tenantId) => {
    expect((await ask(`Bearer ${key}`)).body).toEqual({ tenantId, knownBy: 'api-key' });
  });

  it('knows the laboratory of an OAuth2 client by the token of a real authorisation server', async () => {
    expect((await ask(`Bearer ${await issuing.token('sgl-a')}`)).body).toEqual({ tenantId: '750000000', knownBy: 'oauth' });
  });

  it('asks for a credential where there is none of a known kind', async () => {
    for (const header of [undefined, 'Basic a2V5LWE6', 'Bearer', 'Bearer two words', 'key-a']) {
      expect(await ask(header)).toMatchObject({ status: 401, code: 'authentication-required', challenge: 'Bearer realm="segur"' });
    }
  });

  it.each`
    what                                 | token
    ${'an unknown key'}                  | ${async () => 'key-c'}
    ${'the digest of a key'}             | ${async () => 'd4f5b4d1b4'.repeat(6)}
    ${'a token for somebody else'}       | ${() => issuing.token('sgl-a', 'urn:another-platform')}
    ${'a token signed by somebody else'} | ${() => forged({ exp: 4102444800 })}
    ${'a token without signature'}       | ${async () => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ client_id: 'sgl-a', iss: issuing.issuer, aud: AUDIENCE, exp: 4102444800 })).toString('base64url')}.`}
    ${'text with dots'}                  | ${async () => 'a.b.c'}
  `('refuses $what', async ({ token }: { token: () => Promise<string> }) => {
    expect(await ask(`Bearer ${await token()}`)).toMatchObject({
      status: 401,
      code: 'credential-refused',
      challenge: 'Bearer realm="segur", error="invalid_token"',
    });
  });

  it('refuses a token that has expired', async () => {
    const clock = new MovableClock(new Date());
    const apart = await openDoors({ oauth: oauth(), clock });
    const token = await issuing.token('sgl-a');

    expect(await ask(`Bearer ${token}`, apart)).toMatchObject({ status: 200 });
    clock.advance(61_000);
    expect(await ask(`Bearer ${token}`, apart)).toMatchObject({ status: 401, code: 'credential-refused' });
    await apart.close();
  });

  it('refuses a token of the right key that never expires, names no client, or is bound to a certificate that is not here', async () => {
    const exp = Math.floor(Date.now() / 1000) + 60;
    const cnf = { 'x5t#S256': Buffer.alloc(32, 1).toString('base64url') };
    for (const claims of [{ client_id: 'sgl-a' }, { exp }, { client_id: 'sgl-a', exp, cnf }]) {
      expect(await ask(`Bearer ${await issuing.sign({ aud: AUDIENCE, ...claims })}`)).toMatchObject({
        status: 401,
        code: 'credential-refused',
      });
    }
    expect(await ask(`Bearer ${await issuing.sign({ aud: AUDIENCE, azp: 'sgl-a', exp })}`)).toMatchObject({ status: 200 });
  });

  it('denies a client that speaks for no laboratory', async () => {
    expect(await ask(`Bearer ${await issuing.token('stranger')}`)).toMatchObject({ status: 403, code: 'access-denied' });
  });

  it('takes no API key where they are not allowed', async () => {
    const strict = await openDoors({ apiKeysTaken: false });

    expect(await ask('Bearer key-a', strict)).toMatchObject({ status: 401, code: 'credential-refused' });
    await strict.close();
  });

  it('does not blame the caller when the authorisation server is away', async () => {
    const own = await AuthorisationServer.start({ audience: AUDIENCE });
    const token = await own.token('sgl-a');
    await own.stop();
    const apart = await openDoors({ oauth: { ...oauth(), issuer: own.issuer } });

    expect(await ask(`Bearer ${token}`, apart)).toMatchObject({ status: 503, code: 'authorisation-server-unavailable' });
    expect(await ask('Bearer key-a', apart)).toMatchObject({ status: 200 });
    await apart.close();
  });
});
