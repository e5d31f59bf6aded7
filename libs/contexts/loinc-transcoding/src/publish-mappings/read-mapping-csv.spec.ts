import { toUcum } from '@segur/units';
import { readMappingCsv } from './read-mapping-csv.js';
import { SAMPLE_MAPPING_CSV } from './sample-mapping.js';

const HEADER = 'local_code,label,unit,specimen,method,loinc,loinc_label';
const UNITS: Readonly<Record<string, string>> = { 'mmol/l': 'mmol/L' };
const read = (...lines: string[]) => readMappingCsv(lines.join('\r\n'), (raw) => UNITS[raw]);
const codesOf = ({ findings }: ReturnType<typeof read>) => findings.map(({ code, location }) => `${code} ${location}`);

describe('readMappingCsv', () => {
  it('reads a line, with its unit in UCUM', () => {
    expect(read(HEADER, 'GLY,"Glycémie, à jeun",mmol/l,Sérum,,14749-6,Glucose [Moles/Volume]')).toEqual({
      lines: [
        {
          localCode: 'GLY',
          label: 'Glycémie, à jeun',
          unit: 'mmol/L',
          specimen: 'Sérum',
          target: { loinc: '14749-6', loincLabel: 'Glucose [Moles/Volume]' },
        },
      ],
      findings: [],
    });
  });

  it('reads semicolons, a byte order mark, other columns and any order', () => {
    const { lines, findings } = read(
      '\ufeffloinc;local_code;label;unit;loinc_label;source',
      '14749-6;GLY;Glycémie;mmol/l;Glucose;expert',
    );

    expect(findings).toEqual([]);
    expect(lines).toMatchObject([{ localCode: 'GLY', target: { loinc: '14749-6' } }]);
  });

  it('keeps a line that says no LOINC fits', () => {
    expect(read(HEADER, 'LOC,Analyse locale,,,,,').lines).toEqual([{ localCode: 'LOC', label: 'Analyse locale' }]);
  });

  it.each`
    line                                        | finding
    ${'GLY,Glycémie,mmol/l,,,14749-5,Glucose'}  | ${'mapping-check-digit line 2'}
    ${'GLY,Glycémie,mmol/l,,,GLUCOSE,Glucose'}  | ${'mapping-check-digit line 2'}
    ${'GLY,Glycémie,mmol/l,,,14749-6,'}         | ${'mapping-label-missing line 2'}
    ${',Glycémie,mmol/l,,,14749-6,Glucose'}     | ${'mapping-code-missing line 2'}
    ${'GLY,Glycémie'}                           | ${'mapping-csv line 2'}
    ${'GLY,"Glycémie,mmol/l,,,14749-6,Glucose'} | ${'mapping-csv line 2'}
    ${'GLY,Glycémie,furlong,,,14749-6,Glucose'} | ${'mapping-unit-unknown line 2'}
  `('says of "$line": $finding', ({ line, finding }: { line: string; finding: string }) => {
    expect(codesOf(read(HEADER, line))).toEqual([finding]);
  });

  it('names every bad line of a file', () => {
    const bad = 'GLY,Glycémie,mmol/l,,,14749-5,Glucose';

    expect(codesOf(read(HEADER, bad, 'NA,Sodium,mmol/l,,,2951-2,Sodium', bad))).toEqual([
      'mapping-check-digit line 2',
      'mapping-check-digit line 4',
    ]);
  });

  it('refuses two lines that nothing tells apart', () => {
    const line = 'GLY,Glycémie,mmol/l,,,14749-6,Glucose';

    expect(codesOf(read(HEADER, line, line))).toEqual(['mapping-repeated line 3']);
  });

  it('names the columns that are missing', () => {
    expect(read('local_code,loinc', 'GLY,14749-6').findings[0]?.message).toBe('Columns missing: label, unit, loinc_label');
  });

  it.each([[''], [HEADER]])('refuses a file without lines', (text) => {
    expect(codesOf(read(text))).toEqual(['mapping-empty line 1']);
  });
});

describe('SAMPLE_MAPPING_CSV', () => {
  it('is a map without a remark, of thirty analyses and more', () => {
    const { lines, findings } = readMappingCsv(SAMPLE_MAPPING_CSV, toUcum);

    expect(findings).toEqual([]);
    expect(new Set(lines.map(({ target }) => target?.loinc)).size).toBeGreaterThan(30);
  });
});
