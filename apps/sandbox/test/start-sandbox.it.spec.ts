import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvalidConfiguration } from '@segur/errors';
import { Log } from '@segur/telemetry';
import { Agent, fetch } from 'undici';
import { startSandbox } from '../src/start-sandbox.js';

const directory = mkdtempSync(join(tmpdir(), 'sandbox-'));
const pkiDirectory = join(directory, 'pki');
const env = { SANDBOX_HTTP_PORT: '0', SANDBOX_DMP_PORT: '0', SANDBOX_SMTP_PORT: '0', SANDBOX_DATA_DIRECTORY: directory };
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('startSandbox', () => {
  it('serves whoever holds a certificate of the development PKI', async () => {
    const sandbox = await startSandbox(env, Log.silent());
    const read = (name: string) => readFileSync(join(pkiDirectory, name), 'utf8');
    const connect = { ca: read('ca.pem'), cert: read('authentication.pem'), key: read('authentication.key.pem') };
    const dispatcher = new Agent({ connect });
    try {
      const admin = await fetch(`${sandbox.admin}/dmp/documents`);
      const dmp = await fetch(`${sandbox.dmp}/si-dmp-server/v2/services/registry`, { method: 'POST', dispatcher, body: '<a/>' });

      expect(await admin.json()).toEqual({ total: 0, dropped: 0, items: [] });
      expect(dmp.status).toBe(500);
      expect(await dmp.text()).toContain('SIM-T2');
      expect(sandbox.mail).toMatch(/^127\.0\.0\.1:\d+$/);
    } finally {
      await dispatcher.close();
      await sandbox.close();
    }
    await expect(fetch(`${sandbox.admin}/dmp/documents`)).rejects.toThrow();
  });

  it('starts nothing and writes nothing in production', async () => {
    const unused = join(directory, 'unused');
    const start = startSandbox({ ...env, APP_PROFILE: 'production', SANDBOX_DATA_DIRECTORY: unused }, Log.silent());

    await expect(start).rejects.toThrow(InvalidConfiguration);
    expect(existsSync(unused)).toBe(false);
  });
});
