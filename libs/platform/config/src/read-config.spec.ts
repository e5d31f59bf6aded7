import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { InvalidConfiguration } from '@segur/errors';
import { readConfig } from './read-config.js';
import { count, flag, list, mebibytes, port, seconds, secretFile } from './settings.js';
import { readProfile, refuseInProduction } from './profile.js';

const schema = z.object({
  CALL_TIMEOUT_SECONDS: seconds(30),
  PORT: port(3000),
  WORKERS: count(4),
  BODY_LIMIT_MB: mebibytes(2),
  STRICT: flag(false),
  BROKERS: list(),
  PASSPHRASE_FILE: secretFile(),
});

describe('readConfig', () => {
  const folder = mkdtempSync(join(tmpdir(), 'settings-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('starts with no environment at all', () => {
    expect(readConfig(schema, {})).toEqual({
      CALL_TIMEOUT_SECONDS: 30_000,
      PORT: 3000,
      WORKERS: 4,
      BODY_LIMIT_MB: 2_097_152,
      STRICT: false,
      BROKERS: [],
      PASSPHRASE_FILE: undefined,
    });
  });

  it.each`
    variable                  | text          | value
    ${'CALL_TIMEOUT_SECONDS'} | ${'1.5'}      | ${1500}
    ${'CALL_TIMEOUT_SECONDS'} | ${''}         | ${30_000}
    ${'PORT'}                 | ${' '}        | ${3000}
    ${'PORT'}                 | ${'0'}        | ${0}
    ${'STRICT'}               | ${'false'}    | ${false}
    ${'STRICT'}               | ${'yes'}      | ${true}
    ${'BROKERS'}              | ${'a:1, b:2'} | ${['a:1', 'b:2']}
  `('reads $variable="$text" as $value', ({ variable, text, value }: Record<string, string>) => {
    expect(readConfig(schema, { [`${variable}`]: text })).toHaveProperty(`${variable}`, value);
  });

  it('names every bad variable, and no value', () => {
    const read = () =>
      readConfig(schema, { PORT: 's3cret', CALL_TIMEOUT_SECONDS: '-1', STRICT: 's3cret', PASSPHRASE_FILE: 's3cret' });

    expect(read).toThrow(InvalidConfiguration);
    expect(read).toThrow(/CALL_TIMEOUT_SECONDS[\s\S]*PORT[\s\S]*STRICT[\s\S]*PASSPHRASE_FILE/);
    expect(read).not.toThrow(/s3cret/);
  });

  it('reads a secret from its mounted file, without the line end', () => {
    const path = join(folder, 'passphrase');
    writeFileSync(path, 'correct horse\n');

    expect(readConfig(schema, { PASSPHRASE_FILE: path }).PASSPHRASE_FILE).toBe('correct horse');
  });

  it('refuses an empty secret', () => {
    const path = join(folder, 'empty');
    writeFileSync(path, '\n');

    expect(() => readConfig(schema, { PASSPHRASE_FILE: path })).toThrow(/the secret file is empty[\s\S]*PASSPHRASE_FILE/);
  });
});

describe('APP_PROFILE', () => {
  it.each([
    [undefined, 'embedded'],
    ['embedded', 'embedded'],
    ['production', 'production'],
  ])('%p is %s', (APP_PROFILE, profile) => {
    expect(readProfile({ APP_PROFILE })).toBe(profile);
  });

  it('never takes a misspelt production for a laptop', () => {
    expect(() => readProfile({ APP_PROFILE: 'Production' })).toThrow(InvalidConfiguration);
  });

  it('stops the pieces that are for laptops', () => {
    expect(() => refuseInProduction('The sandbox', {})).not.toThrow();
    expect(() => refuseInProduction('The sandbox', { APP_PROFILE: 'production' })).toThrow(/^The sandbox is not for production/);
  });
});
