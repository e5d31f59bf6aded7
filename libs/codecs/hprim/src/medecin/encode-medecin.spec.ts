import { MalformedInput } from '@segur/errors';
import fc from 'fast-check';
import { decodeHprimMedecin } from './decode-medecin.js';
import { encodeHprimMedecin } from './encode-medecin.js';
import type { MedecinReport } from './medecin-file.js';

const report: MedecinReport = {
  header: {
    patientCode: '8000124',
    family: 'PATIENT-TEST',
    given: 'CAMILLE',
    address: ['3 rue des Essais', ''],
    town: '37000 TOURS',
    birthDate: '1952-11-03',
    socialSecurityNumber: '2 52 11 37 000 001 42',
    dossier: '261123-0042',
    dossierDate: '2026-11-23',
    sender: { code: 'LABO', name: 'LABORATOIRE DE TEST' },
    recipient: { code: '', name: 'TESTPRESC LOUIS' },
  },
  text: ['BIOCHIMIE', '', '  Glucose : 5,20 mmol/L'],
  results: [
    {
      label: 'Glucose',
      code: 'GLY',
      type: 'N',
      value: '5.20',
      unit: 'mmol/L',
      low: '4.10',
      high: '6.10',
      abnormality: 'N',
      status: 'F',
      others: [],
      comments: ['À jeun.'],
    },
  ],
  comments: [],
  others: [],
};
const written = (change: Partial<MedecinReport>) => encodeHprimMedecin([{ ...report, ...change }]);
const lines = (change: Partial<MedecinReport>) => written(change).bytes.toString('latin1').split('\r\n');

describe('encodeHprimMedecin', () => {
  it('writes twelve lines, the text, the results and the marks; never the social security number', () => {
    expect(lines({})).toEqual([
      ...[
        '8000124',
        'PATIENT-TEST',
        'CAMILLE',
        '3 rue des Essais',
        '',
        '37000 TOURS',
        '03/11/1952',
        '',
        '261123-0042',
        '23/11/2026',
      ],
      ...['LABO LABORATOIRE DE TEST', ' TESTPRESC LOUIS'],
      ...['BIOCHIMIE', '', '  Glucose : 5,20 mmol/L'],
      ...['****LAB****', 'RES|Glucose|GLY|N|5.20|mmol/L|4.10|6.10|N|F', 'TEX|À jeun.', '****FIN****', '****FINFICHIER****', ''],
    ]);
  });

  it.each`
    text                                      | expected                                                        | replaced
    ${'Filtration ≥ 60, ≤ 90, 1\u202f000 μg'} | ${['Filtration >= 60, <= 90, 1 000 µg']}                        | ${false}
    ${'Nguyễn, Łódź'}                         | ${['Nguyen, ?ódz']}                                             | ${true}
    ${'résultat\tcontrôlé\u000b'}             | ${['résultat    contrôlé']}                                     | ${false}
    ${'un\ndeux'}                             | ${['un', 'deux']}                                               | ${false}
    ${'****LAB****'}                          | ${['**LAB****']}                                                | ${false}
    ${`${'mot '.repeat(25)}fin`}              | ${[`${'mot '.repeat(19)}`.trimEnd(), `${'mot '.repeat(6)}fin`]} | ${false}
    ${'x'.repeat(100)}                        | ${['x'.repeat(78), 'x'.repeat(22)]}                             | ${false}
  `('writes $text as $expected', ({ text, expected, replaced }: { text: string; expected: string[]; replaced: boolean }) => {
    const { bytes, findings } = written({ text: [text] });

    expect(bytes.toString('latin1').split('\r\n').slice(12, -6)).toEqual(expected);
    expect(findings.map(({ code }) => code)).toEqual(replaced ? ['hprim-character-replaced'] : []);
  });

  it('keeps a separator from cutting a value', () => {
    expect(lines({ results: [{ ...report.results[0]!, value: 'a|b', comments: ['c|d'] }] })).toEqual(
      expect.arrayContaining([expect.stringContaining('|a/b|'), 'TEX|c/d']),
    );
  });

  it('refuses no report, and what is no date', () => {
    expect(() => encodeHprimMedecin([])).toThrow(MalformedInput);
    expect(() => written({ header: { ...report.header, birthDate: '03/11/1952' } })).toThrow(MalformedInput);
  });

  it('reads back every report it wrote', () => {
    const word = fc.stringMatching(/^[a-zéèàçA-Z0-9.,()%µ/+-]{1,12}$/);
    const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '));
    const line = fc.oneof(words, fc.constant(''));
    const number = fc.stringMatching(/^\d{1,3}(\.\d{1,2})?$/);
    const date = fc.integer({ min: 0, max: 30_000 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
    const party = fc.record({ code: word, name: line });
    const header = fc.record({
      ...{ patientCode: line, family: words, given: line, address: fc.tuple(line, line), town: line },
      ...{ birthDate: date, socialSecurityNumber: fc.constant(''), dossier: words, dossierDate: date },
      ...{ sender: party, recipient: party },
    });
    const unit = word.filter((text) => !/^[\d.,+-]*$/.test(text));
    const measure = { value: number, unit, low: number, high: number };
    const result = fc.record(
      {
        ...{ ...measure, label: words, code: words, type: fc.constantFrom('N', 'A'), abnormality: fc.constantFrom('N', 'HH') },
        ...{
          status: fc.constant('F'),
          second: fc.record(measure),
          others: fc.constant([]),
          comments: fc.array(words, { maxLength: 2 }),
        },
      },
      { requiredKeys: ['value', 'unit', 'low', 'high', 'label', 'code', 'type', 'abnormality', 'status', 'others', 'comments'] },
    );
    const text = fc.array(words, { maxLength: 4 });
    const any = fc.record({ header, text, results: fc.array(result, { maxLength: 4 }), comments: text, others: fc.constant([]) });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 3 }), (reports) => {
        const file = decodeHprimMedecin(encodeHprimMedecin(reports).bytes, { charset: 'windows-1252' });

        expect(file.entries.map((entry) => entry.status === 'read' && entry.report)).toEqual(reports);
      }),
    );
  });
});
