import { readFileSync } from 'node:fs';
import { HprimDecodingError, decodeHprimSante } from '@segur/hprim';
import { observationsOf, type Laboratory, type Report } from '@segur/laboratory';
import {
  hprim,
  hprimGlucose,
  hprimReactiveProtein,
  hprimText,
  repository,
  sampleHprimFiles,
  testBiologist,
  testLaboratory,
  type HprimExamText,
  type HprimFileText,
} from '@segur/testing';
import fc from 'fast-check';
import { CATALOGUE } from '../finding-catalogue.js';
import { toReport, type ReportReading } from './to-report.js';

const context = { laboratory: testLaboratory, reportSetId: '3f0c6f6e-5e0f-8a3c-9a44-0242ac120002', revision: 1 };

const read = (text: string, laboratory: Laboratory = testLaboratory): ReportReading =>
  toReport(decodeHprimSante(Buffer.from(text, 'latin1')), { ...context, laboratory });
const reportOf = (options: HprimFileText = {}, laboratory?: Laboratory): Report => {
  const reading = read(hprimText(options), laboratory);
  if (reading.status === 'refused') throw new Error(JSON.stringify(reading.findings));
  return reading.report;
};
const said = ({ findings }: ReportReading) => findings.map(({ severity, code, location }) => `${severity} ${code} ${location}`);
const errors = (reading: ReportReading) => said(reading).filter((finding) => finding.startsWith('error'));
const exam = (changes: Partial<HprimExamText>): HprimFileText => ({ exams: [{ ...hprimGlucose, ...changes }] });
const field = (number: number, text: string): string => hprimText(exam({ fields: { [number]: text } }));

describe('toReport', () => {
  it('reads a final result', () => {
    expect(read(hprimText())).toEqual({
      status: 'read',
      findings: [],
      changes: { removed: [], promoted: [], settled: ['Glycémie à jeun'] },
      report: {
        ...{ reportSetId: context.reportSetId, revision: 1, status: 'final' },
        fillerNumber: '261123-0042',
        placerNumber: 'ORD-2026-1123',
        identity: expect.objectContaining({ status: 'provisoire' }) as unknown,
        prescriber: { localId: 'MED01', family: 'TESTPRESC', given: 'LOUIS', suffix: 'DR', telecoms: [] },
        prescribedOn: '2026-11-20',
        copies: [],
        encounter: { kind: 'AMB' },
        receivedAt: '2026-11-23T08:30+01:00',
        releasedAt: '2026-11-23T10:15+01:00',
        specimens: [
          {
            specimenId: 'T1-261123-0042',
            typeCode: 'PLAS',
            label: 'Plasma',
            collectedAt: '2026-11-23T08:00+01:00',
            receivedAt: '2026-11-23T08:30+01:00',
            accession: 'T1-261123-0042',
          },
        ],
        chapters: [
          {
            code: '18719-5',
            batteries: [
              {
                batteryId: 'GLY',
                code: { localCode: 'GLY', label: 'Glycémie à jeun' },
                specimenId: 'T1-261123-0042',
                comments: [],
                observations: [
                  {
                    observationId: 'GLY/GLY',
                    code: { localCode: 'GLY', label: 'Glucose' },
                    value: { kind: 'numeric', text: '5.20', value: '5.20' },
                    unit: { raw: 'mmol/L', ucum: 'mmol/L' },
                    interpretations: ['N'],
                    range: { text: '4.10 - 6.10', low: '4.10', high: '6.10' },
                    status: 'final',
                    observedAt: '2026-11-23T09:45+01:00',
                    comments: [],
                    specimenId: 'T1-261123-0042',
                  },
                ],
              },
            ],
          },
        ],
        comments: [],
        validations: [{ biologist: testBiologist, at: '2026-11-23T10:15+01:00' }],
        delivery: {
          ...{ dmp: true, professionals: true, patient: true },
          ...{ maskedToProfessionals: false, hiddenFromPatient: false, hiddenFromRepresentatives: false },
        },
      },
    });
  });

  it.each(sampleHprimFiles)('reads the sample $name', ({ bytes }) => {
    expect(errors(toReport(decodeHprimSante(bytes), context))).toEqual([]);
  });

  it.each(['H2.0', 'H2.1~C', 'H2.2~L', 'H2.3', '2.4', 'H2.5~R'])('reads version %s', (version) => {
    expect(reportOf({ version }).fillerNumber).toBe('261123-0042');
  });

  it('places comments where they belong', () => {
    const report = reportOf({
      patientComments: ['Compte rendu complet.'],
      exams: [
        {
          ...hprimGlucose,
          comments: ['À jeun.', '', 'Depuis 12 h.'],
          fields: { 11: 'A', 13: 'Diabète connu' },
          results: [
            { type: '', code: '~  FORMULE~L', value: '' },
            { ...hprimGlucose.results[0]!, comments: ['Contrôlé.', 'Deux fois.'] },
          ],
        },
      ],
    });

    expect(report.clinicalInformation).toBe('Diabète connu');
    expect(report.comments).toEqual(['Compte rendu complet.']);
    expect(report.chapters[0]?.batteries[0]?.comments).toEqual(['Examen ajouté', 'À jeun.\n\nDepuis 12 h.', 'FORMULE']);
    expect(observationsOf(report)[0]?.comments).toEqual(['Contrôlé.\nDeux fois.']);
  });

  it('joins a prescriber that A cut, and names the ward beside them', () => {
    const text = hprimText({ prescriber: 'MED~DR X~L~CLIN@ique Y~L' }).replace('@', '\rA|');
    const reading = read(text);

    expect(reading).toMatchObject({ report: { prescriber: { localId: 'MED', family: 'X', suffix: 'DR' } } });
    expect(said(reading)).toContain('info hprim-field-not-read OBR[1]-16.4');
  });

  it.each`
    sent                            | prescriber
    ${'10000000018~TESTPRESC'}      | ${{ localId: '10000000018', family: 'TESTPRESC' }}
    ${'99700000029~TESTPRESC~RPPS'} | ${{ nationalId: '899700000029', family: 'TESTPRESC' }}
    ${'751234567~TESTPRESC~ADELI'}  | ${{ nationalId: '0751234567', family: 'TESTPRESC' }}
    ${'M1~PR. TESTPRESC~LOUIS'}     | ${{ localId: 'M1', family: 'TESTPRESC', given: 'LOUIS', suffix: 'PR' }}
    ${'M1~DROUET~LOUIS'}            | ${{ localId: 'M1', family: 'DROUET', given: 'LOUIS' }}
  `('reads the prescriber $sent', ({ sent, prescriber }: { sent: string; prescriber: object }) => {
    expect(reportOf({ prescriber: sent }).prescriber).toEqual({ ...prescriber, telecoms: [] });
  });

  it('gives a copy to whom OBR.28 names, each once', () => {
    const copies = reportOf({ exams: [{ ...hprimGlucose, fields: { 28: 'M2~DR MARTIN^M2~DR MARTIN^M3~DURAND' } }] }).copies;

    expect(copies.map(({ localId, family }) => `${localId} ${family}`)).toEqual(['M2 MARTIN', 'M3 DURAND']);
  });

  it.each`
    sent                           | warning
    ${'202611230800'}              | ${false}
    ${'202611230800^20261123'}     | ${false}
    ${'202611230800^202611240800'} | ${true}
  `('reads the collection $sent', ({ sent, warning }: { sent: string; warning: boolean }) => {
    const reading = read(field(7, sent));

    expect(reading).toMatchObject({ report: { specimens: [{ collectedAt: '2026-11-23T08:00+01:00' }] } });
    expect(said(reading).includes('warning hprim-several-collections OBR[1]-7')).toBe(warning);
  });

  it.each`
    processing | goes
    ${'P'}     | ${true}
    ${''}      | ${true}
    ${'T'}     | ${false}
    ${'D'}     | ${false}
  `('a file of processing "$processing" leaves: $goes', ({ processing, goes }: { processing: string; goes: boolean }) => {
    expect(reportOf({ processing }).delivery).toMatchObject({ dmp: goes, professionals: goes, patient: goes });
  });

  it('signs with the biologist that the file names, or says who signs', () => {
    const laboratory = { ...testLaboratory, biologists: [{ ...testBiologist, localId: 'AUTRE' }, testBiologist] };
    expect(reportOf({ validator: 'BIO1' }, laboratory).validations.map(({ biologist }) => biologist.localId)).toEqual(['BIO1']);
    expect(
      observationsOf(reportOf(exam({ results: [{ ...hprimGlucose.results[0]!, validator: 'BIO1~DR TESTBIO' }] })))[0],
    ).toMatchObject({
      validatedBy: testBiologist,
    });

    expect(said(read(hprimText({ validator: 'VBIO' })))).toContain('warning hprim-validator-defaulted OBR[1]-32');
    const strict = { ...testLaboratory, defaultBiologist: false };
    expect(errors(read(hprimText({ validator: 'VBIO' }), strict))).toEqual(['error hprim-validator-unknown OBR[1]-32']);
    expect(errors(read(hprimText(), strict))).toEqual(['error hprim-validator-missing OBR[1]-32']);
  });
});

describe('examinations and chapters', () => {
  const result = (code: string, section: string) => ({ type: 'NM', code: `${code}~${code}~L`, value: '1', section });
  const batteriesOf = (exams: readonly HprimExamText[], laboratory?: Laboratory) =>
    reportOf({ exams }, laboratory).chapters.flatMap(({ code, batteries }) =>
      batteries.map(
        (battery) => `${code} ${battery.batteryId}: ${battery.observations.map(({ code: one }) => one.localCode).join(' ')}`,
      ),
    );

  it('a result goes with the examination that it names, that has its code, or by itself', () => {
    const exams = [
      {
        codes: 'IONO~Ionogramme~L^CRP~CRP~L',
        results: [
          result('NA', 'BIOCH~80~IONO~1'),
          result('K', 'BIOCH~80~IONO~2'),
          result('CRP', 'BIOCH~80'),
          result('FER', 'BIOCH~80'),
        ],
      },
    ];

    expect(batteriesOf(exams)).toEqual(['18719-5 IONO: NA K', '18719-5 CRP: CRP', '18719-5 FER: FER']);
  });

  it('one examination over two sections is printed under each', () => {
    const exams = [{ codes: 'BIL~Bilan~L', results: [result('NA', 'BIOCH'), result('TP', 'HEMOSTASE'), result('K', 'BIOCH')] }];

    expect(batteriesOf(exams)).toEqual(['18719-5 BIL: NA K', '18720-3 BIL#2: TP']);
  });

  it.each`
    section        | chapters                | chapter
    ${'BIOCH~80'}  | ${{}}                   | ${'18719-5'}
    ${'hemato~10'} | ${{}}                   | ${'18723-7'}
    ${'CH'}        | ${{}}                   | ${'18719-5'}
    ${'BIOCH~80'}  | ${{ BIOCH: '18721-1' }} | ${'18721-1'}
    ${'PAILLASSE'} | ${{ GLY: '18719-5' }}   | ${'18719-5'}
    ${'PAILLASSE'} | ${{ '*': '26436-6' }}   | ${'26436-6'}
  `('section $section is $chapter', ({ section, chapters, chapter }) => {
    const results = [{ ...hprimGlucose.results[0]!, section: section as string }];
    const laboratory = { ...testLaboratory, chapters: chapters as Record<string, string> };

    expect(reportOf(exam({ results }), laboratory).chapters[0]?.code).toBe(chapter);
  });

  it('OBR.24 stands for an empty OBX.15', () => {
    const results = [{ ...hprimGlucose.results[0]!, section: '' }];

    expect(reportOf(exam({ results, fields: { 24: 'SEROLOGIE' } })).chapters[0]?.code).toBe('18727-8');
  });

  it('repeated examinations keep apart', () => {
    expect(batteriesOf([hprimGlucose, hprimGlucose])).toEqual(['18719-5 GLY: GLY', '18719-5 GLY#2: GLY']);
  });
});

describe('what refuses a file', () => {
  const second = hprimText().split('\r').slice(1, 4).join('\r');
  it.each`
    what                              | text                                                                                               | finding
    ${'a request'}                    | ${hprimText({ context: 'ORM' })}                                                                   | ${'hprim-context H[1]-7'}
    ${'no context'}                   | ${hprimText({ context: '' })}                                                                      | ${'hprim-context H[1]-7'}
    ${'another version'}              | ${hprimText({ version: 'H3.0' })}                                                                  | ${'hprim-version H[1]-13'}
    ${'no version'}                   | ${hprimText({ version: '' })}                                                                      | ${'hprim-version H[1]-13'}
    ${'no patient'}                   | ${hprimText().replace(/P\|1.*?\r/, '')}                                                            | ${'hprim-required P[1]'}
    ${'no request'}                   | ${hprimText({ exams: [] })}                                                                        | ${'hprim-required OBR[1]'}
    ${'two patients'}                 | ${hprimText({ extra: [second] })}                                                                  | ${'hprim-several-patients-not-read P[2]'}
    ${'two requests'}                 | ${hprimText({ exams: [hprimGlucose, { ...hprimGlucose, fields: { 3: 'T~AUTRE' } }] })}             | ${'hprim-several-requests-not-read OBR[2]-3'}
    ${'no number'}                    | ${field(3, '')}                                                                                    | ${'hprim-required OBR[1]-3'}
    ${'no examination'}               | ${field(4, '')}                                                                                    | ${'hprim-required OBR[1]-4'}
    ${'no collection'}                | ${field(7, '')}                                                                                    | ${'hprim-required OBR[1]-7'}
    ${'a collection that is no date'} | ${field(7, '20261345')}                                                                            | ${'hprim-timestamp OBR[1]-7'}
    ${'a cancelled request'}          | ${field(11, 'C')}                                                                                  | ${'hprim-cancellation-not-read OBR[1]-11'}
    ${'a quality control'}            | ${field(11, 'Q')}                                                                                  | ${'hprim-quality-control-not-read OBR[1]-11'}
    ${'no prescriber'}                | ${field(16, '')}                                                                                   | ${'hprim-required OBR[1]-16'}
    ${'a prescriber without number'}  | ${field(16, '~DR X')}                                                                              | ${'hprim-required OBR[1]-16.1'}
    ${'a prescriber without name'}    | ${field(16, 'MED')}                                                                                | ${'hprim-required OBR[1]-16.2'}
    ${'a child of another result'}    | ${field(26, 'X~1')}                                                                                | ${'hprim-parent-child-not-read OBR[1]-26'}
    ${'an unknown section'}           | ${hprimText(exam({ results: [{ ...hprimGlucose.results[0]!, section: 'ZZZ' }] }))}                 | ${'hprim-chapter-unknown OBX[1]-15'}
    ${'no result at all'}             | ${hprimText(exam({ results: [] }))}                                                                | ${'hprim-no-result OBX[1]'}
    ${'a result before any request'}  | ${hprimText().replace('OBR|1', 'OBX|1|NM|A||1\rOBR|1')}                                            | ${'hprim-sequence OBX[1]'}
    ${'a status left empty twice'}    | ${hprimText(exam({ results: [{ ...hprimGlucose.results[0]!, status: '' }], fields: { 25: '' } }))} | ${'hprim-required OBX[1]-11'}
  `('$what: $finding', ({ text, finding }: { text: string; finding: string }) => {
    const reading = read(text);

    expect(reading.status).toBe('refused');
    expect(errors(reading)).toContain(`error ${finding}`);
  });

  it('antibiotics grouped under isolates, read flat, would lose their germ', () => {
    const results = ['1', '1.1', '2'].map((subId) => ({ type: 'ST', code: 'X', value: 'a', subId, section: 'BACTERIO' }));

    expect(errors(read(hprimText(exam({ results }))))).toEqual(['error hprim-microbiology-not-read OBR[1]']);
  });
});

describe('what is not read and does not change a result', () => {
  it('is named once, and the report is read', () => {
    const reading = read(
      hprimText({
        patient: { 13: 'DR Y', 16: '172' },
        exams: [
          { ...hprimGlucose, fields: { 5: 'S' } },
          { ...hprimGlucose, fields: { 5: 'R' } },
        ],
        extra: ['ACT|1', 'ACT|2'],
      }),
    );

    expect(reading.status).toBe('read');
    expect(said(reading)).toEqual([
      'info hprim-field-not-read P[1]-13',
      'info hprim-field-not-read P[1]-16',
      'info hprim-field-not-read OBR[1]-5',
      'info hprim-segment-not-read ACT[1]',
    ]);
  });

  it('weighs more when it limits a result', () => {
    expect(said(read(hprimText().replace(/(OBX\|1.*?\|F)\|\|/, '$1||CONFID')))).toContain(
      'warning hprim-access-not-read OBX[1]-13',
    );
  });

  it('is a request without result beside another that has some: its comment is kept', () => {
    const reading = read(
      hprimText({ exams: [hprimGlucose, { codes: 'VS~Vitesse~L', results: [], comments: ['Tube manquant.'] }] }),
    );

    expect(reading).toMatchObject({ report: { comments: ['Vitesse\nTube manquant.'] } });
    expect(said(reading)).toContain('info hprim-obr-without-result OBR[2]');
  });
});

describe('the words of findings', () => {
  it('are documented, one by one', () => {
    const documented = JSON.parse(readFileSync(`${repository()}/docs/codes/hprim-to-laboratory.json`, 'utf8')) as object;

    expect(Object.keys(documented).sort()).toEqual(Object.keys(CATALOGUE).sort());
  });

  it('hold no value of the message', () => {
    const marked = exam({ results: [{ type: 'NM', code: 'K', value: 'SECRETVALUE', unit: 'SECRETUNIT', flags: 'SECRETFLAG' }] });
    const { findings } = read(hprimText(marked).replaceAll('PATIENT-TEST', 'SECRETNAME'));

    expect(findings.length).toBeGreaterThan(0);
    expect(JSON.stringify(findings)).not.toContain('SECRET');
  });
});

describe('a damaged file', () => {
  const texts = [
    ...sampleHprimFiles.map(({ bytes }) => bytes.toString('latin1')),
    hprim({ exams: [hprimReactiveProtein] }).toString('latin1'),
  ];
  const wound = fc.record({
    at: fc.nat(2_000),
    length: fc.nat(12),
    by: fc.constantFrom(
      '',
      '|',
      '^',
      '~',
      '&',
      '\\',
      '\r',
      '\rA|',
      '""',
      '0',
      'é',
      '99999999',
      'X',
      '\rC|1|L|',
      '\rP|2',
      '\rOBR|2',
    ),
  });

  it('is read or refused with its reasons, and never breaks the reader', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(wound, { minLength: 1, maxLength: 6 }), (text, wounds) => {
        const damaged = wounds.reduce((all, { at, length, by }) => all.slice(0, at) + by + all.slice(at + length), text);
        try {
          const reading = read(damaged);
          expect(reading.status === 'refused').toBe(reading.findings.some(({ severity }) => severity === 'error'));
        } catch (error) {
          expect(error).toBeInstanceOf(HprimDecodingError);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
