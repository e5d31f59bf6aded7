import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithOfficial } from '@segur/testing';
import { decodeText, loincTableReader, readMappingRecords, readPlainCatalogue } from '../src/index.js';

describeWithOfficial('terminology', 'published tables', (directory) => {
  const textOf = (path: string) => decodeText(readFileSync(join(directory, path))).text;

  it('reads an extract of the LOINC table to the last line', () => {
    const reader = loincTableReader();
    const text = textOf('loinc-lab-subset.csv');
    const rows = [...reader.push(text), ...reader.end()];

    expect(reader.findings).toEqual([]);
    expect(rows).toHaveLength(6_416);
  });

  it.each(readdirSync(join(directory, 'gold')))('reads the catalogue of gold/%s, with the columns guessed', (name) => {
    const catalogue = readPlainCatalogue(textOf(join('gold', name)));

    expect(catalogue.mapping).toMatchObject({
      localCode: 'local_code',
      label: 'label',
      unit: 'unit',
      specimen: 'specimen',
      loinc: 'loinc',
    });
    expect(catalogue.findings.filter(({ code }) => code !== 'loinc-file-repeated')).toEqual([]);
    expect(catalogue.rows.length).toBeGreaterThan(100);
  });

  it.each(readdirSync(join(directory, 'gold')))('reads the map of gold/%s', (name) => {
    const map = readMappingRecords(textOf(join('gold', name)));

    expect(map.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(map.rows.length).toBeGreaterThan(100);
  });
});
