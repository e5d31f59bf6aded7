import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, request, type RequestOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import {
  CertificateOutOfDate,
  issueTestPki,
  openPkcs12,
  readCertificate,
  requireUse,
  tlsClientOptions,
  tlsServerOptions,
  type DevelopmentPki,
} from '../src/index.js';

describe('the development PKI', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pki-'));
  const now = new Date();
  let pki: DevelopmentPki;
  beforeAll(async () => {
    pki = await issueTestPki({ directory: join(folder, 'pki'), organisation: 'LABORATOIRE ÉLOÏSE', now });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['authentication', 'client-authentication', 'DMP AUTH_CLI'],
    ['seal', 'seal', 'DMP SIGN'],
    ['server', 'server', 'localhost'],
    ['sender', 'client-authentication', 'SGL'],
  ] as const)('issues %s in the shape of IGC-Santé', (member, use, commonName) => {
    const opened = openPkcs12(pki[member].pkcs12, pki[member].passphrase);

    expect(opened.subject).toMatch(new RegExp(`^CN=${commonName},OU=1750000000,O=LABORATOIRE ÉLOÏSE,ST=Paris \\(75\\),C=FR$`));
    expect(opened.key.asymmetricKeyDetails).toMatchObject({ modulusLength: 2048 });
    expect(() => requireUse(opened, use, now)).not.toThrow();
    expect(opened.fingerprint).toBe(readCertificate(pki[member].certificatePem).fingerprint);
    expect(opened.chainPem.map((pem) => readCertificate(pem).subject)).toEqual([
      expect.stringContaining('AC DEVELOPPEMENT ORGANISATIONS'),
      expect.stringContaining('AC RACINE DEVELOPPEMENT'),
    ]);
    expect(new X509Certificate(pki[member].certificatePem).verify(new X509Certificate(pki.intermediatePem).publicKey)).toBe(true);
  });

  it('keeps what it made, readable by its owner alone, and gives it again', async () => {
    const directory = join(folder, 'pki');
    const again = await issueTestPki({ directory, organisation: 'LABORATOIRE ÉLOÏSE', now });

    expect(again.seal.keyPem).toBe(pki.seal.keyPem);
    expect(readdirSync(directory).sort()).toEqual(
      ['authentication', 'seal', 'sender', 'server']
        .flatMap((name) => [`${name}.key.pem`, `${name}.p12`, `${name}.pem`])
        .concat('ca.pem', 'pki.json')
        .sort(),
    );
    expect(readdirSync(directory).map((name) => statSync(join(directory, name)).mode & 0o077)).toEqual(Array(14).fill(0));
    expect(openPkcs12(readFileSync(join(directory, 'seal.p12')), 'development').keyPem).toBe(pki.seal.keyPem);
  });

  it('is made anew when it is asked for another laboratory, or is about to expire', async () => {
    const directory = join(folder, 'renewed');
    const first = await issueTestPki({ directory, now });
    const other = await issueTestPki({ directory, structureId: '1690000000', now });
    const later = await issueTestPki({
      directory,
      structureId: '1690000000',
      now: new Date(now.getTime() + 1080 * 24 * 3600 * 1000),
    });

    expect(readCertificate(other.seal.certificatePem).subject).toContain('OU=1690000000');
    expect(new Set([first, other, later].map(({ rootPem }) => rootPem)).size).toBe(3);
  });

  it('gives one set of keys to all who ask at once', async () => {
    const directory = join(folder, 'raced');
    const all = await Promise.all([1, 2, 3].map(() => issueTestPki({ directory, now })));

    expect(new Set(all.map(({ rootPem }) => rootPem)).size).toBe(1);
  });

  it('issues what tests need besides: an expired certificate, another structure', async () => {
    const expired = await pki.issue({ role: 'seal', commonName: 'OLD', notBefore: new Date('2020-01-01T00:00:00Z'), lifeDays: 1 });

    expect(() => requireUse(readCertificate(expired.certificatePem), 'seal', now)).toThrow(CertificateOutOfDate);
  });

  const openssl = spawnSync('openssl', ['version']).status === 0 ? it : it.skip;
  openssl('satisfies OpenSSL: chains, purposes and .p12 files', () => {
    const directory = join(folder, 'pki');
    const run = (...args: string[]) => spawnSync('openssl', args, { cwd: directory, encoding: 'utf8' });

    expect(run('verify', '-x509_strict', '-purpose', 'sslclient', '-CAfile', 'ca.pem', 'authentication.pem').stdout).toContain(
      'OK',
    );
    expect(run('verify', '-x509_strict', '-purpose', 'smimesign', '-CAfile', 'ca.pem', 'seal.pem').stdout).toContain('OK');
    expect(
      run('verify', '-x509_strict', '-purpose', 'sslserver', '-verify_ip', '127.0.0.1', '-CAfile', 'ca.pem', 'server.pem').stdout,
    ).toContain('OK');
    expect(run('pkcs12', '-in', 'seal.p12', '-passin', 'pass:development', '-nokeys').stdout).toContain('ORGANISATIONS');
  });

  describe('over TLS', () => {
    const listen = (clients: 'required' | 'requested') => {
      const own = openPkcs12(pki.server.pkcs12, pki.server.passphrase);
      const server = createServer({ ...tlsServerOptions({ own, ca: pki.caPem, clients }) }, (incoming, outgoing) => {
        const socket = incoming.socket as TLSSocket;
        outgoing.end(
          `${socket.getProtocol()} ${socket.authorized} ${socket.getPeerX509Certificate()?.subject.includes('AUTH_CLI') ?? false}`,
        );
      });
      return new Promise<{ port: number; close: () => Promise<unknown> }>((resolve) =>
        server.listen(0, '127.0.0.1', () =>
          resolve({ port: (server.address() as AddressInfo).port, close: () => new Promise((done) => server.close(done)) }),
        ),
      );
    };
    const ask = (port: number, options: RequestOptions) =>
      new Promise<string>((resolve, reject) => {
        request({ host: '127.0.0.1', port, agent: false, ...options }, (answer) => {
          answer.setEncoding('utf8').on('data', resolve);
        })
          .on('error', reject)
          .end();
      });

    it('knows the client by its certificate', async () => {
      const { port, close } = await listen('required');
      const own = openPkcs12(pki.authentication.pkcs12, pki.authentication.passphrase);
      const client = tlsClientOptions({ own, ca: pki.caPem });

      await expect(ask(port, { ...client })).resolves.toBe('TLSv1.3 true true');
      await expect(ask(port, { ...client, maxVersion: 'TLSv1.2' })).resolves.toBe('TLSv1.2 true true');
      await close();
    });

    it('cuts off clients without a certificate, unknown servers, and TLS 1.1', async () => {
      const { port, close } = await listen('required');
      const own = openPkcs12(pki.authentication.pkcs12, pki.authentication.passphrase);

      await expect(ask(port, { ...tlsClientOptions({ ca: pki.caPem }) })).rejects.toThrow();
      await expect(ask(port, { ...tlsClientOptions({ own }) })).rejects.toThrow(/certificate/);
      await expect(
        ask(port, { ...tlsClientOptions({ own, ca: pki.caPem }), minVersion: 'TLSv1', maxVersion: 'TLSv1.1' }),
      ).rejects.toThrow();
      await close();
    });

    it('lets a client come without, where another proof may do', async () => {
      const { port, close } = await listen('requested');

      await expect(ask(port, { ...tlsClientOptions({ ca: pki.caPem }) })).resolves.toBe('TLSv1.3 false false');
      await close();
    });
  });
});
