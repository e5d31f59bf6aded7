import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMappingCsv } from '@segur/loinc-transcoding/core';
import { SAMPLE_MAPPING_CSV } from '@segur/loinc-transcoding';
import { STARTER_CONCEPTS } from '@segur/starter-terminology';
import { describeWithOfficial } from '@segur/testing';
import { toUcum } from '@segur/units';
import { readConceptTable } from '../src/loinc/read-concept-table.js';
import { suggestCodes } from '../src/loinc/suggest-codes.js';
import { runSegur } from './run-segur.js';

const CATALOGUE = `local_code,label,unit,specimen,method
GLY,Glycémie,mmol/L,Plasma fluoré,
K,Potassium,mmol/L,Sérum,
XYZ,Zorglub inconnu,,,
`;
const PLAIN = `loinc_num,long_common_name,short_name,component,property,time_aspct,system,scale_typ,method_typ,example_ucum_units,fr_label,fr_label_kind,status
14749-6,Glucose [Moles/volume] in Serum or Plasma,,Glucose,SCnc,Pt,Ser/Plas,Qn,,mmol/L,Glucose [Moles/Volume],working,
2345-7,Glucose [Mass/volume] in Serum or Plasma,Gluc,Glucose,MCnc,Pt,Ser/Plas,Qn,,mg/dL; g/L,Glucose,published,
2823-3,Potassium [Moles/volume] in Serum or Plasma,,Potassium,SCnc,Pt,Ser/Plas,Qn,,mmol/L,,,
9509-1,Deprecated Cholinesterase,,Cholinesterase,CCnc,Pt,Ser/Plas,Qn,,U/L,,,DEPRECATED
24331-1,Lipid 1996 panel,,Lipid panel,-,Pt,,-,,,,,
`;
const RELEASE = `"LOINC_NUM","COMPONENT","PROPERTY","TIME_ASPCT","SYSTEM","SCALE_TYP","METHOD_TYP","CLASS","STATUS","ORDER_OBS","LONG_COMMON_NAME","EXAMPLE_UCUM_UNITS","COMMON_TEST_RANK"
"14749-6","Glucose","SCnc","Pt","Ser/Plas","Qn","","CHEM","ACTIVE","Both","Glucose [Moles/volume] in Serum or Plasma","mmol/L","0"
"2823-3","Potassium","SCnc","Pt","Ser/Plas","Qn","","CHEM","ACTIVE","Both","Potassium [Moles/volume] in Serum or Plasma","mmol/L","7"
`;
const VARIANT = `LOINC_NUM,COMPONENT,LONG_COMMON_NAME
14749-6,Glucose,Glucose [Moles/Volume] Sérum/Plasma ; Numérique
`;
const rowsOf = (csv: string) =>
  csv
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));

describe('readConceptTable', () => {
  it('reads a plain table: published names may be sent, working ones help to find', () => {
    const { concepts, findings } = readConceptTable(PLAIN);

    expect(findings).toEqual([]);
    expect(concepts).toMatchObject([
      {
        code: '14749-6',
        status: 'ACTIVE',
        axes: { property: 'SCnc', system: 'Ser/Plas' },
        frenchTerms: ['Glucose [Moles/Volume]'],
      },
      { code: '2345-7', frenchName: 'Glucose', shortName: 'Gluc', exampleUcumUnits: ['mg/dL', 'g/L'] },
      { code: '2823-3' },
      { status: 'DEPRECATED' },
      { isPanel: true },
    ]);
    expect(concepts[0]).not.toHaveProperty('frenchName');
  });

  it('reads the table of a release, with its French variant', () => {
    expect(readConceptTable(RELEASE, VARIANT)).toMatchObject({
      findings: [],
      concepts: [
        { code: '14749-6', class: 'CHEM', frenchName: 'Glucose [Moles/Volume] Sérum/Plasma ; Numérique' },
        { code: '2823-3', commonTestRank: 7, orderOrObservation: 'Both' },
      ],
    });
  });

  it.each`
    what                     | table                                                      | code
    ${'a wrong check digit'} | ${'loinc_num,long_common_name\n2345-8,Glucose\n'}          | ${'loinc-file-check-digit'}
    ${'a code without name'} | ${'loinc_num,long_common_name\n2345-7,\n'}                 | ${'loinc-file-cell-missing'}
    ${'a line of another'}   | ${'loinc_num,long_common_name\n2345-7,Glucose,too,many\n'} | ${'loinc-file-columns'}
    ${'no table of codes'}   | ${'name,first name\nA,B\n'}                                | ${'loinc-file-header'}
  `('names $what', ({ table, code }: { table: string; code: string }) => {
    expect(readConceptTable(table).findings).toContainEqual(expect.objectContaining({ severity: 'error', code }));
  });
});

describe('suggestCodes', () => {
  const glucose = { localCode: 'GLY', label: 'Glycémie', unit: 'mmol/L', specimen: 'Sérum' };

  it('proposes by unit, and gives each code its name', () => {
    const [header, first] = rowsOf(suggestCodes([glucose], readConceptTable(PLAIN).concepts, { top: 3 }).csv);

    expect(header).toEqual(['local_code', 'rank', 'loinc', 'score', 'confidence', 'reason']);
    expect(first?.slice(0, 3)).toEqual(['GLY', '1', '14749-6']);
    expect(first?.[3]).toMatch(/^[01]\.\d{4}$/);
    expect(first?.[5]).toMatch(/^"?Glucose \[Moles\/volume\] in Serum or Plasma — /);
  });

  it('calls nothing high from a table that is no release', () => {
    const sodium = { localCode: 'NA', label: 'Sodium', unit: 'mmol/L', specimen: 'Sérum' };
    const [whole, partial] = [false, true].map((it) =>
      rowsOf(suggestCodes([sodium], STARTER_CONCEPTS, { top: 1, partial: it }).csv),
    );

    expect([whole?.[1]?.[4], partial?.[1]?.[4]]).toEqual(['high', 'medium']);
  });

  it('says for which analyses nothing is proposed', () => {
    const { csv, findings } = suggestCodes([{ localCode: 'XYZ', label: 'Zorglub' }], readConceptTable(PLAIN).concepts, { top: 3 });

    expect(rowsOf(csv)).toHaveLength(1);
    expect(findings).toMatchObject([{ severity: 'info', code: 'loinc-nothing-proposed', location: 'XYZ' }]);
  });
});

describe('the starter table', () => {
  it('holds every code of the sample map', () => {
    const known = new Set(STARTER_CONCEPTS.map(({ code }) => code));
    const { lines } = readMappingCsv(SAMPLE_MAPPING_CSV, toUcum);

    expect(lines.flatMap(({ target }) => (target && !known.has(target.loinc) ? [target.loinc] : []))).toEqual([]);
    expect(lines.length).toBeGreaterThan(50);
  });
});

describe('segur loinc', () => {
  const folder = mkdtempSync(join(tmpdir(), 'segur-loinc-'));
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('suggests from the starter table, and says so', async () => {
    const { exitCode, stdout, stderr } = await runSegur([
      'loinc',
      'suggest',
      '--catalogue',
      file('cat.csv', CATALOGUE),
      '--top',
      '1',
    ]);
    const codes = stderr
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { code: string }).code);

    expect(exitCode).toBe(0);
    expect(
      rowsOf(stdout)
        .slice(1)
        .map((row) => row.slice(0, 3)),
    ).toEqual([
      ['GLY', '1', '14749-6'],
      ['K', '1', '2823-3'],
    ]);
    expect(codes).toEqual(['loinc-starter-table', 'loinc-nothing-proposed']);
  });

  it('imports, exports and compares', async () => {
    const map = file('map.csv', 'local_code,label,unit,specimen,loinc,loinc_label\nGLY,Glycémie,mmol/L,Plasma,14749-6,Glucose\n');
    const [json, catalogue] = [join(folder, 'map.json'), join(folder, 'normal.csv')];
    const exported = await runSegur(['loinc', 'export', map, '--to', 'conceptmap', '--now', '2026-11-23T08:00:00Z', '-o', json]);
    const [imported, compared] = await Promise.all([
      runSegur(['loinc', 'import', json, join(folder, 'cat.csv'), '-o', catalogue]),
      runSegur(['loinc', 'diff', map, json]),
    ]);

    expect([exported.exitCode, imported.exitCode, compared.exitCode]).toEqual([0, 0, 0]);
    expect(imported.stdout).toBe('cat.csv: 3 analyses\nmap.json: conceptmap, 1 mappings, 1 with a code, 0 without\n');
    expect(readFileSync(catalogue, 'utf8')).toContain('GLY,Glycémie,mmol/L,Plasma fluoré,');
    expect(rowsOf(compared.stdout)).toHaveLength(1);
  });

  it.each([
    ['suggest', ['--catalogue', '-'], 'label\nGlucose\n', 'loinc-file-header'],
    ['export', ['-', '--to', 'csv'], 'BONJOUR', 'loinc-file-header'],
  ])('%s refuses what is wrong by name, with exit code 1', async (command, parameters, input, code) => {
    const { exitCode, stderr } = await runSegur(['loinc', command, ...parameters], { input });

    expect(exitCode).toBe(1);
    expect(stderr).toContain(`"code":"${code}"`);
  });

  it.each([
    [['loinc', 'suggest'], /--catalogue/],
    [['loinc', 'export', 'a.csv', '--to', 'tiff'], /Allowed choices are csv/],
  ])('answers %j with exit code 2', async (parameters, says) => {
    const { exitCode, stdout, stderr } = await runSegur(parameters);

    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(says);
  });
});

describeWithOfficial('terminology', 'the reference table', (directory) => {
  it('is read whole', () => {
    const { concepts, findings } = readConceptTable(readFileSync(join(directory, 'loinc-lab-subset.csv'), 'utf8'));

    expect(findings).toEqual([]);
    expect(concepts.length).toBeGreaterThan(6000);
  });
});
