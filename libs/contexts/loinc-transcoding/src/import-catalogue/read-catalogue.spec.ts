import { readCatalogue } from './read-catalogue.js';
import { toResultType } from './result-types.js';

const L1 = { name: 'LOINC_1_export_chapitres_20261124.csv', text: 'BIO;Biochimie;SANG;Sang\n' };
const L2 = {
  name: 'LOINC_2_export_demandes_20261124.csv',
  text: 'IONO;Ionogramme;;BIO;SANG;Sérum;1609;NA;Sodium\nIONO;Ionogramme;;BIO;SANG;Sérum;1609;K;Potassium\nGLY;Glycémie;;BIO;;Plasma;0552;GLY;Glycémie\n',
};
const L3 = {
  name: 'LOINC_3_export_resultats_20261124.csv',
  text: 'NA;Sodium;Natrémie;substance;;mmol/L;PT;;Sérum;QN;ISE;\nGLY;Glycémie;;masse;;g/L;PT;;;QN;;0552\n',
};

describe('readCatalogue', () => {
  it('puts what three files say of an analysis together', () => {
    const { tests, findings } = readCatalogue([L1, L2, L3]);

    expect(tests).toEqual([
      {
        localCode: 'NA',
        label: 'Sodium',
        synonyms: ['Natrémie'],
        unit: 'mmol/L',
        specimen: 'Sérum',
        method: 'ISE',
        timing: 'PT',
        property: 'substance',
        scale: 'QN',
        nabmCodes: ['1609'],
        chapter: 'Biochimie / Sang',
        panelCode: 'IONO',
        panelLabel: 'Ionogramme',
      },
      {
        localCode: 'GLY',
        label: 'Glycémie',
        unit: 'g/L',
        specimen: 'Plasma',
        timing: 'PT',
        property: 'masse',
        scale: 'QN',
        nabmCodes: ['0552'],
        chapter: 'Biochimie',
      },
    ]);
    expect(findings.map(({ severity, code }) => `${severity} ${code}`)).toEqual(['warning loinc-file-analysis-unknown']);
  });

  it('reads the analyses of the exams where no file of results is given', () => {
    expect(readCatalogue([L2]).tests).toMatchObject([
      { localCode: 'NA', label: 'Sodium', specimen: 'Sérum', panelCode: 'IONO', chapter: 'BIO' },
      { localCode: 'K' },
      { localCode: 'GLY' },
    ]);
  });

  it('reads a plain table, by the columns that the laboratory named or by their names', () => {
    const text = 'Code examen;Libellé;Unité;Type;Nombre\nNA;Sodium;mmol/L;Numérique;12 000\n';
    const columns = { localCode: 'Code examen', label: 'Libellé' };

    expect(readCatalogue([{ name: 'export.csv', text }])).toMatchObject({
      tests: [{ localCode: 'NA', label: 'Sodium', unit: 'mmol/L', resultType: 'numeric', volume12m: 12_000 }],
      findings: [],
    });
    expect(readCatalogue([{ name: 'export.csv', text }], columns)).toEqual({
      tests: [{ localCode: 'NA', label: 'Sodium' }],
      findings: [],
      outline: {},
      columns,
    });
  });

  it('names the file and the line of what is wrong', () => {
    const { findings } = readCatalogue([
      { name: 'export.csv', text: 'code;label\nNA;\n' },
      { name: 'LOINC_6_transcodage_resultats_20261124.csv', text: 'x' },
    ]);

    expect(findings.map(({ code, location }) => `${code}: ${location}`)).toEqual([
      'loinc-file-cell-missing: export.csv, line 2, label',
      'catalogue-file-is-map: LOINC_6_transcodage_resultats_20261124.csv, line 1',
    ]);
  });
});

describe('toResultType', () => {
  it.each`
    word                  | type
    ${'Numérique'}        | ${'numeric'}
    ${'QN'}               | ${'numeric'}
    ${'Semi-quantitatif'} | ${'semi-quantitative'}
    ${'Qualitatif'}       | ${'coded'}
    ${'Texte libre'}      | ${'text'}
    ${'Antibiogramme'}    | ${'susceptibility'}
    ${'zzz'}              | ${undefined}
    ${undefined}          | ${undefined}
  `('$word is $type', ({ word, type }: { word?: string; type?: string }) => {
    expect(toResultType(word)).toBe(type);
  });
});
