import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithOfficial } from '@segur/testing';
import { parse } from 'csv-parse/sync';
import { STARTER_CONCEPTS } from '../src/index.js';

type Row = Readonly<Record<string, string>>;

/**
 * Parts that the reference file has otherwise: it parsed them from the long common name, which does not say them or misled it.
 * Here they are as in LOINC itself.
 */
const PARSED_WRONG: Readonly<Record<string, readonly string[]>> = {
  '63561-5': ['property'], // a ratio of two times, read as a time
  '6356-0': ['system'], // "Genital specimen", which LOINC writes Genital
  '47387-6': ['system'],
  '10352-3': ['system'],
  '2164-2': ['system'], // "24 hour Urine and Serum or Plasma"
  '34535-5': ['system'], // "random Urine"
};

const table = (directory: string, file: string): readonly Row[] =>
  parse(readFileSync(join(directory, file)), { bom: true, columns: true });

describeWithOfficial('terminology', 'the starter table and the reference file', (directory) => {
  const reference = new Map(table(directory, 'loinc-lab-subset.csv').map((row) => [row['loinc_num'], row]));
  const published = table(directory, 'fr-published-labels.csv');
  const known = STARTER_CONCEPTS.filter(({ code }) => reference.has(code));

  it('agree on each long common name', () => {
    const other = known.filter(({ code, longCommonName }) => reference.get(code)?.['long_common_name'] !== longCommonName);

    expect(other).toEqual([]);
  });

  it.each([
    ['component', 'component'],
    ['property', 'property'],
    ['system', 'system'],
    ['scale', 'scale_typ'],
  ] as const)('agree on each %s that the file knows', (part, column) => {
    const differences = known.flatMap(({ code, axes }) => {
      const theirs = reference.get(code)?.[column] ?? '';
      const unknown = theirs === '' || theirs.startsWith('(viral load)') || PARSED_WRONG[code]?.includes(part);
      return unknown || theirs === axes[part] ? [] : [`${code}: ${axes[part]}, not ${theirs}`];
    });

    expect(differences).toEqual([]);
  });

  it('hold nothing that the file calls deprecated', () => {
    expect(known.filter(({ code }) => reference.get(code)?.['status'] !== '')).toEqual([]);
  });

  it('go beyond it only by codes of published examples and chapters', () => {
    const printed = new Set(published.map((row) => row['loinc_num']));
    const elsewhere = STARTER_CONCEPTS.filter(({ code }) => !reference.has(code) && !printed.has(code)).map(({ code }) => code);

    // Chapters of the CR-BIO, cr-bio-cda.md.
    expect(elsewhere).toEqual([
      ...['18717-9', '18718-7', '18719-5', '18720-3', '18723-7'],
      ...['18725-2', '18727-8', '18769-0', '26438-2'],
    ]);
  });

  it('name in French only what is printed so', () => {
    const labels = new Set(published.map((row) => `${row['loinc_num']} ${row['fr_label']}`));
    const named = STARTER_CONCEPTS.filter(({ frenchName }) => frenchName !== undefined);
    const unknown = named.filter(({ code, frenchName }) => !labels.has(`${code} ${frenchName}`)).map(({ code }) => code);

    // Chapters again: their names are in the examples of documents, see the suite below.
    expect(unknown).toEqual(['18718-7', '18719-5', '18720-3', '18723-7', '18725-2', '18727-8', '18769-0', '26438-2']);
  });

  it('do not share the working labels of the file', () => {
    const working = new Set(
      [...reference.values()].filter((row) => row['fr_label_kind'] === 'working').map((row) => row['fr_label']),
    );
    const shared = STARTER_CONCEPTS.filter(
      ({ frenchTerms = [], frenchName = '' }) => working.has(frenchName) || frenchTerms.some((term) => working.has(term)),
    );

    expect(shared).toEqual([]);
  });
});

describeWithOfficial('ci-sis', 'the chapters of the starter table', (directory) => {
  const examples = join(directory, 'examples');
  const documents = readdirSync(examples)
    .filter((name) => name.endsWith('.xml'))
    .map((name) => readFileSync(join(examples, name), 'utf8'));

  it.each(['18718-7', '18719-5', '18720-3', '18723-7', '18725-2', '18727-8', '18769-0', '26438-2'])(
    '%s has the name of the published documents',
    (code) => {
      const name = STARTER_CONCEPTS.find((concept) => concept.code === code)?.frenchName ?? '';

      expect(documents.some((document) => document.includes(`code="${code}" displayName="${name}"`))).toBe(true);
    },
  );
});
