import { decodeMessage } from '@segur/hl7v2';
import { toOrder } from './to-order.js';

const context = {
  laboratory: { oidRoot: '2.999.1', finess: '990000001', catalogueOid: '2.999.1.7' },
  orderId: '019aa0c0-0000-7000-8000-000000000001',
  revision: 1,
};
const DOCTOR = '10100000001^PRESCRIPTEUR^TEST^^^^^^ASIP-SANTE-PS&1.2.250.1.71.4.2.1&ISO^^^^RPPS';
const PID =
  'PID|||279035121518989^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS~LOC42^^^LAB-TEST^PI||NOM-TEST^PRENOM-TEST^^^^^L||19790328|F|||^^^^^^BDL^^63220|||||||||||||||||||||VALI';
const ORC = `ORC|NW|PL-1^LPS-TEST||00TESTBIO000000001^EPU|SC||||20261120081500+0100|||${DOCTOR}||^WPN^PH^^33^^100000000`;
const TQ1 = 'TQ1|1||||||||S';
const OBR = `OBR|1|PL-1^LPS-TEST||2823-3^Potassium^LN|||||||||traitement diurétique|||${DOCTOR}`;
const NTE = "NTE|1||motif de l'urgence : faiblesse musculaire";
const OBX = 'OBX|1|ST|LOCAL-Q-DIURETIQUE^Diurétique en cours^L||oui||||||O';
const SPM = 'SPM|1|||119364003^Serum specimen^SCT';

function read(segments: readonly string[], type = 'OML^O21^OML_O21', version = '2.5') {
  const msh = `MSH|^~\\&|LPS-TEST|CABINET-TEST|SEGUR|LAB-TEST|20261120081500+0100||${type}|MSG0001|P|${version}|||||FRA|UNICODE UTF-8`;
  const reading = toOrder(decodeMessage(Buffer.from([msh, ...segments].join('\r'))), context);
  return { reading, findings: reading.findings.map(({ severity, code, location }) => `${severity} ${code} ${location}`) };
}

function orderOf(...given: Parameters<typeof read>) {
  const { reading } = read(...given);
  return reading.status === 'read' && reading.request.action !== 'cancel' ? reading.request.order : undefined;
}

const WHOLE = [PID, 'PV1|1|O', ORC, TQ1, OBR, NTE, OBX, SPM];
/** Swaps a segment of the whole order; an empty text takes it away. */
const swap = (from: string, to: string) =>
  WHOLE.map((segment) => (segment === from ? to : segment)).filter((segment) => segment !== '');

describe('toOrder', () => {
  it('reads who asks for what, for whom, how soon and why', () => {
    const { reading, findings } = read(WHOLE);

    expect(findings).toEqual([]);
    expect(reading).toEqual({
      status: 'read',
      findings: [],
      request: {
        action: 'place',
        order: {
          orderId: context.orderId,
          revision: 1,
          placerNumber: 'PL-1',
          groupNumber: '00TESTBIO000000001',
          prescribedAt: '2026-11-20T08:15:00+01:00',
          prescriber: { nationalId: '810100000001', family: 'PRESCRIPTEUR', given: 'TEST', telecoms: [] },
          urgency: { level: 'URGENT', motive: 'faiblesse musculaire', callback: '+33100000000' },
          exams: [
            {
              placerNumber: 'PL-1',
              loinc: { code: '2823-3', label: 'Potassium' },
              specimens: [{ code: '119364003', system: '2.16.840.1.113883.6.96', label: 'Serum specimen' }],
              answers: [{ question: { localCode: 'LOCAL-Q-DIURETIQUE', label: 'Diurétique en cours', system: 'L' }, text: 'oui' }],
            },
          ],
          clinicalInformation: 'traitement diurétique',
          copies: [],
          patientCopy: false,
          patient: expect.objectContaining({
            status: 'qualifiee',
            insMatricule: { value: '279035121518989', oid: '1.2.250.1.213.1.4.10' },
          }) as unknown,
        },
      },
    });
  });

  it.each`
    event                | segments
    ${'OML^O33^OML_O33'} | ${[PID, SPM, 'SAC|1||A1', ORC, TQ1, OBR, NTE, OBX]}
    ${'OML^O35^OML_O35'} | ${[PID, 'PV1|1|O', SPM, 'OBX|1|ST|TEMP^Température^L||4||||||O', 'SAC|1', ORC, TQ1, OBR, NTE, OBX]}
  `('reads the same from $event, where the specimen comes first', ({ event, segments }: { event: string; segments: string[] }) => {
    expect(orderOf(segments, event)).toEqual(orderOf(WHOLE));
  });

  it.each(['2.3', '2.3.1', '2.4', '2.5', '2.5.1', '2.6', '2.7', '2.8'])('reads version %s', (version) => {
    expect(orderOf(WHOLE, 'OML^O21', version)).toEqual(orderOf(WHOLE));
  });

  it('gives the specimens of O33 to the examinations after them, and O21 to the one before', () => {
    const second = 'SPM|2|||UR^Urine^HL70487';
    const line = (number: string) => [`ORC|NW|${number}|||||||20261120|||${DOCTOR}`, `OBR|1|${number}||X${number}^X^L`];
    const natures = (segments: string[], type: string) =>
      orderOf(segments, type)?.exams.map(({ specimens }) => specimens.map(({ code }) => code));

    expect(natures([PID, SPM, ...line('1'), ...line('2'), second, ...line('3')], 'OML^O33')).toEqual([
      ['119364003'],
      ['119364003'],
      ['UR'],
    ]);
    expect(natures([PID, ...line('1'), SPM, second, ...line('2')], 'OML^O21')).toEqual([['119364003', 'UR'], []]);
  });

  it('keeps the numbers of lines apart, and gives the order the one they share', () => {
    const order = orderOf([
      PID,
      ORC,
      OBR,
      SPM,
      ORC.replace('PL-1', 'PL-2').replace('|NW|', '|NW|'),
      OBR.replace('PL-1', 'PL-2'),
      SPM,
    ]);

    expect(order).not.toHaveProperty('placerNumber');
    expect(order?.groupNumber).toBe('00TESTBIO000000001');
    expect(order?.exams.map(({ placerNumber }) => placerNumber)).toEqual(['PL-1', 'PL-2']);
  });

  it.each`
    what                      | obr4                                  | expected
    ${'LOINC and local'}      | ${'2823-3^Potassium^LN^K^Kaliémie^L'} | ${{ loinc: { code: '2823-3', label: 'Potassium' }, local: { localCode: 'K', label: 'Kaliémie', system: 'L' } }}
    ${'local and LOINC'}      | ${'K^Kaliémie^L^2823-3^Potassium^LN'} | ${{ loinc: { code: '2823-3', label: 'Potassium' }, local: { localCode: 'K' } }}
    ${'local alone'}          | ${'K^Kaliémie^L'}                     | ${{ local: { localCode: 'K', label: 'Kaliémie', system: 'L' } }}
    ${'the LOINC of no name'} | ${'19146-0^Recherche de X dans Y^LN'} | ${{ freeText: 'Recherche de X dans Y' }}
    ${'a text alone'}         | ${'^Recherche de X dans Y'}           | ${{ freeText: 'Recherche de X dans Y' }}
  `('reads an examination as $what', ({ obr4, expected }: { obr4: string; expected: object }) => {
    const [exam] = orderOf(swap(OBR, OBR.replace('2823-3^Potassium^LN', obr4)))?.exams ?? [];

    expect(exam).toMatchObject(expected);
    expect(
      Object.keys(exam ?? {})
        .filter((key) => ['loinc', 'local', 'freeText'].includes(key))
        .sort(),
    ).toEqual(Object.keys(expected).sort());
  });

  it.each`
    what                        | segments                                                                                       | urgency
    ${'nothing said'}           | ${swap(TQ1, '')}                                                                               | ${{ level: 'ROUTINE' }}
    ${'routine'}                | ${swap(TQ1, 'TQ1|1||||||||R')}                                                                 | ${{ level: 'ROUTINE' }}
    ${'before an operation'}    | ${swap(TQ1, 'TQ1|1||||||||P')}                                                                 | ${{ level: 'ROUTINE' }}
    ${'as soon as possible'}    | ${swap(TQ1, 'TQ1|1||||||||A')}                                                                 | ${{ level: 'URGENT', motive: 'faiblesse musculaire' }}
    ${'in OBR-27, before v2.5'} | ${swap(TQ1, '').map((segment) => (segment === OBR ? `${OBR}|||||||||||^^^^^S` : segment))}     | ${{ level: 'URGENT' }}
    ${'in OBR-5, before v2.5'}  | ${swap(TQ1, '').map((segment) => (segment === OBR ? OBR.replace('^LN|', '^LN|S') : segment))}  | ${{ level: 'URGENT' }}
    ${'motive in OBR-31'}       | ${swap(NTE, '').map((segment) => (segment === OBR ? `${OBR}|||||||||||||||^chute` : segment))} | ${{ level: 'URGENT', motive: 'chute' }}
    ${'motive in ORC-16'}       | ${swap(NTE, '').map((segment) => (segment === ORC ? `${ORC}||^fièvre` : segment))}             | ${{ level: 'URGENT', motive: 'fièvre' }}
  `('urgency: $what', ({ segments, urgency }: { segments: string[]; urgency: object }) => {
    expect(orderOf(segments)?.urgency).toMatchObject(urgency);
  });

  it('reads comments, diagnoses and notes where they stand', () => {
    const order = orderOf([
      PID,
      'NTE|1||patient agité',
      ORC,
      OBR,
      'NTE|1||à jeun',
      'NTE|2||bras gauche',
      'DG1|1||E87.6^Hypokaliémie^I10',
      'OBX|1|CWE|Q1^Grossesse^L||N^non^L',
      'OBX|2|NM|Q2^Poids^L||72|kg',
      'OBX|3|ST|Q3^Voyage^L||',
      SPM,
    ]);

    expect(order?.exams[0]?.comment).toBe('à jeun\nbras gauche');
    expect(order?.exams[0]?.answers?.map(({ text }) => text)).toEqual(['non', '72 kg']);
    expect(order?.clinicalInformation).toBe('patient agité\ntraitement diurétique\nHypokaliémie');
  });

  it('reads to whom copies go, each once', () => {
    const order = orderOf([
      PID,
      ORC,
      `${OBR}||||||||||||${DOCTOR.replace('10100000001', '10100000002')}~${DOCTOR.replace('10100000002', '10100000002')}`,
      'PRT||UC||RCT^^participation|10100000002^AUTRE^ANNE^^^^^^&1.2.250.1.71.4.2.1&ISO^^^^RPPS||||||||||^^X.400^anne@test.mssante.fr',
      'PRT||UC||RCT^^participation|279035121518989^NOM-TEST^PRENOM-TEST^^^^^^&1.2.250.1.213.1.4.10&ISO^L^^^INS',
      SPM,
    ]);

    expect(order?.copies.map(({ nationalId, mssAddress }) => [nationalId, mssAddress])).toEqual([
      ['810100000002', 'anne@test.mssante.fr'],
      ['810100000001', undefined],
    ]);
    expect(order?.patientCopy).toBe(true);
  });

  it('reads the structure of the prescriber', () => {
    expect(orderOf(swap(ORC, `${ORC}|||||||CABINET^^^^^&1.2.250.1.71.4.2.2&ISO^FINEG^^^750000001`))?.prescriberFiness).toBe(
      '750000001',
    );
  });

  it.each(['RP', 'RU', 'RO', 'XO'])('reads %s as a replacement', (control) => {
    expect(read(swap(ORC, ORC.replace('|NW|', `|${control}|`))).reading).toMatchObject({ request: { action: 'replace' } });
  });

  it('reads a cancellation, with or without its examination', () => {
    const expected = { status: 'read', request: { action: 'cancel', lines: [{ placerNumber: 'PL-1', fillerNumber: 'F-1' }] } };
    const cancel = 'ORC|CA|PL-1^LPS|F-1^LAB';

    expect(read([PID, cancel]).reading).toMatchObject(expected);
    expect(read([PID, cancel, OBR]).reading).toMatchObject(expected);
  });
});

describe('what refuses an order', () => {
  it.each`
    what                          | segments                                                              | finding
    ${'no patient'}               | ${WHOLE.slice(1)}                                                     | ${'hl7-required PID[1]'}
    ${'two patients'}             | ${[...WHOLE, PID]}                                                    | ${'hl7-several-patients-not-read PID[2]'}
    ${'a patient without name'}   | ${swap(PID, 'PID|||LOC42^^^LAB^PI')}                                  | ${'hl7-required PID[1]-5'}
    ${'no examination'}           | ${[PID]}                                                              | ${'hl7-no-exam OBR[1]'}
    ${'an examination of none'}   | ${swap(OBR, OBR.replace('2823-3^Potassium^LN', ''))}                  | ${'hl7-required OBR[1]-4'}
    ${'free text without text'}   | ${swap(OBR, OBR.replace('2823-3^Potassium^LN', '19146-0^^LN'))}       | ${'hl7-required OBR[1]-4.2'}
    ${'no order control'}         | ${swap(ORC, ORC.replace('|NW|', '||'))}                               | ${'hl7-required ORC[1]-1'}
    ${'no ORC'}                   | ${swap(ORC, '')}                                                      | ${'hl7-required ORC before OBR[1]'}
    ${'ORC without OBR'}          | ${swap(OBR, '')}                                                      | ${'hl7-sequence ORC[1]'}
    ${'a status'}                 | ${swap(ORC, ORC.replace('|NW|', '|SC|'))}                             | ${'hl7-order-control-not-read ORC[1]-1'}
    ${'new and cancelled lines'}  | ${[...WHOLE, 'ORC|CA|PL-9']}                                          | ${'hl7-order-control-mixed ORC[1]-1'}
    ${'a cancellation of nobody'} | ${[PID, 'ORC|CA']}                                                    | ${'hl7-required ORC[1]-2'}
    ${'no prescriber'}            | ${WHOLE.map((segment) => segment.replaceAll(DOCTOR, ''))}             | ${'hl7-required ORC[1]-12'}
    ${'a prescriber unnumbered'}  | ${WHOLE.map((segment) => segment.replaceAll(DOCTOR, '^DURAND^ANNE'))} | ${'hl7-required ORC[1]-12.1'}
    ${'no date'}                  | ${swap(ORC, ORC.replace('20261120081500+0100', ''))}                  | ${'hl7-required ORC[1]-9'}
    ${'a date that is none'}      | ${swap(ORC, ORC.replace('20261120081500', '20261320081500'))}         | ${'hl7-timestamp ORC[1]-9'}
    ${'urgent without motive'}    | ${swap(NTE, '')}                                                      | ${'hl7-urgency-motive OBR[1]-31'}
    ${'an unknown priority'}      | ${swap(TQ1, 'TQ1|1||||||||T')}                                        | ${'hl7-priority-unknown TQ1[1]-9'}
  `('$what: $finding', ({ segments, finding }: { segments: string[]; finding: string }) => {
    const { reading, findings } = read(segments);

    expect(reading.status).toBe('refused');
    expect(findings).toContain(`error ${finding}`);
  });

  it.each`
    type         | version  | finding
    ${'ORU^R01'} | ${'2.5'} | ${'hl7-message-type MSH[1]-9'}
    ${'OML^O25'} | ${'2.5'} | ${'hl7-event-not-read MSH[1]-9'}
    ${'OML^O21'} | ${'3.0'} | ${'hl7-version MSH[1]-12'}
  `('$type of version $version: $finding', ({ type, version, finding }: { type: string; version: string; finding: string }) => {
    expect(read(WHOLE, type, version)).toMatchObject({ reading: { status: 'refused' }, findings: [`error ${finding}`] });
  });

  it('is told, not refused, what says little', () => {
    const { reading, findings } = read([PID, ORC, OBR, 'ZZZ|1', 'SAC|1']);

    expect(reading.status).toBe('read');
    expect(findings).toEqual(['info hl7-segment-not-read ZZZ[1]', 'warning hl7-specimen-missing OBR[1]']);
  });
});
