import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runSegur } from './run-segur.js';

const FREE = { HTTP_PORT: '0', MLLP_PORT: '0', SANDBOX_DMP_PORT: '0', SANDBOX_SMTP_PORT: '0' };

describe('segur', () => {
  it('knows its version', async () => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as { version: string };

    expect(await runSegur(['--version'])).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' });
  });

  it.each([[['--help'], 0] as const, [[], 2] as const, [['dance'], 2] as const])(
    'answers %j with exit code %d and its usage',
    async (parameters, exitCode) => {
      const run = await runSegur(parameters);

      expect(run.exitCode).toBe(exitCode);
      expect(run.stdout + run.stderr).toContain('Usage: segur');
    },
  );

  it('says where nothing answers, and what to do', async () => {
    const { exitCode, stderr } = await runSegur(['demo', '--key', 'any', '--url', 'http://127.0.0.1:9']);

    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^Nothing answers at http:\/\/127\.0\.0\.1:9: start the platform with "npm start"/);
  });
});

describe('segur doctor', () => {
  it('finds what npm start needs', async () => {
    const { exitCode, stdout } = await runSegur(['doctor'], { env: FREE });

    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^ok +Node +v\d+/m);
    expect(stdout).toMatch(/^ok +PostgreSQL +embedded binaries/m);
    expect(stdout).toMatch(/^ok +MLLP port +0 is free/m);
    for (const name of ['Kafka', 'Java', 'Maven', 'CI-SIS kit'])
      expect(stdout).toMatch(new RegExp(`^(ok|optional) +${name} `, 'm'));
  });

  it('says how to mend what is missing', async () => {
    const env = { ...FREE, DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none', KAFKA_BROKERS: '127.0.0.1:9' };
    const { exitCode, stdout } = await runSegur(['doctor'], { env });

    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^MISSING +PostgreSQL .*\n +→ .*unset DATABASE_URL/m);
    expect(stdout).toMatch(/^MISSING +Kafka .*\n +→ .*unset KAFKA_BROKERS/m);
  });
});
