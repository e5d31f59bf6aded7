import { readFileSync } from 'node:fs';
import { decodeMessage } from '@segur/hl7v2';
import { observationsOf, type Laboratory, type Report } from '@segur/laboratory';
import {
  glucose,
  oruText,
  repository,
  sampleMessages,
  testBiologist,
  testLaboratory,
  type MessageExam,
  type OruOptions,
} from '@segur/testing';
import { CATALOGUE } from '../finding-catalogue.js';
import { toReport, type ReportReading } from './to-report.js';

const context = { laboratory: testLaboratory, reportSetId: '3f0c6f6e-5e0f-8a3c-9a44-0242ac120002', revision: 1 };

const read = (text: string, laboratory: Laboratory = testLaboratory): ReportReading =>
  toReport(decodeMessage(Buffer.from(text)), { ...context, laboratory });
const reportOf = (options: OruOptions = {}, laboratory?: Laboratory): Report => {
  const reading = read(oruText(options), laboratory);
  if (reading.status === 'refused') throw new Error(JSON.stringify(reading.findings));
  return reading.report;
};
const said = ({ findings }: ReportReading) => findings.map(({ severity, code, location }) => `${severity} ${code} ${location}`);
const errors = (reading: ReportReading) => said(reading).filter((finding) => finding.startsWith('error'));
const exam = (changes: Partial<MessageExam>): OruOptions => ({ exams: [{ ...glucose, ...changes }] });

describe('toReport', () => {
  it('reads a final result of a qualified patient', () => {
    expect(read(oruText())).toEqual({
      status: 'read',
      findings: [],
      changes: { removed: [], promoted: [], settled: ['Glycémie à jeun'] },
      report: {
        ...{ reportSetId: context.reportSetId, revision: 1, status: 'final' },
        fillerNumber: '261123-0042',
        placerNumber: 'ORD-2026-1123',
        identity: {
          status: 'qualifiee',
          insMatricule: { value: '279035121518989', oid: '1.2.250.1.213.1.4.10' },
          traits: {
            birthName: 'PAT-TROIS',
            birthFirstName: 'DOMINIQUE',
            birthGivenNames: 'DOMINIQUE CLAUDE',
            usedName: 'PAT-USAGE',
            usedFirstName: 'DOMINIQUE',
            birthDate: '19790328',
            sex: 'F',
            birthPlaceInsee: '51215',
            birthPlaceName: 'REIMS',
          },
          localIds: [{ root: '1.2.250.1.999.1.5', extension: '8000123' }],
          addresses: [{ lines: ['28 avenue de Breteuil'], postalCode: '75007', city: 'PARIS', country: 'FRA' }],
          telecoms: [{ value: 'tel:0600000001', use: 'MC' }],
        },
        prescriber: { nationalId: '899700000029', family: 'TESTPRESC', given: 'LOUIS', suffix: 'DR', telecoms: [] },
        prescribedOn: '2026-11-20',
        copies: [],
        encounter: { kind: 'AMB' },
        receivedAt: '2026-11-23T08:30:00+01:00',
        releasedAt: '2026-11-23T10:15:00+01:00',
        specimens: [
          {
            specimenId: 'T1-261123-0042',
            typeCode: 'PLAS',
            label: 'Plasma',
            collectedAt: '2026-11-23T08:00:00+01:00',
            receivedAt: '2026-11-23T08:30:00+01:00',
            accession: 'T1-261123-0042',
          },
        ],
        chapters: [
          {
            code: '18719-5',
            batteries: [
              {
                batteryId: 'GLY',
                code: { localCode: 'GLY', label: 'Glycémie à jeun', system: 'LABO' },
                specimenId: 'T1-261123-0042',
                comments: [],
                observations: [
                  {
                    observationId: 'GLY/GLY',
                    code: { localCode: 'GLY', label: 'Glucose', system: 'LABO' },
                    value: { kind: 'numeric', text: '5,20', value: '5.20' },
                    unit: { raw: 'mmol/L', ucum: 'mmol/L' },
                    interpretations: [],
                    range: { text: '4,10 - 6,10', low: '4.10', high: '6.10' },
                    status: 'final',
                    observedAt: '2026-11-23T08:00:00+01:00',
                    method: 'Hexokinase',
                    comments: [],
                    specimenId: 'T1-261123-0042',
                  },
                ],
              },
            ],
          },
        ],
        comments: [],
        validations: [{ biologist: testBiologist, at: '2026-11-23T10:15:00+01:00' }],
        delivery: {
          dmp: true,
          professionals: true,
          patient: true,
          maskedToProfessionals: false,
          hiddenFromPatient: false,
          hiddenFromRepresentatives: false,
        },
      },
    });
  });

  it.each(sampleMessages)('reads the sample $name, and has nothing to say of it', ({ bytes }) => {
    const reading = toReport(decodeMessage(bytes), context);

    expect(said(reading)).toEqual([]);
    expect(reading.status).toBe('read');
  });

  it.each(['2.2', '2.3', '2.3.1', '2.4', '2.5', '2.5.1', '2.6', '2.7', '2.8', '2.8.2'])('reads version %s', (version) => {
    expect(reportOf({ version }).specimens).toMatchObject([
      { typeCode: 'PLAS', label: 'Plasma', collectedAt: '2026-11-23T08:00:00+01:00' },
    ]);
  });

  it('gives every examination its chapter, its specimen and its comments', () => {
    const report = reportOf({
      exams: [
        { ...glucose, notes: ['À jeun.', '', 'Depuis 12 h.'] },
        {
          ...glucose,
          section: 'HM',
          code: 'HBA^HbA1c^LABO',
          results: [{ type: 'NM', code: 'A1C^HbA1c^L', value: '5,4', notes: ['Méthode CLHP'] }],
        },
      ],
      patientNotes: ['Patient sous traitement.'],
    });

    expect(report.comments).toEqual(['Patient sous traitement.']);
    expect(report.chapters.map(({ code }) => code)).toEqual(['18719-5', '18723-7']);
    expect(report.chapters[0]?.batteries[0]?.comments).toEqual(['À jeun.\n\nDepuis 12 h.']);
    expect(observationsOf(report)[1]?.comments).toEqual(['Méthode CLHP']);
    expect(report.specimens).toHaveLength(2);
  });

  it('keeps apart the LOINC that stands beside a local code, on either side', () => {
    const codes = ['GLY^Glucose^LABO^14749-6^Glucose SerPl^LN', '14749-6^Glucose SerPl^LN^GLY^Glucose^LABO'];
    for (const code of codes) {
      expect(observationsOf(reportOf(exam({ results: [{ type: 'NM', code, value: '5' }] })))[0]).toMatchObject({
        code: { localCode: 'GLY', label: 'Glucose', system: 'LABO' },
        sentLoinc: { code: '14749-6', label: 'Glucose SerPl' },
      });
    }
  });

  it('gives results identifiers that do not depend on their order', () => {
    const results = ['A', 'B', 'A'].map((code) => ({ type: 'NM', code, value: '1' }));
    const ids = (list: typeof results) =>
      observationsOf(reportOf(exam({ results: list }))).map(({ observationId }) => observationId);

    expect(ids(results)).toEqual(['GLY/A', 'GLY/B', 'GLY/A#2']);
    expect(ids([...results].reverse()).sort()).toEqual(ids(results).sort());
  });

  it.each`
    patientClass | kind      | professionals | patient
    ${'O'}       | ${'AMB'}  | ${true}       | ${true}
    ${'N'}       | ${'AMB'}  | ${true}       | ${true}
    ${'E'}       | ${'EMER'} | ${true}       | ${true}
    ${'I'}       | ${'IMP'}  | ${false}      | ${false}
  `('class $patientClass is $kind; mails to the patient: $patient', ({ patientClass, kind, professionals, patient }) => {
    expect(reportOf({ patientClass: patientClass as string })).toMatchObject({
      encounter: { kind },
      delivery: { dmp: true, professionals, patient },
    });
  });

  it.each(['T', 'D'])('sends a message of processing id %s nowhere', (processingId) => {
    const reading = read(oruText({ processingId }));

    expect(reading.status === 'read' && reading.report.delivery).toMatchObject({
      dmp: false,
      professionals: false,
      patient: false,
    });
    expect(said(reading)).toEqual(['warning hl7-test-message MSH[1]-11']);
  });

  it.each`
    collectedAt              | time                           | why
    ${'20261123080000'}      | ${'2026-11-23T08:00:00+01:00'} | ${'winter in Paris'}
    ${'202607140800'}        | ${'2026-07-14T08:00+02:00'}    | ${'summer in Paris'}
    ${'202603290230'}        | ${'2026-03-29T02:30+01:00'}    | ${'the hour that spring skips'}
    ${'202603290330'}        | ${'2026-03-29T03:30+02:00'}    | ${'an hour later'}
    ${'202610250230'}        | ${'2026-10-25T02:30+02:00'}    | ${'the hour that autumn repeats'}
    ${'202610250330'}        | ${'2026-10-25T03:30+01:00'}    | ${'an hour later'}
    ${'20261123080000-0400'} | ${'2026-11-23T08:00:00-04:00'} | ${'the sender said'}
    ${'20261123'}            | ${'2026-11-23'}                | ${'no hour was stated'}
  `('reads the collection of $collectedAt as $time ($why)', ({ collectedAt, time }: { collectedAt: string; time: string }) => {
    expect(reportOf(exam({ collectedAt })).specimens[0]?.collectedAt).toBe(time);
  });

  it('reads hours on the clock of the laboratory', () => {
    expect(reportOf({}, { ...testLaboratory, timeZone: 'Indian/Reunion' }).releasedAt).toBe('2026-11-23T10:15:00+04:00');
  });

  it.each`
    how                           | options                                                  | biologist    | finding
    ${'by national number'}       | ${{ validator: '899700000011^TESTBIO^^^^^^^^^^^IDNPS' }} | ${'TESTBIO'} | ${[]}
    ${'by RPPS'}                  | ${{ validator: '99700000011^TESTBIO^^^^^^^^^^^RPPS' }}   | ${'TESTBIO'} | ${[]}
    ${'by the number of the lab'} | ${{ validator: 'BIO1^TESTBIO' }}                         | ${'TESTBIO'} | ${[]}
    ${'in sub-components'}        | ${{ validator: 'BIO1&TESTBIO&CLAIRE' }}                  | ${'TESTBIO'} | ${[]}
    ${'by nobody'}                | ${{}}                                                    | ${'TESTBIO'} | ${[]}
    ${'by somebody unknown'}      | ${{ validator: 'BIO9^INCONNU' }}                         | ${'TESTBIO'} | ${['warning hl7-validator-defaulted OBR[1]-32']}
  `('is signed $how', ({ options, biologist, finding }: { options: OruOptions; biologist: string; finding: string[] }) => {
    const reading = read(oruText(options));

    expect(reading.status === 'read' && reading.report.validations.map((validation) => validation.biologist.family)).toEqual([
      biologist,
    ]);
    expect(said(reading)).toEqual(finding);
  });

  it.each`
    validator         | finding
    ${''}             | ${'error hl7-validator-missing OBR[1]-32'}
    ${'BIO9^INCONNU'} | ${'error hl7-validator-unknown OBR[1]-32'}
  `(
    'is not signed by default where the laboratory forbids it ($validator)',
    ({ validator, finding }: { validator: string; finding: string }) => {
      expect(errors(read(oruText({ validator }), { ...testLaboratory, defaultBiologist: false }))).toEqual([finding]);
    },
  );

  it('says who validated each result', () => {
    const second = { ...testBiologist, nationalId: '899700000037', localId: 'BIO2', family: 'SECOND' };
    const results = [{ type: 'NM', code: 'A', value: '1', validator: 'BIO2^SECOND' }];
    const report = reportOf(
      { validator: 'BIO1', ...exam({ results }) },
      { ...testLaboratory, biologists: [testBiologist, second] },
    );

    expect(observationsOf(report)[0]?.validatedBy?.family).toBe('SECOND');
    expect(report.validations.map(({ biologist }) => biologist.family)).toEqual(['TESTBIO', 'SECOND']);
  });

  it('leaves the prescriber to the order that the message names', () => {
    const reading = read(oruText({ prescriber: '' }));

    expect(said(reading)).toEqual(['warning hl7-prescriber-of-order OBR[1]-16']);
    expect(reading).toMatchObject({ status: 'read', report: { placerNumber: 'ORD-2026-1123' } });
    expect(reading).not.toHaveProperty('report.prescriber');
  });

  it('copies the report to each correspondent once', () => {
    const copies = '10000000018^COPIE^ANNE^^^DR^^^&1.2.250.1.71.4.2.1&ISO^D^^^RPPS~D42^SERVICE';

    expect(reportOf({ copies, exams: [glucose, glucose] }).copies).toEqual([
      { nationalId: '810000000018', family: 'COPIE', given: 'ANNE', suffix: 'DR', telecoms: [] },
      { localId: 'D42', family: 'SERVICE', telecoms: [] },
    ]);
  });

  it.each`
    section  | chapters              | chapter
    ${'CH'}  | ${undefined}          | ${'18719-5'}
    ${'HM'}  | ${undefined}          | ${'18723-7'}
    ${'CO'}  | ${undefined}          | ${'18720-3'}
    ${'MB'}  | ${undefined}          | ${'18725-2'}
    ${'SR'}  | ${undefined}          | ${'18727-8'}
    ${'BLB'} | ${undefined}          | ${'18717-9'}
    ${'BIO'} | ${{ BIO: '18719-5' }} | ${'18719-5'}
    ${'CH'}  | ${{ CH: '18723-7' }}  | ${'18723-7'}
    ${''}    | ${{ GLY: '18719-5' }} | ${'18719-5'}
    ${''}    | ${{ '*': '18719-5' }} | ${'18719-5'}
  `('prints section "$section" under $chapter', ({ section, chapters, chapter }) => {
    const laboratory = { ...testLaboratory, ...((chapters as object) && { chapters: chapters as Record<string, string> }) };

    expect(reportOf(exam({ section: section as string }), laboratory).chapters[0]?.code).toBe(chapter);
  });
});

describe('what refuses a message, and where', () => {
  const without = (name: string) =>
    oruText()
      .split('\r')
      .filter((line) => !line.startsWith(name))
      .join('\r');
  const field = (number: number, text: string) => oruText(exam({ fields: { [number]: text } }));

  it.each`
    what                              | text                                                                 | finding
    ${'another message'}              | ${oruText().replace('ORU^R01^ORU_R01', 'ADT^A01')}                   | ${'hl7-message-type MSH[1]-9'}
    ${'a version to come'}            | ${oruText({ version: '2.9' })}                                       | ${'hl7-version MSH[1]-12'}
    ${'no patient'}                   | ${without('PID')}                                                    | ${'hl7-required PID[1]'}
    ${'two patients'}                 | ${oruText({ extra: ['PID|2||1^^^L^PI||B'] })}                        | ${'hl7-several-patients-not-read PID[2]'}
    ${'a patient without name'}       | ${oruText().replace(/PAT-TROIS\^.*?\|/, '|')}                        | ${'hl7-required PID[1]-5'}
    ${'an impossible birth date'}     | ${oruText().replace('19790328', '28/03/1979')}                       | ${'hl7-timestamp PID[1]-7'}
    ${'no examination'}               | ${without('OBR')}                                                    | ${'hl7-sequence OBX[1]'}
    ${'no order number'}              | ${field(3, '').replace('|261123-0042^LABO||CM', '|||CM')}            | ${'hl7-required OBR[1]-3'}
    ${'no code of examination'}       | ${field(4, '')}                                                      | ${'hl7-required OBR[1]-4'}
    ${'no time of collection'}        | ${oruText(exam({ collectedAt: '' }))}                                | ${'hl7-required OBR[1]-7'}
    ${'an impossible collection'}     | ${oruText(exam({ collectedAt: '20261399' }))}                        | ${'hl7-timestamp SPM[1]-17'}
    ${'no prescriber'}                | ${oruText({ prescriber: '', placerNumber: '' })}                     | ${'hl7-required OBR[1]-16'}
    ${'a prescriber without number'}  | ${oruText({ prescriber: '^TESTPRESC^LOUIS' })}                       | ${'hl7-required ORC[1]-12.1'}
    ${'an unknown section'}           | ${oruText(exam({ section: 'ZZZ' }))}                                 | ${'hl7-chapter-unknown OBR[1]-24'}
    ${'no section'}                   | ${oruText(exam({ section: '' }))}                                    | ${'hl7-chapter-unknown OBR[1]-24'}
    ${'a cancelled order'}            | ${oruText().replace('ORC|RE', 'ORC|CA')}                             | ${'hl7-order-control-not-read ORC[1]-1'}
    ${'a quality control'}            | ${oruText().replace(/(SPM\|.*PLAS\^Plasma\^HL70487)/, '$1|||||||Q')} | ${'hl7-quality-control-not-read SPM[1]-11'}
    ${'a message in parts'}           | ${oruText({ extra: ['DSC|suite|I'] })}                               | ${'hl7-continuation-not-read DSC[1]-1'}
    ${'no result at all'}             | ${oruText(exam({ results: [] }))}                                    | ${'hl7-no-result OBX[1]'}
    ${'an order without examination'} | ${oruText({ extra: ['ORC|RE|A|B'] })}                                | ${'hl7-sequence ORC[2]'}
  `('$what: $finding', ({ text, finding }: { text: string; finding: string }) => {
    const reading = read(text);

    expect(reading.status).toBe('refused');
    expect(errors(reading)).toContain(`error ${finding}`);
  });
});

describe('what is not read and does not change a result', () => {
  it('is named once, and the report is read', () => {
    const text = oruText({ extra: ['ZFD|||Y', 'ZFD|||N', 'NK1|1|X'] }).replace('PV1|1|O', 'PV1|1|O|CHAMBRE');
    const reading = read(text.replaceAll(/(OBX\|.*)$/gm, '$1'));

    expect(reading.status).toBe('read');
    expect(said(reading)).toEqual(['info hl7-field-not-read PV1[1]-3', 'info hl7-segment-not-read ZFD[1]']);
  });

  it('weighs more when it limits or explains a result', () => {
    const text = oruText().replace(/(OBX\|1\|NM\|.*?\|F)\|\|/, '$1||CONFID');
    expect(said(read(text))).toContain('warning hl7-access-check-not-read OBX[1]-13');
  });

  it('tells that a group number is not common', () => {
    const exams = [glucose, { ...glucose, code: 'B^b^L', fields: { 3: 'AUTRE' } }];
    const text = oruText({ exams }).replaceAll('|261123-0042^LABO||CM', '|||CM');

    expect(said(read(text))).toContain('warning hl7-several-filler-numbers OBR[1]-3');
  });
});

describe('the words of findings', () => {
  it('are documented, one by one', () => {
    const documented = JSON.parse(readFileSync(`${repository()}/docs/codes/hl7v2-to-laboratory.json`, 'utf8')) as object;

    expect(Object.keys(documented).sort()).toEqual(Object.keys(CATALOGUE).sort());
  });

  it('hold no value of the message', () => {
    const marked = oruText({
      ...exam({ results: [{ type: 'NM', code: 'K^K^L', value: 'SECRETVALUE', unit: 'SECRETUNIT', flags: 'SECRETFLAG' }] }),
    });
    const { findings } = read(marked.replaceAll('PAT-TROIS', 'SECRETNAME'));

    expect(findings.length).toBeGreaterThan(0);
    expect(JSON.stringify(findings)).not.toContain('SECRET');
  });
});
