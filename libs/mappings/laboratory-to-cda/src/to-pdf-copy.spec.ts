import { INS_AUTHORITIES, isQualified, qualify, type Identity } from '@segur/identity';
import type { Report } from '@segur/laboratory';
import { openPdfFonts } from '@segur/pdf';
import {
  bareObservation,
  battery,
  observation,
  readPdfPages,
  report,
  TEST_MATRICULE,
  testFontFiles,
  testIdentity,
  testLaboratory,
} from '@segur/testing';
import fc from 'fast-check';
import { toInsDatamatrix } from './to-ins-datamatrix.js';
import { toPdfCopy, type PdfPrinting } from './to-pdf-copy.js';
import { toPrintedReport } from './to-printed-report.js';
import { variedReports } from '../test/varied-reports.js';

const fonts = openPdfFonts(testFontFiles());
const options = { fonts, createdAt: new Date('2026-11-20T15:01:00Z'), documentId: '2.25.101' };
const print = (made: Report, printing: Partial<PdfPrinting> = {}) => toPdfCopy(made, testLaboratory, { ...options, ...printing });
const read = async (made: Report) => (await readPdfPages(print(made))).join(' ');
const printedOf = (made: Report) => toPrintedReport(made, testLaboratory);

const replaces = { document: { root: '2.25.1' } };

describe('The printed report', () => {
  it.each`
    what                                  | made                                                           | notices
    ${'a first and final report'}         | ${report()}                                                    | ${[]}
    ${'a partial report'}                 | ${report().with({ status: 'partial' })}                        | ${['Résultats partiels\u00a0: d’autres résultats suivront.']}
    ${'what replaces a version'}          | ${report().with({ revision: 3, replaces })}                    | ${['Ce compte rendu annule et remplace la version précédente.']}
    ${'a state after what was withdrawn'} | ${report().with({ revision: 3 })}                              | ${[]}
    ${'both'}                             | ${report().with({ revision: 2, status: 'partial', replaces })} | ${[expect.stringContaining('annule et remplace'), expect.stringContaining('Résultats partiels')]}
  `('tells $what by its notices', ({ made, notices }: { made: ReturnType<typeof report>; notices: unknown[] }) => {
    expect(printedOf(made.build()).notices).toEqual(notices);
  });

  it.each`
    flags         | mark         | words
    ${['H']}      | ${'▲'}       | ${'Haut'}
    ${['LL']}     | ${'▼'}       | ${'Très bas, alerte'}
    ${['POS']}    | ${'●'}       | ${'Positif'}
    ${['N']}      | ${undefined} | ${'Normal'}
    ${['<']}      | ${undefined} | ${'Inférieur à la limite de détection'}
    ${['<', 'L']} | ${'▼'}       | ${'Inférieur à la limite de détection, Bas'}
    ${[]}         | ${undefined} | ${''}
  `('marks $flags by $mark, never without words', ({ flags, mark, words }: { flags: string[]; mark?: string; words: string }) => {
    const made = report().withObservations(observation('X', { interpretations: flags }));
    const rows = printedOf(made.build()).chapters.flatMap((chapter) => chapter.rows);

    expect(rows.at(-1)).toMatchObject({ kind: 'result', interpretation: words });
    expect((rows.at(-1) as { mark?: string }).mark).toBe(mark);
  });

  it('leaves out what holds no result, and the name of a battery that is its only result', () => {
    const alone = bareObservation('VS', { kind: 'text', text: '5' }, { code: { localCode: 'VS', label: 'Examen VS' } });
    const made = report().withChapters(
      { code: '18723-7', batteries: [battery('VS', [alone]), battery('VIDE', [])] },
      { code: '18719-5', batteries: [] },
    );

    expect(printedOf(made.build()).chapters.map(({ rows }) => rows.map(({ kind }) => kind))).toEqual([['result']]);
  });

  it('says nothing of a matricule that is not qualified, wherever a sender put it', () => {
    const held: fc.Arbitrary<Partial<Identity>> = fc.record({
      status: fc.constantFrom<Identity['status']>('provisoire', 'recuperee', 'validee'),
      localIds: fc.constantFrom([], [{ root: INS_AUTHORITIES.nir, extension: TEST_MATRICULE }]),
      telecoms: fc.constantFrom([], [{ value: `mailto:${TEST_MATRICULE}@patient.mssante.fr` }]),
    });
    fc.assert(
      fc.property(held, fc.constantFrom(...Object.values(variedReports)), (change, base) => {
        const made = { ...base, identity: { ...testIdentity, ...change } };

        expect(JSON.stringify(printedOf(made)).replaceAll(/\s/g, '')).not.toContain(TEST_MATRICULE.slice(0, 13));
      }),
    );
  });
});

describe('toPdfCopy', () => {
  it.each(Object.keys(variedReports))('prints every fact of: %s', async (name) => {
    const made = variedReports[name]!;
    const whole = (await read(made)).replaceAll(' ', '');
    const { legend, ...printed } = { ...printedOf(made), runningHead: '' };
    const texts = textsOf(printed);

    expect(texts.length).toBeGreaterThan(20);
    // Wrapped cells stand beside each other: every word is there, whatever cell it is read in.
    for (const word of [...texts, legend ?? ''].flatMap((text) => text.split(/\s+/))) expect(whole).toContain(word);
  });

  it('prints the matricule of a qualified identity with its kind, and no other', async () => {
    expect(await read(report().build())).toContain(`Matricule INS : ${TEST_MATRICULE} (NIR de test)`);
    expect(await read(report().unqualified().build())).not.toContain(TEST_MATRICULE.slice(0, 13));
  });

  it('gives the same bytes for the same report and time', () => {
    expect(print(report().build())).toEqual(print(report().build()));
  });

  it('draws a datamatrix only where one is asked for and the identity is qualified', () => {
    const asked: string[] = [];
    const insDatamatrix = (text: string) => (asked.push(text), [[true]]);
    print(report().unqualified().build(), { insDatamatrix });
    print(report().build());
    const drawn = print(report().build(), { insDatamatrix });

    expect(asked).toHaveLength(1);
    expect(drawn).not.toEqual(print(report().build()));
  });
});

describe('toInsDatamatrix', () => {
  const of = (traits: Partial<Identity['traits']>) => {
    const answer = qualify({ ...testIdentity, traits: { ...testIdentity.traits, ...traits } });
    return isQualified(answer) ? toInsDatamatrix(answer) : 'not qualified';
  };

  it('says the traits in their order; a field that may be longer is ended', () => {
    expect(of({})).toBe(
      `IS010000000000000000000000S1${TEST_MATRICULE}S21.2.250.1.213.1.4.10S3CAMILLE ANNE\x1dS4PATIENT-TEST\x1dS5FS628-03-1979S751215`,
    );
  });

  it.each([{ birthDate: '19790300' }, { birthName: 'Patient' }, { birthGivenNames: 'ZOÉ' }, { birthPlaceInsee: '512' }])(
    'says nothing rather than something wrong: %p',
    (traits) => {
      expect(of(traits)).toBeUndefined();
    },
  );
});

// What is no text: of which kind a row is, the bytes of a picture, and what an antibiogram says again in lines.
const NO_TEXT = new Set(['kind', 'image']);

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) =>
    NO_TEXT.has(key) || (key === 'text' && 'rows' in value) ? [] : textsOf(inside),
  );
}
