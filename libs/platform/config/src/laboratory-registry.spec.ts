import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { InvalidConfiguration } from '@segur/errors';
import { LaboratoryRegistry } from './laboratory-registry.js';

const dmp = z.object({ endpoint: z.url(), timeout: z.number().default(30) });
const entries = [
  { tenantId: '750000000', dmp: { endpoint: 'https://dmp.example/x' } },
  { tenantId: '2A0000001', dmp: { endpoint: 's3cret' } },
];

describe('LaboratoryRegistry', () => {
  const folder = mkdtempSync(join(tmpdir(), 'laboratories-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (text: string): string => {
    const path = join(folder, 'laboratories.json');
    writeFileSync(path, text);
    return path;
  };

  it('gives each reader its section, parsed once', () => {
    const registry = LaboratoryRegistry.read(file(JSON.stringify(entries)));

    expect(registry.tenants()).toEqual(['750000000', '2A0000001']);
    expect(registry.section('750000000', 'dmp', dmp)).toEqual({ endpoint: 'https://dmp.example/x', timeout: 30 });
    expect(registry.section('750000000', 'dmp', dmp)).toBe(registry.section('750000000', 'dmp', dmp));
    expect(registry.section('750000000', 'mssante', dmp)).toBeUndefined();
    expect(registry.resolvePath('auth.p12')).toBe(join(folder, 'auth.p12'));
  });

  it('names the laboratory, the section and the field that are wrong, and no value', () => {
    const read = () => LaboratoryRegistry.of(entries).section('2A0000001', 'dmp', dmp);

    expect(read).toThrow(InvalidConfiguration);
    expect(read).toThrow(/section "dmp" of laboratory 2A0000001:[\s\S]*endpoint/);
    expect(read).not.toThrow(/s3cret/);
  });

  it('names the laboratory, the section and the field whose file cannot be read, and not the path', () => {
    const registry = LaboratoryRegistry.of(entries, folder);
    const field = { tenantId: '750000000', section: 'dmp', field: 'passphraseFile' };
    writeFileSync(join(folder, 'empty'), '\n');
    writeFileSync(join(folder, 'secret'), 'open sesame\n');

    expect(registry.secret(field, 'secret')).toBe('open sesame');
    expect(registry.file(field, 'secret').toString()).toBe('open sesame\n');
    for (const read of [() => registry.file(field, 's3cret'), () => registry.secret(field, 's3cret')]) {
      expect(read).toThrow(InvalidConfiguration);
      expect(read).toThrow(/"passphraseFile" in section "dmp" of laboratory 750000000: .*\(ENOENT\)/);
      expect(read).not.toThrow(/s3cret/);
    }
    expect(() => registry.secret(field, 'empty')).toThrow(/the secret file is empty/);
  });

  it('refuses a laboratory that it does not know', () => {
    expect(() => LaboratoryRegistry.of(entries).section('990000000', 'dmp', dmp)).toThrow(/there is no laboratory 990000000/);
  });

  it.each`
    what                       | content                                                  | message
    ${'a missing file'}        | ${undefined}                                             | ${/LABORATORIES_FILE: the file it names cannot be read \(ENOENT\)/}
    ${'text that is not JSON'} | ${'{"s3cret'}                                            | ${/it is not JSON/}
    ${'an object'}             | ${'{}'}                                                  | ${/expected array/}
    ${'a loose tenant'}        | ${'[{"tenantId":"s3cret"}]'}                             | ${/legal FINESS[\s\S]*\[0\]\.tenantId/}
    ${'a laboratory twice'}    | ${'[{"tenantId":"750000000"},{"tenantId":"750000000"}]'} | ${/750000000 is described twice/}
  `('refuses $what', ({ content, message }: { content?: string; message: RegExp }) => {
    const read = () => LaboratoryRegistry.read(content === undefined ? join(folder, 'absent') : file(content));

    expect(read).toThrow(message);
    expect(read).not.toThrow(/s3cret/);
  });
});
