import type { MappingRecord } from '@segur/loinc-files';
import { readAnalysisMap } from '@segur/loinc-files';
import { SAMPLE_LABORATORY } from '@segur/laboratory';
import { checkFiles, writeCatalogue } from '../src/loinc/check-files.js';
import { compareMaps, writeChanges } from '../src/loinc/compare-maps.js';
import { exportMap, type MapForm } from '../src/loinc/export-map.js';
import { readNationalCatalogue } from '../src/loinc/national-files.js';
import { isInForce, readMapFile } from '../src/loinc/read-map-file.js';

const PUBLICATION = { laboratory: SAMPLE_LABORATORY, version: '3', at: new Date('2026-11-23T08:00:00Z'), loincRelease: '2.80' };
const glucose: MappingRecord = {
  localCode: 'GLY',
  label: 'Glycémie',
  unit: 'mmol/L',
  specimen: 'Plasma',
  method: 'Hexokinase',
  status: 'validated',
  loinc: '14749-6',
  loincLabel: 'Glucose [Moles/volume] in Serum or Plasma',
  equivalence: 'equal',
};
const own: MappingRecord = { localCode: 'MAISON', label: 'Analyse maison', status: 'no_match' };
const LOINC_6 = 'LOINC_6_transcodage_resultats_20261124.csv';

describe('exportMap and readMapFile', () => {
  it.each(['csv', 'conceptmap'] as const)('%s: what is in force comes back whole', (form) => {
    const { output = '' } = exportMap([glucose, own], form, PUBLICATION);

    expect(readMapFile('map', output)).toEqual({ form, records: [glucose, own], findings: [] });
  });

  it('LOINC_6: codes and names come back', () => {
    const { output = '' } = exportMap([glucose, own], 'loinc-6', PUBLICATION);
    const { records } = readMapFile(`/somewhere/${LOINC_6}`, output);

    expect(records).toMatchObject([
      { localCode: 'GLY', unit: 'mmol/L', specimen: 'Plasma', loinc: '14749-6', loincLabel: glucose.loincLabel },
      { localCode: 'MAISON' },
    ]);
    expect(readAnalysisMap(output).findings).toEqual([]);
  });

  it.each(['proposed', 'rejected', 'obsolete'] as const)('%s: stays in the CSV only', (status) => {
    const records = [{ ...glucose, status }];

    expect(exportMap(records, 'csv', PUBLICATION).output).toContain('14749-6');
    expect(exportMap(records, 'conceptmap', PUBLICATION).output).not.toContain('14749-6');
    expect(exportMap(records, 'loinc-6', PUBLICATION).output).toBe('');
  });

  it('names the publisher, its codes, version and release in a ConceptMap', () => {
    expect(JSON.parse(exportMap([glucose], 'conceptmap', PUBLICATION).output ?? '')).toMatchObject({
      version: '3',
      date: '2026-11-23T08:00:00.000Z',
      publisher: SAMPLE_LABORATORY.name,
      group: [{ source: `urn:oid:${SAMPLE_LABORATORY.catalogueOid}`, target: 'http://loinc.org', targetVersion: '2.80' }],
    });
  });

  it('refuses a LOINC_6 with several codes for one analysis', () => {
    const mass = { ...glucose, unit: 'g/L', loinc: '2345-7' };

    expect(exportMap([glucose, mass], 'loinc-6', PUBLICATION)).toMatchObject({
      findings: [{ severity: 'error', code: 'loinc-file-several-codes', location: 'GLY' }],
    });
  });
});

describe('exportMap beside a catalogue', () => {
  const beside = readNationalCatalogue([
    { name: 'LOINC_1_export_chapitres_20261124.csv', text: 'BIO;BIOCHIMIE;S;Spéciale\nX;Divers;;\n' },
    {
      name: 'LOINC_2_export_demandes_20261124.csv',
      text: 'EGLY;Glycémie;;BIO;;;;GLY;Glycémie\nB;Bilan;;;;;;GLY;Glycémie\nB;Bilan;;;;;;K;Kaliémie\n',
    },
    {
      name: 'LOINC_3_export_resultats_20261124.csv',
      text: 'GLY;Glycémie;GLUC;substance;;mmol/L;PT;;Plasma;QN;;\nK;Kaliémie;;;;;;;;;;\n',
    },
  ]);

  it.each`
    form         | lines
    ${'loinc-4'} | ${['BIO;BIOCHIMIE;S;Spéciale;18719-5;Biochimie;;', 'X;Divers;;;;;;']}
    ${'loinc-5'} | ${['EGLY;Glycémie;;BIO;;;;GLY;Glycémie;14749-6;Glucose [Moles/volume] in Serum or Plasma', 'B;Bilan;;;;;;GLY;Glycémie;;', 'B;Bilan;;;;;;K;Kaliémie;;']}
    ${'loinc-6'} | ${['GLY;Glycémie;GLUC;substance;;mmol/L;PT;;Plasma;QN;;;14749-6;Glucose [Moles/volume] in Serum or Plasma', 'K;Kaliémie;;;;;;;;;;;;']}
  `('writes $form', ({ form, lines }: { form: MapForm; lines: string[] }) => {
    expect(beside.findings).toEqual([]);
    expect(exportMap([glucose], form, PUBLICATION, beside).output?.trimEnd().split(/\r?\n/)).toEqual(lines);
  });

  it.each(['loinc-4', 'loinc-5'] as const)('%s cannot do without it', (form) => {
    expect(exportMap([glucose], form, PUBLICATION)).toMatchObject({
      findings: [{ code: 'loinc-catalogue-missing', location: form }],
    });
  });

  it('takes no other file for a catalogue', () => {
    expect(readNationalCatalogue([{ name: 'x.csv', text: '' }]).findings).toMatchObject([{ code: 'loinc-file-not-of-catalogue' }]);
  });
});

describe('isInForce', () => {
  it.each`
    record                                                | answer
    ${{ localCode: 'A', label: '', loinc: '2345-7' }}     | ${true}
    ${{ localCode: 'A', label: '' }}                      | ${true}
    ${glucose}                                            | ${true}
    ${own}                                                | ${true}
    ${{ localCode: 'A', label: '', status: 'validated' }} | ${false}
    ${{ ...glucose, status: 'proposed' }}                 | ${false}
  `('$record.status $record.loinc: $answer', ({ record, answer }: { record: MappingRecord; answer: boolean }) => {
    expect(isInForce(record)).toBe(answer);
  });
});

describe('compareMaps', () => {
  it.each`
    what                        | before                                  | after                                                     | kinds
    ${'nothing'}                | ${[glucose, own]}                       | ${[own, glucose]}                                         | ${[]}
    ${'a new analysis'}         | ${[]}                                   | ${[glucose]}                                              | ${['added']}
    ${'a lost one'}             | ${[glucose]}                            | ${[]}                                                     | ${['removed']}
    ${'another code'}           | ${[glucose]}                            | ${[{ ...glucose, loinc: '40193-5' }]}                     | ${['changed']}
    ${'another equivalence'}    | ${[glucose]}                            | ${[{ ...glucose, equivalence: 'broader' }]}               | ${['changed']}
    ${'no code any more'}       | ${[glucose]}                            | ${[{ ...glucose, loinc: undefined, status: 'no_match' }]} | ${['changed']}
    ${'another name only'}      | ${[glucose]}                            | ${[{ ...glucose, loincLabel: 'Glucose' }]}                | ${[]}
    ${'a specimen in capitals'} | ${[glucose]}                            | ${[{ ...glucose, specimen: 'PLASMA' }]}                   | ${[]}
    ${'another unit'}           | ${[glucose]}                            | ${[{ ...glucose, unit: 'g/L', loinc: '2345-7' }]}         | ${['added', 'removed']}
    ${'an approved proposal'}   | ${[{ ...glucose, status: 'proposed' }]} | ${[glucose]}                                              | ${['added']}
  `('$what', ({ before, after, kinds }: { before: MappingRecord[]; after: MappingRecord[]; kinds: string[] }) => {
    expect(compareMaps(before, after).map(({ kind }) => kind)).toEqual(kinds);
  });

  it('shows both codes, each with its name', () => {
    const other = { ...glucose, loinc: '40193-5', loincLabel: 'Fasting glucose' };

    expect(writeChanges(compareMaps([glucose], [other])).split('\n')[1]).toBe(
      'changed,GLY,Glycémie,mmol/L,Plasma,14749-6,Glucose [Moles/volume] in Serum or Plasma,40193-5,Fasting glucose',
    );
  });
});

describe('checkFiles', () => {
  const catalogue = [
    { name: 'x/LOINC_1_export_chapitres_20261124.csv', text: 'BIO;Biochimie;;\n' },
    { name: 'x/LOINC_2_export_demandes_20261124.csv', text: 'GLY;Glycémie;;BIO;;Plasma;0552;GLY;Glycémie\n' },
    { name: 'x/LOINC_3_export_resultats_20261124.csv', text: 'GLY;Glycémie;;substance;;mmol/L;PT;;Plasma;QN;;\n' },
  ];

  it('reads the files of a catalogue as one', () => {
    const { tests, counts, findings } = checkFiles(catalogue);

    expect(findings).toEqual([]);
    expect(counts).toEqual([`${catalogue.map(({ name }) => name.slice(2)).join(', ')}: 1 analyses`]);
    expect(tests).toMatchObject([{ localCode: 'GLY', unit: 'mmol/L', chapter: 'Biochimie', nabmCodes: ['0552'] }]);
  });

  it('writes a table that it reads back the same', () => {
    const { tests } = checkFiles(catalogue);

    expect(checkFiles([{ name: 'catalogue.csv', text: writeCatalogue(tests) }]).tests).toEqual(tests);
  });

  it('counts what each map holds, and names its faults by file and line', () => {
    const csv = 'local_code;label;loinc;loinc_label\nA;a;2345-7;Glucose\nB;b;;\nC;c;2345-8;Glucose\n';
    const { counts, findings } = checkFiles([
      { name: 'map.csv', text: csv },
      { name: LOINC_6.replace('_6_', '_5_'), text: 'GLY;Glycémie;;BIO;;Plasma;0552;GLY;Glycémie;2345-7;Glucose\n' },
    ]);

    expect(counts).toEqual([
      'map.csv: csv, 2 mappings, 1 with a code, 1 without',
      'LOINC_5_transcodage_resultats_20261124.csv: 1 lines',
    ]);
    expect(findings).toMatchObject([{ severity: 'error', code: 'loinc-file-check-digit', location: 'map.csv, line 4, loinc' }]);
  });
});
