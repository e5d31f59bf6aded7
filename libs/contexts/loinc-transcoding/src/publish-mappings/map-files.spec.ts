import fc from 'fast-check';
import type { MapLine } from './map-line.js';
import { readMap, writeMap, type MapFormat } from './map-files.js';

const ABOUT = {
  release: 3,
  publishedAt: '2026-11-24T09:00:00.000Z',
  author: 'mapper',
  signer: 'Dr Un',
  loincRelease: '2.78',
  localCodeSystemOid: '1.2.250.1.999.1',
};
const NAMES: Readonly<Record<MapFormat, string>> = {
  csv: 'map.csv',
  'concept-map': 'map.json',
  loinc6: 'LOINC_6_transcodage_demandes_20261124.csv',
};
const back = (format: MapFormat, lines: readonly MapLine[]) => readMap(NAMES[format], writeMap(lines, format, ABOUT).content);
const trip = (format: MapFormat, given: readonly MapLine[]) => {
  const { lines, findings } = back(format, given);
  return { lines, findings };
};

const LINES: readonly MapLine[] = [
  {
    localCode: 'GLY',
    label: 'Glycémie; "à jeun"',
    unit: 'g/L',
    equivalence: 'equal',
    target: { loinc: '2345-7', loincLabel: 'Glucose' },
  },
  {
    localCode: 'GLY',
    label: 'Glycémie; "à jeun"',
    unit: 'mmol/L',
    equivalence: 'broader',
    target: { loinc: '14749-6', loincLabel: 'Glucose' },
  },
  {
    localCode: 'HBS',
    label: 'Ag HBs',
    specimen: 'Sérum',
    method: 'CLIA',
    equivalence: 'narrower',
    target: { loinc: '5196-1', loincLabel: 'HBs' },
  },
];
const DECISION: MapLine = { localCode: 'LOC', label: 'Analyse locale', equivalence: 'equal' };

describe('a map in a file', () => {
  it.each(['csv', 'concept-map'] as const)('comes back from %s as it left', (format) => {
    expect(trip(format, [...LINES, DECISION])).toEqual({ lines: [...LINES, DECISION], findings: [] });
  });

  it.each`
    format           | date                          | rows
    ${'csv'}         | ${undefined}                  | ${undefined}
    ${'concept-map'} | ${'2026-11-24T09:00:00.000Z'} | ${undefined}
    ${'loinc6'}      | ${'2026-11-24'}               | ${2}
  `('says as $format of itself: $date, $rows', ({ format, date, rows }) => {
    const read = back(format as MapFormat, [...LINES, DECISION]);

    expect({ date: read.date, rows: read.rows }).toEqual({ date, rows });
  });

  it('comes back from LOINC_6 but for what it has no place for', () => {
    expect(writeMap([...LINES, DECISION], 'loinc6', ABOUT).leftOut).toBe(2);
    const { lines, findings } = trip('loinc6', [...LINES, DECISION]);

    expect(lines).toEqual([{ ...LINES[2], equivalence: 'equal' }]);
    expect(findings).toEqual([]);
  });

  const word = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() === text && !/[\r\n\u0000]/.test(text));
  const line = fc
    .record({ localCode: word, label: word, specimen: word, method: word })
    .map((fields): MapLine => ({ ...fields, equivalence: 'equal', target: { loinc: '2345-7', loincLabel: 'Glucose' } }));
  it.each(['csv', 'concept-map', 'loinc6'] as const)('comes back from %s, whatever the laboratory writes', (format) => {
    fc.assert(
      fc.property(fc.uniqueArray(line, { selector: ({ localCode }) => localCode, minLength: 1, maxLength: 5 }), (lines) => {
        expect(trip(format, lines)).toEqual({ lines, findings: [] });
      }),
      { numRuns: 60 },
    );
  });

  it.each`
    what                          | name            | text                                                                   | finding
    ${'two lines of one key'}     | ${'a.csv'}      | ${'local_code,label,loinc,loinc_label\nA,a,2345-7,x\nA,a,14749-6,y\n'} | ${'mapping-repeated code A'}
    ${'a code without a name'}    | ${'a.csv'}      | ${'local_code,label,loinc,loinc_label\nA,a,2345-7,\n'}                 | ${'mapping-label-missing code A'}
    ${'a wrong check digit'}      | ${'a.csv'}      | ${'local_code,label,loinc,loinc_label\nA,a,2345-8,x\n'}                | ${'loinc-file-check-digit line 2, loinc'}
    ${'JSON of something else'}   | ${'a.json'}     | ${'{"resourceType": "Patient"}'}                                       | ${'loinc-file-json '}
    ${'several codes in LOINC_6'} | ${NAMES.loinc6} | ${'A;a;;;;;;;;;;;2345-7|14749-6;x\n'}                                  | ${'loinc-file-several-codes line 1, Code LOINC'}
  `('is refused for $what', ({ name, text, finding }: Record<string, string>) => {
    const errors = readMap(`${name}`, `${text}`).findings.filter(({ severity }) => severity === 'error');

    expect(errors.map(({ code, location }) => `${code} ${location}`)).toEqual([finding]);
  });

  it('leaves out what is not in force in its file', () => {
    const text = 'local_code,label,loinc,loinc_label,status\nA,a,2345-7,x,rejected\nB,b,2345-7,x,validated\nC,c,,,no_match\n';

    expect(readMap('a.csv', text).lines.map(({ localCode }) => localCode)).toEqual(['B', 'C']);
  });
});
