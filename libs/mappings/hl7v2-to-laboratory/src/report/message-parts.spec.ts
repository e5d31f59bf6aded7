import { decodeMessage } from '@segur/hl7v2';
import { observationsOf, type Laboratory } from '@segur/laboratory';
import {
  glucose,
  oruText,
  testBiologist,
  testLaboratory,
  unqualifiedPatient,
  type MessageExam,
  type MessageResult,
  type OruOptions,
} from '@segur/testing';
import { splitPatients } from '../split-patients.js';
import { toReport } from './to-report.js';

function read(text: string, laboratory: Laboratory = testLaboratory) {
  const reading = toReport(decodeMessage(Buffer.from(text)), { laboratory, reportSetId: 'r', revision: 1 });
  if (reading.status === 'refused') throw new Error(JSON.stringify(reading.findings));
  return { report: reading.report, findings: reading.findings.map(({ code, location }) => `${code} ${location}`) };
}
const reportOf = (options: OruOptions, laboratory?: Laboratory) => read(oruText(options), laboratory).report;
const exam = (changes: Partial<MessageExam>): OruOptions => ({ exams: [{ ...glucose, ...changes }] });
const result = (changes: Partial<MessageResult>): OruOptions =>
  exam({ results: [{ type: 'NM', code: 'K^Potassium^L', value: '4,1', unit: 'mmol/L', ...changes }] });
const first = (options: OruOptions, laboratory?: Laboratory) => observationsOf(reportOf(options, laboratory))[0]!;

describe('who did an examination, and who validated it', () => {
  it.each`
    what                                 | fields                                                                                            | organization
    ${'another laboratory by FINESS'}    | ${{ 15: '690000099^CERBIOTEST^FINESS' }}                                                          | ${{ nationalId: '1690000099', name: 'CERBIOTEST', telecoms: [] }}
    ${'another by its name only'}        | ${{ 15: '^CERBIOTEST' }}                                                                          | ${{ name: 'CERBIOTEST', telecoms: [] }}
    ${'another by a local code'}         | ${{ 15: 'CBT^CERBIOTEST^L' }}                                                                     | ${{ name: 'CERBIOTEST', telecoms: [] }}
    ${'OBX-23 with its address'}         | ${{ 23: 'CERBIOTEST^^^^^&1.2.250.1.71.4.2.2&ISO^FINEG^^^690000099', 24: '1 rue A^^LYON^^69000' }} | ${{ nationalId: '1690000099', name: 'CERBIOTEST', address: { lines: ['1 rue A'], postalCode: '69000', city: 'LYON' }, telecoms: [] }}
    ${'OBX-23 before OBX-15'}            | ${{ 15: 'X^AUTRE', 23: 'CERBIOTEST' }}                                                            | ${{ name: 'CERBIOTEST', telecoms: [] }}
    ${'the laboratory, by its FINESS'}   | ${{ 15: '990000001^Un autre nom' }}                                                               | ${undefined}
    ${'the laboratory, by its name'}     | ${{ 15: '^Laboratoire de test' }}                                                                 | ${undefined}
    ${'the laboratory, as MSH-4 has it'} | ${{ 15: 'LABO' }}                                                                                 | ${undefined}
    ${'nobody'}                          | ${{}}                                                                                             | ${undefined}
  `('$what', ({ fields, organization }) => {
    expect(first(result({ fields: fields as Record<number, string> })).performedBy?.organization).toEqual(organization);
  });

  it('a director in OBX-25, or a stranger in OBX-16, answers for it there and does not sign here', () => {
    const elsewhere = { 15: '690000099^CERBIOTEST^FINESS' };
    const strict = { ...testLaboratory, defaultBiologist: false };

    expect(first(result({ fields: { ...elsewhere, 25: 'D1^DIRECTRICE^EVE' } })).performedBy?.director?.family).toBe('DIRECTRICE');
    const stranger = first({ validator: 'BIO1', ...result({ validator: 'X9^AILLEURS^PAUL', fields: elsewhere }) }, strict);
    expect(stranger.performedBy?.director?.family).toBe('AILLEURS');
    expect(stranger.validatedBy).toBeUndefined();
  });

  it('our own biologist may validate what another laboratory did', () => {
    expect(first(result({ validator: 'BIO1', fields: { 15: '^CERBIOTEST' } }))).toMatchObject({
      performedBy: { organization: { name: 'CERBIOTEST' } },
      validatedBy: testBiologist,
      validatedAt: '2026-11-23T10:15:00+01:00',
    });
  });
});

describe('the order and the specimens', () => {
  it.each`
    field | text                            | member                   | expected
    ${10} | ${'IDE7^PIQUEUR^JEAN'}          | ${'samplers'}            | ${[{ professional: { localId: 'IDE7', family: 'PIQUEUR', given: 'JEAN', telecoms: [] }, at: '2026-11-23T08:00:00+01:00' }]}
    ${13} | ${'Fièvre & toux'}              | ${'clinicalInformation'} | ${'Fièvre & toux'}
    ${31} | ${'B34^Infection virale^CIM10'} | ${'clinicalInformation'} | ${'Infection virale'}
    ${14} | ${'20261123091500'}             | ${'receivedAt'}          | ${'2026-11-23T09:15:00+01:00'}
    ${28} | ${'D42^SERVICE'}                | ${'copies'}              | ${[{ localId: 'D42', family: 'SERVICE', telecoms: [] }]}
  `('OBR-$field is $member', ({ field, text, member, expected }) => {
    const report = reportOf(exam({ fields: { [field as number]: text as string } }));

    expect(report[member as 'samplers']).toEqual(expected);
  });

  it.each(['A', 'G'])('OBR-11 %s: an examination that was added says so', (action) => {
    expect(reportOf(exam({ fields: { 11: action } })).chapters[0]?.batteries[0]?.comments).toEqual(['Examen ajouté']);
  });

  it('ORC-21 says where the prescriber practises', () => {
    const text = oruText().replace(
      /(ORC\|.*)$/m,
      '$1|||||||||CLINIQUE TEST^^^^^&1.2.250.1.71.4.2.2&ISO^FINEG^^^750000002|1 rue B^^PARIS^^75001',
    );

    expect(read(text).report.prescriber?.organization).toEqual({
      nationalId: '1750000002',
      name: 'CLINIQUE TEST',
      address: { lines: ['1 rue B'], postalCode: '75001', city: 'PARIS' },
      telecoms: [],
    });
  });

  it.each`
    fields                                                | specimen                                                                                                    | remark
    ${{ 8: '368208006^Bras gauche^SCT' }}                 | ${{ label: 'Plasma', site: { code: '368208006', system: '2.16.840.1.113883.6.96', label: 'Bras gauche' } }} | ${undefined}
    ${{ 8: 'BG^Bras gauche^L' }}                          | ${{ label: 'Plasma – Bras gauche' }}                                                                        | ${undefined}
    ${{ 21: 'HE^Hémolysé^L' }}                            | ${{ label: 'Plasma' }}                                                                                      | ${'Échantillon (Plasma) : Hémolysé'}
    ${{ 21: 'QS^Insuffisant^HL70490', 24: 'CL^Coagulé' }} | ${{ label: 'Plasma' }}                                                                                      | ${'Échantillon (Plasma) : Insuffisant\nÉchantillon (Plasma) : Coagulé'}
  `('SPM $fields', ({ fields, specimen, remark }) => {
    const spm = (line: string) => {
      const parts = line.split('|');
      for (const [number, text] of Object.entries(fields as Record<string, string>)) {
        for (let at = parts.length; at < Number(number); at += 1) parts[at] = '';
        parts[Number(number)] = text;
      }
      return parts.join('|');
    };
    const { report } = read(oruText().replace(/SPM\|[^\r]*/, spm));

    expect(report.specimens[0]).toMatchObject(specimen as object);
    expect(report.remarks).toEqual(remark === undefined ? undefined : [{ title: 'Non conformité', text: remark as string }]);
  });

  it('before version 2.5, OBR-15 says what was taken and where', () => {
    const text = exam({ specimen: undefined, fields: { 15: 'BLDV&Sang veineux&HL70070^^^BG&Bras gauche' } } as never);

    expect(reportOf({ version: '2.3', ...text }).specimens[0]).toMatchObject({
      typeCode: 'BLDV',
      label: 'Sang veineux – Bras gauche',
    });
  });

  it('notes stand at their level: patient, examination to come, result; blank lines are kept', () => {
    const text = oruText({
      patientNotes: ['De tout.'],
      exams: [
        { ...glucose, results: [{ ...glucose.results[0]!, notes: ['Un.', '', 'Deux.'] }] },
        { ...glucose, code: 'B^B^L' },
      ],
    });
    const second = text.replace(/(ORC\|[^\r]*\r)(OBR\|2)/, '$1NTE|1|L|De B.\r$2');
    const { report } = read(second);

    expect(report.comments).toEqual(['De tout.']);
    expect(observationsOf(report)[0]?.comments).toEqual(['Un.\n\nDeux.']);
    expect(report.chapters[0]?.batteries.map(({ comments }) => comments)).toEqual([[], ['De B.']]);
  });

  it('tells examinations of one name apart by the numbers of their orders', () => {
    const exams = ['F-1', 'F-2'].map((number) => ({ ...glucose, fields: { 3: number } }));

    expect(reportOf({ exams }).chapters[0]?.batteries.map(({ batteryId }) => batteryId)).toEqual(['GLY@F-1', 'GLY@F-2']);
  });
});

describe('the patient and those around', () => {
  const nk1 = (fields: string, birthDate = '19790328') =>
    read(oruText({ patient: { ...unqualifiedPatient, birthDate } }).replace(/(PV1)/, `NK1|1|${fields}\r$1`)).report;

  it.each`
    what                         | fields                                                     | birthDate     | guardians                                      | relatives
    ${'the mother of a minor'}   | ${'PARENT^ANNE|MTH^Mère|1 rue A^^TOURS^^37000|0102030405'} | ${'20151103'} | ${[{ name: 'PARENT', given: 'ANNE' }]}         | ${undefined}
    ${'the mother of an adult'}  | ${'PARENT^ANNE|MTH^Mère'}                                  | ${'19790328'} | ${undefined}                                   | ${[{ role: 'CON', relationship: { code: 'MTH' } }]}
    ${'a guardian'}              | ${'TUTEUR^LUC|GRD'}                                        | ${'19790328'} | ${[{ name: 'TUTEUR', kind: 'person' }]}        | ${undefined}
    ${'an institution'}          | ${'|GRD||||||||||UDAF 37'}                                 | ${'19790328'} | ${[{ name: 'UDAF 37', kind: 'organization' }]} | ${undefined}
    ${'to call in an emergency'} | ${'AMI^LEA|FND||0102030405||C'}                            | ${'19790328'} | ${undefined}                                   | ${[{ role: 'ECON', family: 'AMI', telecoms: [{ value: 'tel:0102030405', use: 'H' }] }]}
    ${'personne de confiance'}   | ${'AMI^LEA|SPO||||K'}                                      | ${'19790328'} | ${undefined}                                   | ${[{ role: 'NOK', relationship: { code: 'SPS' } }]}
  `('$what', ({ fields, birthDate, guardians, relatives }) => {
    const report = nk1(fields as string, birthDate as string);

    if (guardians) expect(report.identity.guardians).toMatchObject(guardians as object[]);
    else expect(report.identity.guardians).toBeUndefined();
    if (relatives) expect(report.relatives).toMatchObject(relatives as object[]);
    else expect(report.relatives).toBeUndefined();
  });

  it.each`
    pid                            | identity
    ${{ 30: 'Y' }}                 | ${{ deceased: {} }}
    ${{ 29: '20261120', 30: 'Y' }} | ${{ deceased: { at: '20261120' } }}
    ${{ 24: 'Y', 25: '2' }}        | ${{ birthRank: 2 }}
  `('PID $pid', ({ pid, identity }) => {
    const text = oruText().replace(/PID\|[^\r]*/, (line) => {
      const parts = line.split('|');
      for (const [number, said] of Object.entries(pid as Record<string, string>)) parts[Number(number)] = said;
      return parts.join('|');
    });

    expect(read(text).report.identity).toMatchObject(identity as object);
  });

  it('one report for each patient of a message', () => {
    const [, ...segments] = oruText({ patient: unqualifiedPatient, fillerNumber: 'B-1' }).split('\r');
    const message = decodeMessage(Buffer.from(oruText({ fillerNumber: 'A-1' }) + segments.join('\r')));
    const readings = splitPatients(message).map((one) =>
      toReport(one, { laboratory: testLaboratory, reportSetId: 'r', revision: 1 }),
    );

    expect(
      readings.map(
        (reading) => reading.status === 'read' && [reading.report.identity.traits.birthName, reading.report.fillerNumber],
      ),
    ).toEqual([
      ['PAT-TROIS', 'A-1'],
      ['PAT-PROVISOIRE', 'B-1'],
    ]);
    expect(splitPatients(decodeMessage(Buffer.from(oruText())))).toHaveLength(1);
  });

  it('a message by specimen (OUL^R22) holds the same report', () => {
    const lines = oruText().split('\r').filter(Boolean);
    const of = (...names: readonly string[]) => lines.filter((line) => names.includes(line.slice(0, 3)));
    const text = [
      ...of('MSH', 'PID', 'PV1'),
      ...of('SPM'),
      'OBX|1|ST|ASPECT^Aspect^L||Limpide||||||F',
      ...of('OBR'),
      ...of('ORC'),
      ...of('OBX'),
    ].join('\r');
    const { report, findings } = read(text.replace('ORU^R01^ORU_R01', 'OUL^R22^OUL_R22'));

    expect(report).toEqual(read(oruText()).report);
    expect(findings).toEqual(['hl7-segment-not-read OBX[1]']);
  });
});

describe('earlier results', () => {
  const glucoseOn = (day: string, value: string, changes: Partial<MessageResult> = {}): MessageResult => ({
    ...{ type: 'NM', code: 'GLY^Glucose^L', value, unit: 'mmol/L', ...changes },
    fields: { 14: day },
  });

  it('of the same analysis, before the day of collection, stand under the present one, the newest first', () => {
    const results = [
      glucoseOn('20260102', '4,8', { notes: ['À jeun.'] }),
      glucoseOn('20261123', '5,2'),
      glucoseOn('20260601', '5,0'),
    ];

    expect(observationsOf(reportOf(exam({ results })))).toMatchObject([
      {
        value: { text: '5,2' },
        priors: [
          { observedAt: '2026-06-01', value: { text: '5,0' }, unit: { raw: 'mmol/L' } },
          { observedAt: '2026-01-02', value: { text: '4,8' } },
        ],
        comments: ['Antériorité du 02/01/2026 : À jeun.'],
      },
    ]);
  });

  it.each`
    what                                      | results
    ${'the points of a test over some hours'} | ${[glucoseOn('20261123080000', '4,8'), glucoseOn('20261123100000', '7,2')]}
    ${'other sub-numbers'}                    | ${[glucoseOn('20260102', '4,8', { subId: '1' }), glucoseOn('20261123', '7,2', { subId: '2' })]}
    ${'an old result by itself'}              | ${[glucoseOn('20260102', '4,8'), { type: 'NM', code: 'K^K^L', value: '4' }]}
  `('$what stay results', ({ results }) => {
    expect(observationsOf(reportOf(exam({ results: results as MessageResult[] })))).toHaveLength(2);
  });
});
