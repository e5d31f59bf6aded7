import { guessColumns, readCatalogueHeader } from './column-mapping.js';
import { readPlainCatalogue } from './plain-catalogue.js';

describe('guessColumns', () => {
  it.each`
    columns                                                                      | mapping
    ${['local_code', 'label', 'unit', 'specimen', 'method', 'loinc', 'source']}  | ${{ localCode: 'local_code', label: 'label', unit: 'unit', specimen: 'specimen', method: 'method', loinc: 'loinc' }}
    ${['Code examen', 'Libellé', 'Unité', 'Nature du prélèvement', 'Technique']} | ${{ localCode: 'Code examen', label: 'Libellé', unit: 'Unité', specimen: 'Nature du prélèvement', method: 'Technique' }}
    ${['CODE', 'DÉSIGNATION', 'MILIEU', 'UNITE 1', 'UNITE 2', 'Code LOINC']}     | ${{ localCode: 'CODE', label: 'DÉSIGNATION', specimen: 'MILIEU', unit: 'UNITE 1', secondUnit: 'UNITE 2', loinc: 'Code LOINC' }}
    ${['colonne 1', 'colonne 2']}                                                | ${{}}
  `('of $columns', ({ columns, mapping }) => {
    expect(guessColumns(columns)).toEqual(mapping);
  });
});

describe('readCatalogueHeader', () => {
  it('shows columns, separator and the first lines', () => {
    expect(readCatalogueHeader('Code\tLibellé\nGLY\tGlycémie\n')).toEqual({
      separator: '\t',
      columns: ['Code', 'Libellé'],
      mapping: { localCode: 'Code', label: 'Libellé' },
      sample: [['GLY', 'Glycémie']],
    });
  });
});

describe('readPlainCatalogue', () => {
  const brief = (answer: ReturnType<typeof readPlainCatalogue>) =>
    answer.findings.map(({ code, location }) => `${code} ${location}`);

  it('reads what the mapping names, and nothing else', () => {
    const text = 'Ana;Texte;U;Autre;An\nGLY;"Glycémie; à jeun";g/L;x;12 500\nHBS;Ag HBs;;y;\n';
    const mapping = { localCode: 'Ana', label: 'Texte', unit: 'U', volume12m: 'An' };

    expect(readPlainCatalogue(text, mapping)).toEqual({
      rows: [
        { localCode: 'GLY', label: 'Glycémie; à jeun', unit: 'g/L', volume12m: 12_500 },
        { localCode: 'HBS', label: 'Ag HBs' },
      ],
      findings: [],
      mapping,
    });
  });

  it.each`
    line                        | finding
    ${';Glycémie;g/L;'}         | ${'loinc-file-cell-missing line 3, Code'}
    ${'GLY;;g/L;'}              | ${'loinc-file-cell-missing line 3, Libellé'}
    ${'NA;Sodium;mmol/L;'}      | ${'loinc-file-repeated line 3, Code'}
    ${'GLY;Glycémie;g/L;;more'} | ${'loinc-file-columns line 3'}
    ${'GLY;"Glycémie;g/L;'}     | ${'loinc-file-quote line 3'}
    ${'GLY;Glycémie;g/L;x'}     | ${'loinc-file-value line 3, Volume'}
  `('says of "$line": $finding', ({ line, finding }: { line: string; finding: string }) => {
    expect(brief(readPlainCatalogue(`Code;Libellé;Unité;Volume\nNA;Sodium;mmol/L;\n${line}\n`))).toEqual([finding]);
  });

  it('keeps two lines of one code that differ by unit', () => {
    expect(readPlainCatalogue('Code;Libellé;Unité\nGLY;Glycémie;g/L\nGLY;Glycémie;mmol/L\n').rows).toHaveLength(2);
  });

  it('names the columns that it looked for in vain', () => {
    expect(brief(readPlainCatalogue('a;b\n1;2\n'))).toEqual([
      'loinc-file-header line 1, localCode',
      'loinc-file-header line 1, label',
    ]);
    expect(brief(readPlainCatalogue('a;b\n1;2\n', { localCode: 'a', label: 'b', unit: 'c' }))).toEqual([
      'loinc-file-header line 1, c',
    ]);
    expect(brief(readPlainCatalogue(''))).toEqual(['loinc-file-empty line 1']);
  });
});
