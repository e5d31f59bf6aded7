import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LaboratoryRegistry, readConfig } from '@segur/config';
import { issueTestPki } from '@segur/crypto';
import { PostgresEventBus } from '@segur/event-bus';
import { httpSecurityConfig, httpsOptions } from '@segur/http-security';
import { Log } from '@segur/telemetry';
import { freshDatabase, type FreshDatabase } from '@segur/testing';
import { serviceConfig, startService } from '../src/index.js';

describe('the certificate of the HTTP port', () => {
  let database: FreshDatabase;
  let folder: string;
  beforeAll(async () => {
    database = await freshDatabase();
    folder = mkdtempSync(join(tmpdir(), 'segur-https-'));
  });
  afterAll(async () => {
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  const start = async (pkcs12: Buffer, passphrase: string) => {
    const [file, passphraseFile] = [join(folder, 'server.p12'), join(folder, 'passphrase')];
    writeFileSync(file, pkcs12);
    writeFileSync(passphraseFile, passphrase);
    const logged: string[] = [];
    const service = await startService({
      name: 'spec',
      modules: [],
      settings: readConfig(serviceConfig, { HTTP_PORT: '0' }),
      security: readConfig(httpSecurityConfig, { HTTP_TLS_PKCS12_FILE: file, HTTP_TLS_PASSPHRASE_FILE: passphraseFile }),
      persistence: { databaseUrl: database.url },
      laboratories: LaboratoryRegistry.of([]),
      bus: await PostgresEventBus.open({ databaseUrl: database.url }),
      log: Log.open({ write: (line) => void logged.push(line) }),
    });
    return { service, logged };
  };

  it('of another use is told in the log and in the details, and stops nothing', async () => {
    const { seal } = await issueTestPki();
    const { service, logged } = await start(seal.pkcs12, seal.passphrase);
    const answers = [await get(`${service.url}/health/ready`), await get(`${service.url}/health/details`)];
    await service.close();

    expect(answers[0]).toBe('{"status":"ok"}');
    expect(JSON.parse(answers[1] ?? '')).toMatchObject({
      remote: [{ name: 'certificate-https-server', status: 'failing', code: 'certificate-not-for-this-use' }],
    });
    expect(logged.filter((line) => line.includes('certificate-unusable'))).toEqual([
      expect.stringContaining('The certificate of HTTP_TLS_PKCS12_FILE was not issued for the use'),
    ]);
  });

  it('that is missing or cannot be opened stops the start, naming the setting', async () => {
    const { server } = await issueTestPki();
    const missing = readConfig(httpSecurityConfig, { HTTP_TLS_PKCS12_FILE: join(folder, 'absent.p12') });

    expect(() => httpsOptions(missing)).toThrow('HTTP_TLS_PKCS12_FILE: the file it names cannot be read (ENOENT)');
    await expect(start(server.pkcs12, 'wrong')).rejects.toThrow('The passphrase does not open HTTP_TLS_PKCS12_FILE');
  });
});

function get(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    request(url, { rejectUnauthorized: false }, (answer) => {
      let body = '';
      answer.on('data', (chunk: Buffer) => (body += chunk.toString())).on('end', () => resolve(body));
    })
      .once('error', reject)
      .end();
  });
}
