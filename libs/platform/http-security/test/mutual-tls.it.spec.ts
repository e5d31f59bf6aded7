import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type RequestOptions } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readConfig } from '@segur/config';
import { issueTestPki, openPkcs12, tlsClientOptions, type DevelopmentPki, type IssuedKey } from '@segur/crypto';
import { httpsOptions, httpSecurityConfig } from '../src/index.js';
import { AuthorisationServer } from './authorisation-server.js';
import { openDoors } from './doors.js';

describe('callers over mutual TLS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'doors-'));
  let pki: DevelopmentPki;
  let foreign: DevelopmentPki;
  let issuing: AuthorisationServer;
  let app: NestFastifyApplication;
  beforeAll(async () => {
    pki = await issueTestPki({ directory: folder });
    foreign = await issueTestPki();
    writeFileSync(join(folder, 'passphrase'), `${pki.server.passphrase}\n`);
    const config = readConfig(httpSecurityConfig, {
      HTTP_TLS_PKCS12_FILE: join(folder, 'server.p12'),
      HTTP_TLS_PASSPHRASE_FILE: join(folder, 'passphrase'),
      HTTP_TLS_CLIENT_CA_FILE: join(folder, 'ca.pem'),
    });
    const { fingerprint } = openPkcs12(pki.sender.pkcs12, pki.sender.passphrase);
    // What an impostor would hope for: its own certificate is listed, but no authority of ours vouches for it.
    const impostor = openPkcs12(foreign.sender.pkcs12, foreign.sender.passphrase).fingerprint;
    issuing = await AuthorisationServer.start({ audience: 'us' });
    const oauth = { issuer: issuing.issuer, audience: 'us', jwksUrl: undefined, clockToleranceMs: 0 };
    app = await openDoors({ access: { certificates: [fingerprint, impostor] }, https: httpsOptions(config), oauth });
  });
  afterAll(async () => {
    await app.close();
    await issuing.stop();
    rmSync(folder, { recursive: true });
  });

  const ask = async (by: IssuedKey | undefined, headers: Record<string, string> = {}) => {
    const own = by && openPkcs12(by.pkcs12, by.passphrase);
    const options: RequestOptions = { ...tlsClientOptions({ ...(own ? { own } : {}), ca: pki.caPem }), headers, agent: false };
    return new Promise<{ status: number | undefined; body: Record<string, unknown>; transport: unknown }>((resolve, reject) => {
      const url = `${(address as string).replace('[::1]', '127.0.0.1')}/mine`;
      request(url, options, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode,
            body: JSON.parse(text) as Record<string, unknown>,
            transport: answer.headers['strict-transport-security'],
          }),
        );
      })
        .on('error', reject)
        .end();
    });
  };
  let address: string | undefined;
  beforeEach(async () => (address = await app.getUrl()));

  it('knows the laboratory by the client certificate', async () => {
    expect(await ask(pki.sender)).toEqual({
      status: 200,
      body: { tenantId: '750000000', knownBy: 'certificate' },
      transport: expect.stringContaining('max-age'),
    });
  });

  it('denies a certificate of the authority that is not listed', async () => {
    expect(await ask(pki.authentication)).toMatchObject({ status: 403, body: { code: 'access-denied' } });
  });

  it('does not count a listed certificate that no authority vouches for', async () => {
    expect(await ask(foreign.sender)).toMatchObject({ status: 401, body: { code: 'authentication-required' } });
  });

  it('lets a caller without certificate prove itself otherwise', async () => {
    expect(await ask(undefined)).toMatchObject({ status: 401 });
    expect(await ask(undefined, { authorization: 'Bearer key-b' })).toMatchObject({ status: 200, body: { tenantId: '690000000' } });
  });

  it('takes a token that is bound to the certificate of the connection, and only there', async () => {
    const { fingerprint } = openPkcs12(pki.sender.pkcs12, pki.sender.passphrase);
    const cnf = { 'x5t#S256': Buffer.from(fingerprint, 'hex').toString('base64url') };
    const token = await issuing.sign({ client_id: 'sgl-a', aud: 'us', exp: Math.floor(Date.now() / 1000) + 60, cnf });

    expect(await ask(pki.sender, { authorization: `Bearer ${token}` })).toMatchObject({ status: 200, body: { knownBy: 'oauth' } });
    expect(await ask(pki.authentication, { authorization: `Bearer ${token}` })).toMatchObject({
      status: 401,
      body: { code: 'credential-refused' },
    });
  });

  it('denies a caller whose certificate and key speak for two laboratories', async () => {
    expect(await ask(pki.sender, { authorization: 'Bearer key-a' })).toMatchObject({ status: 200 });
    expect(await ask(pki.sender, { authorization: 'Bearer key-b' })).toMatchObject({
      status: 403,
      body: { code: 'access-denied' },
    });
  });
});
