import iconv from 'iconv-lite';
import fc from 'fast-check';
import { HprimDecodingError } from '../hprim-decoding-error.js';
import { decodeHprimMedecin, type DecodeMedecinOptions } from './decode-medecin.js';
import type { MedecinFile, MedecinReport } from './medecin-file.js';

const HEADER = [
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
  'LABO LABORATOIRE DE TEST',
  'MED01 TESTPRESC LOUIS',
];
const TEXT = ['', 'BIOCHIMIE', '  Glucose ........ 5,20 mmol/L   (4,10 à 6,10)', ''];
const RESULTS = ['RES|Glucose|GLY|N|5.20|mmol/L|4.10|6.10|N|F|0.94|g/L|0.74|1.10|', 'TEX|À jeun.', 'TEX|Contrôlé.|', 'RES|Titre'];
const REPORT = [...HEADER, ...TEXT, '****LAB****', ...RESULTS, '****FIN****'];
const FILE = [...REPORT, '****FINFICHIER****', ''];

const decode = (lines: readonly string[], end = '\r\n', options?: DecodeMedecinOptions): MedecinFile =>
  decodeHprimMedecin(iconv.encode(lines.join(end), 'win1252'), options);
const first = (file: MedecinFile): MedecinReport => {
  const [entry] = file.entries;
  if (entry?.status !== 'read') throw new Error(JSON.stringify(file));
  return entry.report;
};
const said = ({ findings, entries }: MedecinFile) =>
  [...findings, ...entries.flatMap((entry) => entry.findings)].map(({ code, location }) => `${code} ${location}`);
const instead = (index: number, line: string) => FILE.map((one, at) => (at === index ? line : one));

describe('decodeHprimMedecin', () => {
  it('reads a report', () => {
    const file = decode(FILE);

    expect(said(file)).toEqual([]);
    expect(first(file)).toEqual({
      header: {
        patientCode: '8000124',
        family: 'PATIENT-TEST',
        given: 'CAMILLE',
        address: ['3 rue des Essais', ''],
        town: '37000 TOURS',
        birthDate: '1952-11-03',
        socialSecurityNumber: '',
        dossier: '261123-0042',
        dossierDate: '2026-11-23',
        sender: { code: 'LABO', name: 'LABORATOIRE DE TEST' },
        recipient: { code: 'MED01', name: 'TESTPRESC LOUIS' },
      },
      text: ['BIOCHIMIE', '  Glucose ........ 5,20 mmol/L   (4,10 à 6,10)'],
      results: [
        expect.objectContaining({
          code: 'GLY',
          value: '5.20',
          second: { value: '0.94', unit: 'g/L', low: '0.74', high: '1.10' },
          comments: ['À jeun.', 'Contrôlé.'],
        }),
        expect.objectContaining({ label: 'Titre', code: '', comments: [] }),
      ],
      comments: [],
      others: [],
    });
  });

  it.each`
    what                                 | lines                                                                       | findings
    ${'lines that end with CR'}          | ${FILE}                                                                     | ${[]}
    ${'a thirteenth empty line'}         | ${[...HEADER, '', ...FILE.slice(12)]}                                       | ${[]}
    ${'a line before the header'}        | ${['', ...FILE]}                                                            | ${['hprim-header-shifted line 1']}
    ${'doubled line ends'}               | ${FILE.flatMap((line) => [line, ''])}                                       | ${['hprim-doubled-lines file']}
    ${'marks of three stars and blanks'} | ${FILE.map((line) => line.replaceAll('****', '***').replace(/\*$/, '*  '))} | ${[]}
    ${'no end of report'}                | ${FILE.filter((line) => line !== '****FIN****')}                            | ${[]}
    ${'no end of file'}                  | ${REPORT}                                                                   | ${['hprim-end-missing file']}
    ${'something after the end'}         | ${[...FILE, '%PDF-1.4']}                                                    | ${['hprim-after-end file']}
    ${'bytes after the end'}             | ${[...FILE, '\u0000\u0001\u0002']}                                          | ${['hprim-after-end file']}
    ${'bytes after the report'}          | ${[...REPORT, '\u0000\u0001\u0002']}                                        | ${['hprim-end-missing file', 'hprim-after-end file']}
    ${'a text after the report'}         | ${[...REPORT, 'Fin de transmission']}                                       | ${['hprim-end-missing file', 'hprim-after-end line 23']}
    ${'no dossier date'}                 | ${instead(9, '')}                                                           | ${[]}
    ${'no birth date'}                   | ${instead(6, '')}                                                           | ${[]}
    ${'a page break'}                    | ${instead(13, 'BIOCHIMIE\f')}                                               | ${[]}
    ${'no results'}                      | ${[...HEADER, ...TEXT, '****FIN****', '****FINFICHIER****']}                | ${['hprim-results-missing line 1']}
    ${'results without their mark'}      | ${FILE.filter((line) => line !== '****LAB****')}                            | ${['hprim-results-in-text line 17']}
    ${'an unknown line'}                 | ${instead(20, 'VAL|X')}                                                     | ${['hprim-line-unknown line 21']}
    ${'a second unit that is a number'}  | ${instead(17, 'RES|a|b|N|1|u|1|2|N|F|1|2|3|4')}                             | ${['hprim-result-layout line 18']}
  `('takes $what', ({ lines, findings }: { lines: string[]; findings: string[] }) => {
    const file = decode(lines, '\r');

    expect(said(file)).toEqual(findings);
    expect(file.entries).toHaveLength(1);
    expect(first(file).header.dossier).toBe('261123-0042');
  });

  it.each`
    set           | bytes
    ${'cp850'}    | ${iconv.encode(FILE.join('\r\n'), 'cp850')}
    ${'macroman'} | ${iconv.encode(FILE.join('\r'), 'macroman')}
    ${'utf-16le'} | ${iconv.encode(FILE.join('\r\n'), 'utf-16le', { addBOM: true })}
  `('reads $set', ({ set, bytes }: { set: string; bytes: Buffer }) => {
    const file = decodeHprimMedecin(bytes);

    expect(file.charset).toBe(set);
    expect(first(file).results[0]?.comments).toEqual(['À jeun.', 'Contrôlé.']);
  });

  it.each`
    what                            | line | by               | finding
    ${'a year of two figures'}      | ${6} | ${'03/11/52'}    | ${'hprim-date line 7'}
    ${'a day that does not exist'}  | ${9} | ${'31/02/2026'}  | ${'hprim-date line 10'}
    ${'words where a date belongs'} | ${6} | ${'RUE DES LYS'} | ${'hprim-header line 1'}
  `(
    'refuses $what, and reads the other report of the file',
    ({ line, by, finding }: { line: number; by: string; finding: string }) => {
      const file = decode([...instead(line, by).slice(0, -2), ...FILE]);

      expect(file.entries.map(({ status }) => status)).toEqual(['refused', 'read']);
      expect(said(file)).toEqual([finding]);
    },
  );

  it('refuses a report that was cut', () => {
    const file = decode([...REPORT, ...REPORT.slice(0, -1)]);

    expect(file.entries.map(({ status }) => status)).toEqual(['read', 'refused']);
    expect(said(file)).toContain('hprim-report-truncated line 23');
  });

  it.each`
    what                | lines                  | options             | code
    ${'nothing'}        | ${['', '']}            | ${{}}               | ${'hprim-structure'}
    ${'too many bytes'} | ${FILE}                | ${{ maxBytes: 10 }} | ${'hprim-limit'}
    ${'too many lines'} | ${FILE}                | ${{ maxLines: 10 }} | ${'hprim-limit'}
    ${'control codes'}  | ${['\u0001', ...FILE]} | ${{}}               | ${'hprim-charset'}
  `('refuses $what', ({ lines, options, code }: { lines: string[]; options: DecodeMedecinOptions; code: string }) => {
    expect(() => decode(lines, '\n', options)).toThrow(expect.objectContaining({ code }) as Error);
  });

  it('answers or refuses any damaged bytes, and never fails otherwise', () => {
    const whole = iconv.encode([...REPORT, ...FILE].join('\r\n'), 'win1252');
    const wound = fc.record({ at: fc.nat(whole.length), length: fc.nat(200), by: fc.uint8Array({ maxLength: 6 }) });
    fc.assert(
      fc.property(fc.array(wound, { minLength: 1, maxLength: 5 }), fc.nat(whole.length), (wounds, end) => {
        const damaged = wounds.reduce(
          (all, { at, length, by }) => Buffer.concat([all.subarray(0, at), by, all.subarray(at + length)]),
          whole,
        );
        look(damaged);
        look(whole.subarray(0, end));
      }),
      { numRuns: 500 },
    );
  });

  it('takes its time from the size of a hostile file, not from its shape', () => {
    for (const piece of [' ', '\n', '|', '*', '****FIN****\n', 'RES|\n', 'TEX|  ', '\t', '01/01/2026\n'])
      look(Buffer.from(`${HEADER.join('\n')}\n****LAB****\nTEX|${piece.repeat(90_000)}x\n****FIN****`));
  });
});

function look(bytes: Buffer): void {
  try {
    decodeHprimMedecin(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(HprimDecodingError);
  }
}
