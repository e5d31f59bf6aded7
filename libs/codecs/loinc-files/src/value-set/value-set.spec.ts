import { readValueSetCsv } from './value-set-csv.js';
import { readValueSetFhir } from './value-set-fhir.js';

const brief = (findings: readonly { code: string; location: string }[]) =>
  findings.map(({ code, location }) => `${code} ${location}`);

describe('readValueSetCsv', () => {
  it.each([
    ['its own columns', 'code;libelle\n2345-7;Glucose'],
    ['other names in another order', 'Libellé français;Chapitre;Code LOINC\nGlucose;Biochimie;2345-7'],
    ['commas', 'LOINC_NUM,display\n2345-7,Glucose'],
    ['a title above', 'JDV circuit de la biologie;\nVersion;2026-09\n\nCode;Désignation\n2345-7;Glucose'],
  ])('reads %s', (_why, text) => {
    expect(readValueSetCsv(text)).toMatchObject({ rows: [{ code: '2345-7', frenchName: 'Glucose' }], findings: [] });
  });

  it('reads all that a publisher may give', () => {
    const text =
      'code;libelle;chapitre;sous chapitre;unité préférée;groupe de comparabilité;date de début;date de fin\n' +
      '2345-7;Glucose;Biochimie;Sang;g/L;G1;01/02/2026;20271231';

    expect(readValueSetCsv(text).rows).toEqual([
      {
        code: '2345-7',
        frenchName: 'Glucose',
        chapter: 'Biochimie',
        subChapter: 'Sang',
        preferredUnit: 'g/L',
        comparabilityGroup: 'G1',
        validFrom: '2026-02-01',
        validTo: '2027-12-31',
      },
    ]);
  });

  it.each`
    line                 | finding
    ${'2345-8;Glucose;'} | ${'loinc-file-check-digit line 2, code'}
    ${'2345-7;;'}        | ${'loinc-file-cell-missing line 2, libelle'}
    ${'2345-7;G;demain'} | ${'loinc-file-value line 2, debut'}
  `('reports $finding', ({ line, finding }: { line: string; finding: string }) => {
    expect(brief(readValueSetCsv(`code;libelle;date debut\n${line}`).findings)).toEqual([finding]);
  });

  it('refuses a file without the columns, and one without lines', () => {
    expect(brief(readValueSetCsv('a;b\n'.repeat(12)).findings)).toEqual([
      'loinc-file-header line 11, code',
      'loinc-file-header line 11, libelle',
    ]);
    expect(brief(readValueSetCsv('').findings)).toEqual(['loinc-file-empty line 1']);
  });
});

describe('readValueSetFhir', () => {
  const valueSet = (body: object) =>
    JSON.stringify({ resourceType: 'ValueSet', version: '20260930', date: '2026-09-30', title: 'Bio', ...body });
  const french = {
    designation: [
      { language: 'en', value: 'Glucose' },
      { language: 'fr-FR', value: 'Glucose sérique' },
    ],
  };

  it('reads an expansion, with its chapters', () => {
    const loinc = { system: 'http://loinc.org', code: '2345-7', display: 'Glucose', ...french };
    const contains = [
      { abstract: true, display: 'Biochimie', contains: [{ abstract: true, display: 'Sang', contains: [loinc] }, loinc] },
    ];

    expect(readValueSetFhir(valueSet({ expansion: { contains } }))).toEqual({
      rows: [{ code: '2345-7', frenchName: 'Glucose sérique', chapter: 'Biochimie', subChapter: 'Sang' }],
      findings: [],
      version: '20260930',
      date: '2026-09-30',
      title: 'Bio',
    });
  });

  it('reads listed concepts', () => {
    const include = [
      {
        system: 'http://loinc.org',
        concept: [
          { code: '2345-7', ...french },
          { code: '718-7', display: 'Hémoglobine' },
        ],
      },
    ];

    expect(readValueSetFhir(valueSet({ compose: { include } })).rows).toEqual([
      { code: '2345-7', frenchName: 'Glucose sérique' },
      { code: '718-7', frenchName: 'Hémoglobine' },
    ]);
  });

  it('reports each concept that it cannot take', () => {
    const include = [
      { system: 'http://loinc.org', concept: [{ code: '2345-8', display: 'x' }, { code: '2345-7' }] },
      { system: 'http://snomed.info/sct', concept: [{ code: '1', display: 'x' }] },
      { system: 'http://loinc.org', filter: [] },
    ];

    expect(brief(readValueSetFhir(valueSet({ compose: { include } })).findings)).toEqual([
      'loinc-file-check-digit /compose/include/0/concept/0/code',
      'loinc-file-cell-missing /compose/include/0/concept/1/display',
      'loinc-file-other-system /compose/include/1/concept/0',
      'loinc-file-not-listed /compose/include/2',
    ]);
  });

  it.each(['', '{', '[]', 'null', '{"resourceType":"Patient"}'])('refuses %p', (text) => {
    expect(brief(readValueSetFhir(text).findings)).toEqual(['loinc-file-json ']);
  });

  it('says that a value set without concepts is empty', () => {
    expect(brief(readValueSetFhir(valueSet({})).findings)).toEqual(['loinc-file-empty ']);
  });
});
