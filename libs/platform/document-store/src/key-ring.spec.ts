import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvalidConfiguration } from '@segur/errors';
import { DocumentKeyMissing } from './document-errors.js';
import { KeyRing } from './key-ring.js';

const key = () => randomBytes(32).toString('base64');

describe('KeyRing', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'segur-keys-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('reads keys by their identifiers, and knows the current one', () => {
    const path = join(folder, 'two.json');
    writeFileSync(path, JSON.stringify({ current: '2026', keys: { '2025': key(), '2026': key() } }));
    const ring = KeyRing.read(path);

    expect(ring.current).toBe('2026');
    expect(ring.key('2025').symmetricKeySize).toBe(32);
    expect(() => ring.key('2024')).toThrow(DocumentKeyMissing);
  });

  it.each`
    what                         | content
    ${'no object'}               | ${[]}
    ${'no current key'}          | ${{ keys: { a: key() } }}
    ${'current key not there'}   | ${{ current: 'b', keys: { a: key() } }}
    ${'a key of the prototype'}  | ${{ current: 'toString', keys: { a: key() } }}
    ${'a key that is too short'} | ${{ current: 'a', keys: { a: randomBytes(16).toString('base64') } }}
    ${'a key that is no base64'} | ${{ current: 'a', keys: { a: '!'.repeat(44) } }}
    ${'something more'}          | ${{ current: 'a', keys: { a: key() }, note: 'x' }}
  `('refuses $what', ({ content }) => {
    expect(() => KeyRing.of(content)).toThrow(InvalidConfiguration);
  });

  it('says no value of a file that it refuses', () => {
    const path = join(folder, 'broken.json');
    writeFileSync(path, '{"current":"a","keys":{"a":"c2VjcmV0');

    expect(() => KeyRing.read(path)).toThrow(InvalidConfiguration);
    expect(() => KeyRing.read(path)).not.toThrow(/c2VjcmV0/);
    expect(() => KeyRing.read(join(folder, 'absent.json'))).toThrow(InvalidConfiguration);
  });

  it('makes a file once, readable by its owner only', () => {
    const path = join(folder, 'made.json');
    KeyRing.readOrCreate(path);
    const made = readFileSync(path, 'utf8');
    KeyRing.readOrCreate(path);

    expect(readFileSync(path, 'utf8')).toBe(made);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});
