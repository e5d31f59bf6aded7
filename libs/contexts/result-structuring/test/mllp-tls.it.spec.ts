import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type TLSSocket } from 'node:tls';
import { fingerprintOf, issueTestPki, type DevelopmentPki, type IssuedKey } from '@segur/crypto';
import { Metrics } from '@segur/telemetry';
import { oru } from '@segur/testing';
import { Application, MllpClient } from './application.js';

describe('MLLP over TLS', () => {
  let folder: string;
  let pki: DevelopmentPki;
  let context: Application;

  beforeAll(async () => {
    pki = await issueTestPki({ serverNames: ['localhost'] });
    folder = mkdtempSync(join(tmpdir(), 'mllp-tls-'));
    const file = (name: string, content: string | Buffer) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    const settings = {
      MLLP_ANY_SENDER_TENANT: '',
      MLLP_TLS_PKCS12_FILE: file('server.p12', pki.server.pkcs12),
      MLLP_TLS_PASSPHRASE_FILE: file('passphrase', pki.server.passphrase),
      MLLP_TLS_CA_FILE: file('ca.pem', pki.caPem),
    };
    const certificates = [fingerprintOf(new X509Certificate(pki.sender.certificatePem))];
    context = await Application.start(settings, { certificates, senders: [{ application: 'SGL', facility: 'LABO' }] });
  });
  afterAll(async () => {
    await context.close();
    rmSync(folder, { recursive: true });
  });

  function open(client?: IssuedKey): Promise<TLSSocket> {
    return new Promise((resolve, reject) => {
      const own = client ? { cert: [client.certificatePem, pki.intermediatePem].join('\n'), key: client.keyPem } : {};
      const socket = connect({ port: context.mllpPort, host: '127.0.0.1', servername: 'localhost', ca: pki.caPem, ...own });
      // In TLS 1.3 a server refuses a client after the client believes that all is well: the first byte decides.
      socket.once('secureConnect', () => setTimeout(() => resolve(socket), 50));
      socket.once('error', reject);
      socket.once('close', () => reject(new Error('closed')));
    });
  }

  it('knows a laboratory by its certificate and its declared sender', async () => {
    const client = new MllpClient(await open(pki.sender));

    expect(await client.send(oru({ controlId: 'TLS-1' }))).toContain('MSA|AA|TLS-1');
    expect(await client.send(oru({ controlId: 'TLS-2', application: 'OTHER' }))).toContain('MSA|AR|TLS-2');
    client.close();
  });

  it('does not know a certificate that no laboratory declared', async () => {
    const client = new MllpClient(await open(await pki.issue({ role: 'client-authentication', commonName: 'stranger' })));

    expect(await client.send(oru({ controlId: 'TLS-3' }))).toContain('MSA|AR|TLS-3');
    client.close();
  });

  it('hangs up on a client without a certificate', async () => {
    await expect(open()).rejects.toThrow();
  });

  it("opens its door with a certificate that is no server's, which the metrics and the log tell", async () => {
    const file = join(folder, 'seal.p12');
    writeFileSync(file, pki.seal.pkcs12);
    const other = await Application.start({
      MLLP_TLS_PKCS12_FILE: file,
      MLLP_TLS_PASSPHRASE_FILE: join(folder, 'passphrase'),
      MLLP_TLS_CA_FILE: join(folder, 'ca.pem'),
    });
    const measured = await other.app.get(Metrics, { strict: false }).exposition();
    const logged = [...other.logged];
    await other.close();

    expect(measured).toMatch(/certificate_expiry_seconds\{tenant="",usage="mllp-server"\} \d+/);
    expect(logged.filter((line) => line.includes('certificate-unusable'))).toEqual([
      expect.stringContaining('The certificate of MLLP_TLS_PKCS12_FILE was not issued for the use'),
    ]);
  });
});
