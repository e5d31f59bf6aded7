import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithOfficial } from '@segur/testing';
import { toUcum } from '@segur/units';

describeWithOfficial('terminology', 'The published table of French units', (directory) => {
  const rows = readFileSync(join(directory, 'ucum-fr-units.csv'), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((row) => /^(?:"([^"]*)"|([^,]*)),([^,]*),/.exec(row) ?? [])
    .map(([, quoted, plain, ucum]) => ({ french: quoted ?? plain ?? '', ucum }));

  it('has rows to read', () => expect(rows.length).toBeGreaterThan(100));

  it.each(rows)('$french is $ucum', ({ french, ucum }) => {
    expect(toUcum(french)).toBe(ucum);
  });
});
