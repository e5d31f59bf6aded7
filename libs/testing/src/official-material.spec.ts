import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { officialDirectory } from './official-material.js';

describe('officialDirectory', () => {
  const { EXAMPLES_DIR, CI } = process.env;
  const folder = mkdtempSync(join(tmpdir(), 'segur-official-'));

  afterEach(() => {
    for (const [name, value] of Object.entries({ EXAMPLES_DIR, CI })) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is where its variable says', () => {
    process.env['EXAMPLES_DIR'] = folder;

    expect(officialDirectory('hl7v2-examples')).toBe(folder);
  });

  it('is nowhere when the variable names no folder, and that fails CI', () => {
    process.env['EXAMPLES_DIR'] = join(folder, 'absent');
    delete process.env['CI'];
    expect(officialDirectory('hl7v2-examples')).toBeUndefined();
    process.env['CI'] = 'true';

    expect(() => officialDirectory('hl7v2-examples')).toThrow(/EXAMPLES_DIR/);
  });
});
