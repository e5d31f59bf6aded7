import { readAnalyses, readChapters, readExams } from './catalogue-files.js';
import { nabmCodesOf } from './catalogue-rows.js';
import { checkCatalogue } from './check-catalogue.js';
import { catalogueFileName, readCatalogueFileName } from './file-name.js';

const brief = (findings: readonly { severity: string; code: string; location: string }[]) =>
  findings.map(({ severity, code, location }) => `${severity} ${code} ${location}`);

describe('readChapters', () => {
  it('reads chapters, with a header or without', () => {
    const line = 'BIO;Biochimie;;Sang\n';
    const expected = { rows: [{ chapterCode: 'BIO', chapterLabel: 'Biochimie', subChapterLabel: 'Sang' }], findings: [] };

    expect(readChapters(line)).toEqual(expected);
    expect(readChapters(`Code chapitre;Libellé chapitre;Code sous-chapitre;Libellé sous-chapitre\n${line}`)).toEqual(expected);
  });
});

describe('readExams', () => {
  it('reads one line for each analysis of an exam', () => {
    expect(
      readExams('IONO;Ionogramme;;BIO;;Sang;1610|HN;NA;Sodium\r\nIONO;Ionogramme;;BIO;;Sang;1610|HN;K;Potassium\r\n'),
    ).toMatchObject({
      rows: [{ examCode: 'IONO', analysisCode: 'NA', nabm: '1610|HN' }, { analysisCode: 'K' }],
      findings: [],
    });
  });
});

describe('readAnalyses', () => {
  it('reads an analysis with commas in its label and an accent', () => {
    expect(readAnalyses('GLY;Glycémie, à jeun;Glucose;masse;U1;g/L;PT;P;Plasma;QN;Hexokinase;0552\n')).toEqual({
      rows: [
        {
          code: 'GLY',
          label: 'Glycémie, à jeun',
          synonym: 'Glucose',
          property: 'masse',
          unitCode: 'U1',
          unitLabel: 'g/L',
          timeAspect: 'PT',
          specimenCode: 'P',
          specimenLabel: 'Plasma',
          scale: 'QN',
          method: 'Hexokinase',
          nabm: '0552',
        },
      ],
      findings: [],
    });
  });

  it.each`
    fault                    | line                            | rows | finding
    ${'no code'}             | ${';Sodium;;;;;;;;;;'}          | ${0} | ${'error loinc-file-cell-missing line 2, Code analyse'}
    ${'no label'}            | ${'K;;;;;;;;;;;'}               | ${0} | ${'error loinc-file-cell-missing line 2, Libellé analyse'}
    ${'a cell too many'}     | ${'K;Pot;assium;;;;;;;;;;more'} | ${0} | ${'error loinc-file-columns line 2'}
    ${'an open quote'}       | ${'K;"Potassium;;;;;;;;;;'}     | ${0} | ${'error loinc-file-quote line 2'}
    ${'a code used before'}  | ${'NA;Natrium;;;;;;;;;;'}       | ${0} | ${'error loinc-file-repeated line 2, Code analyse'}
    ${'the same line again'} | ${'NA;Sodium;;;;;;;;;;'}        | ${0} | ${'warning loinc-file-repeated-same line 2, Code analyse'}
    ${'too few cells'}       | ${'K;Potassium;;;;mmol/L'}      | ${1} | ${'warning loinc-file-short-line line 2'}
    ${'an unknown scale'}    | ${'K;Potassium;;;;;;;;XX;;'}    | ${1} | ${'warning loinc-file-value line 2, Échelle'}
    ${'a wrong act'}         | ${'K;Potassium;;;;;;;;QN;;16'}  | ${1} | ${'warning loinc-file-value line 2, Codes NABM'}
  `('reports $fault', ({ line, rows, finding }: { line: string; rows: number; finding: string }) => {
    const answer = readAnalyses(`NA;Sodium;;;;;;;;;;\n${line}\n`);

    expect(brief(answer.findings)).toEqual([finding]);
    expect(answer.rows).toHaveLength(1 + rows);
  });

  it('says that a file is empty, and has each finding in French too', () => {
    const [finding] = readAnalyses('').findings;

    expect(finding).toMatchObject({ code: 'loinc-file-empty', messageFr: 'Le fichier ne contient aucune ligne' });
  });
});

describe('checkCatalogue', () => {
  it('compares the files with each other, as far as they are given', () => {
    const exams = [
      { examCode: 'E', examLabel: 'E', chapterCode: 'X', subChapterCode: 'Y', analysisCode: 'NA', analysisLabel: 'Na' },
    ];
    const chapters = [{ chapterCode: 'BIO', chapterLabel: 'Biochimie' }];

    expect(checkCatalogue({ exams })).toEqual([]);
    expect(checkCatalogue({ exams, chapters, analyses: [] }).map(({ code, location }) => `${code} ${location}`)).toEqual([
      'loinc-file-chapter-unknown LOINC_2 row 1, Code chapitre',
      'loinc-file-chapter-unknown LOINC_2 row 1, Code sous-chapitre',
      'loinc-file-analysis-unknown LOINC_2 row 1, Code analyse',
    ]);
  });
});

describe('names of the six files', () => {
  it.each`
    name                                            | expected
    ${'LOINC_1_export_chapitres_20261124.csv'}      | ${{ kind: 'chapters', date: '2026-11-24' }}
    ${'LOINC_2_export_demandes_20261124.csv'}       | ${{ kind: 'exams', date: '2026-11-24' }}
    ${'dir/loinc_3_export_resultats_20261124.CSV'}  | ${{ kind: 'analyses', date: '2026-11-24' }}
    ${'LOINC_3_export_resultats.csv'}               | ${{ kind: 'analyses' }}
    ${'LOINC_5_transcodage_demandes_20261124.csv'}  | ${{ kind: 'exam-map', date: '2026-11-24' }}
    ${'LOINC_6_transcodage_demandes_20261124.csv'}  | ${{ kind: 'analysis-map', date: '2026-11-24' }}
    ${'LOINC_6_transcodage_resultats_20261124.csv'} | ${{ kind: 'analysis-map', date: '2026-11-24' }}
    ${'LOINC_7_export_20261124.csv'}                | ${undefined}
    ${'catalogue.csv'}                              | ${undefined}
  `('reads $name', ({ name, expected }) => {
    expect(readCatalogueFileName(name)).toEqual(expected);
  });

  it('reads the names that it writes', () => {
    const name = catalogueFileName('chapter-map', '2026-11-24T10:00:00Z');

    expect(name).toBe('LOINC_4_transcodage_chapitres_20261124.csv');
    expect(readCatalogueFileName(name)).toEqual({ kind: 'chapter-map', date: '2026-11-24' });
  });
});

describe('nabmCodesOf', () => {
  it.each`
    cell           | codes
    ${undefined}   | ${[]}
    ${'HN'}        | ${[]}
    ${'0552'}      | ${['0552']}
    ${'1610|0552'} | ${['1610', '0552']}
    ${'1610, HN'}  | ${['1610']}
  `('cuts $cell', ({ cell, codes }) => {
    expect(nabmCodesOf(cell)).toEqual(codes);
  });
});
