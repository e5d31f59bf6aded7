import { decodeMessage } from '@segur/hl7v2';
import { isolatesOf, observationsOf, type Battery, type Observation, type Report } from '@segur/laboratory';
import { glucose, oruText, testLaboratory, type MessageExam, type MessageResult } from '@segur/testing';
import { toReport } from './to-report.js';

const context = { laboratory: testLaboratory, reportSetId: 'r', revision: 1 };
const COLI = '112283007^Escherichia coli^SCT^562^Escherichia coli^NCBI';
const AUREUS = 'SAU^Staphylococcus aureus^LABO';

const culture = (results: readonly MessageResult[], changes: Partial<MessageExam> = {}): MessageExam => ({
  ...glucose,
  ...{ code: 'ECBU^Examen cytobactériologique des urines^LABO', section: 'MB', specimen: 'UR^Urine^HL70487', results },
  ...changes,
});
const germ = (value: string, subId: string, changes: Partial<MessageResult> = {}): MessageResult => ({
  ...{ type: 'CE', code: 'GERME^Germe identifié^LABO^11475-1^Microorganisme^LN', value, subId },
  ...changes,
});
const antibiotic = (code: string, subId: string, changes: Partial<MessageResult> = {}): MessageResult => ({
  ...{ type: 'ST', code: `${code}^${code}^LABO`, value: 'S', subId },
  ...changes,
});

function read(...exams: readonly MessageExam[]) {
  const reading = toReport(decodeMessage(Buffer.from(oruText({ exams }))), context);
  if (reading.status === 'refused') throw new Error(JSON.stringify(reading.findings));
  return { report: reading.report, findings: reading.findings.map(({ code, location }) => `${code} ${location}`) };
}

/** `AMX 0.5 R`: an antibiotic as a microbiologist would read it out. */
const spoken = ({ code, value, interpretations }: Observation) =>
  [code.localCode, value.kind === 'absent' ? '–' : value.text, ...interpretations].join(' ');
const germsOf = ({ chapters }: Report) =>
  isolatesOf(chapters).map(({ organism, observations, antibiograms }) => ({
    germ: organism.label,
    count: observations.map(({ value, unit }) => `${value.text} ${unit?.raw ?? ''}`.trim()),
    antibiotics: antibiograms.flatMap((battery: Battery) => battery.observations.map(spoken)),
  }));

describe('one OBR, germs told apart by OBX-4', () => {
  it('gives each germ its count and its antibiotics', () => {
    const { report, findings } = read(
      culture([
        { type: 'NM', code: 'LEUCO^Leucocytes^LABO', value: '120', unit: '/mL' },
        germ(COLI, '1'),
        { type: 'SN', code: 'NUM^Numération^LABO^51480-2^Bactérie^LN', value: '>=^100000', unit: 'UFC/mL', subId: '1' },
        antibiotic('AMX', '1.1', { type: 'SN', value: '>^16', unit: 'mg/L', flags: 'R' }),
        antibiotic('CTX', '1.2', { type: 'CE', value: 'S^Sensible' }),
        germ(AUREUS, '2'),
        antibiotic('OXA', '2.1', { flags: 'S' }),
      ]),
    );

    expect(germsOf(report)).toEqual([
      { germ: 'Escherichia coli', count: ['>=100000 UFC/mL'], antibiotics: ['AMX >16 R', 'CTX – S'] },
      { germ: 'Staphylococcus aureus', count: [], antibiotics: ['OXA – S'] },
    ]);
    expect(report.chapters[0]?.batteries[0]?.observations.map(({ code }) => code.localCode)).toEqual(['LEUCO']);
    expect(findings).toEqual(['hl7-code-local OBX[5]-5', 'hl7-code-local OBX[6]-5']);
  });

  it('keeps the codes of the germ, and numbers it like a result', () => {
    expect(isolatesOf(read(culture([germ(COLI, '1')])).report.chapters)[0]).toMatchObject({
      isolateId: 'ECBU/GERME/1',
      organism: {
        label: 'Escherichia coli',
        snomed: { code: '112283007', system: '2.16.840.1.113883.6.96', label: 'Escherichia coli' },
        ncbi: { code: '562', system: '2.16.840.1.113883.3.9471', label: 'Escherichia coli' },
      },
      observedAt: '2026-11-23T08:00:00+01:00',
    });
  });

  it.each`
    what                                    | results                                                                                                                     | antibiotics
    ${'MIC and letter in one OBX'}          | ${[antibiotic('AMX', '1.1', { type: 'SN', value: '<=^0,5', unit: 'mg/L', flags: 'S' })]}                                    | ${['AMX <=0,5 S']}
    ${'MIC as a number'}                    | ${[antibiotic('AMX', '1.1', { type: 'NM', value: '0,5', unit: 'mg/L', flags: 'S' })]}                                       | ${['AMX 0,5 S']}
    ${'two OBX of one code, MIC first'}     | ${[antibiotic('AMX', '1.1', { type: 'NM', value: '8' }), antibiotic('AMX', '1.1', { value: 'R' })]}                         | ${['AMX 8 R']}
    ${'two OBX of one code, letter first'}  | ${[antibiotic('AMX', '1.1', { value: 'R' }), antibiotic('AMX', '1.1', { type: 'NM', value: '8' })]}                         | ${['AMX 8 R']}
    ${'two codes at one place of the list'} | ${[antibiotic('AMX_CMI', '1.1', { type: 'NM', value: '8' }), antibiotic('AMX', '1.1', { value: 'R' })]}                     | ${['AMX_CMI 8 R']}
    ${'a word'}                             | ${[antibiotic('AMX', '1.1', { value: 'Résistant' })]}                                                                       | ${['AMX – R']}
    ${'a letter and its flag'}              | ${[antibiotic('AMX', '1.1', { value: 'I', flags: 'I' })]}                                                                   | ${['AMX – I']}
    ${'two antibiotics stay two'}           | ${[antibiotic('AMX', '1.1'), antibiotic('CTX', '1.2', { type: 'NM', value: '1' })]}                                         | ${['AMX – S', 'CTX 1']}
    ${'two methods stay two'}               | ${[antibiotic('AMX', '1.1', { type: 'NM', value: '8', flags: 'R' }), antibiotic('AMX', '1.1', { type: 'NM', value: '4' })]} | ${['AMX 8 R', 'AMX 4']}
    ${'not tested'}                         | ${[antibiotic('AMX', '1.1', { status: 'X', value: '' })]}                                                                   | ${['AMX –']}
  `('an antibiotic: $what', ({ results, antibiotics }) => {
    expect(germsOf(read(culture([germ(COLI, '1'), ...(results as MessageResult[])])).report)[0]?.antibiotics).toEqual(antibiotics);
  });

  it('antibiotics without number belong to the only germ there is', () => {
    const { report } = read(culture([germ(COLI, ''), antibiotic('AMX', '', { flags: 'R', type: 'NM', value: '16' })]));

    expect(germsOf(report)).toEqual([{ germ: 'Escherichia coli', count: [], antibiotics: ['AMX 16 R'] }]);
  });

  it('antibiotics without number among two germs belong to none: printed apart, and told', () => {
    const { report, findings } = read(culture([germ(COLI, ''), germ(AUREUS, ''), antibiotic('AMX', '')]));

    expect(germsOf(report).map(({ antibiotics }) => antibiotics)).toEqual([[], []]);
    expect(report.chapters[0]?.batteries[0]?.batteries?.map(({ observations }) => observations.map(spoken))).toEqual([['AMX – S']]);
    expect(findings).toContain('hl7-antibiogram-unattached OBR[1]');
  });

  it('lines nested under a germ that no code names stay together', () => {
    const results = ['1', '1.1', '2', '2.1'].map((subId) => ({ type: 'ST', code: `X${subId}^X^L`, value: 'a', subId }));
    const { report, findings } = read(culture(results));

    expect(
      report.chapters[0]?.batteries[0]?.batteries?.map(({ observations }) => observations.map(({ code }) => code.localCode)),
    ).toEqual([
      ['X1', 'X1.1'],
      ['X2', 'X2.1'],
    ]);
    expect(findings).toEqual(['hl7-antibiogram-unattached OBR[1]']);
  });

  it.each(['Culture stérile', 'Absence de germe', 'Négatif', '264868006^Absence de croissance^SCT'])(
    'a culture where nothing grew is a result, not a germ: %s',
    (value) => {
      const { report } = read(culture([germ(value, '1', { type: value.includes('^') ? 'CE' : 'ST' })]));

      expect(isolatesOf(report.chapters)).toEqual([]);
      expect(observationsOf(report)).toHaveLength(1);
    },
  );

  it('a text is a text', () => {
    const { report } = read(culture([{ type: 'FT', code: 'TXT^Conclusion^L', value: 'Flore polymorphe.\\.br\\Pas de germe.' }]));

    expect(observationsOf(report)[0]?.value.text).toBe('Flore polymorphe.\nPas de germe.');
  });

  it('a germ that may still change makes the report partial', () => {
    const { report } = read(culture([germ(COLI, '1', { status: 'P' })], { status: 'P' }));

    expect(report.status).toBe('partial');
    expect(isolatesOf(report.chapters)[0]?.comments).toEqual(['Identification provisoire']);
  });

  it.each`
    label                            | category
    ${'Examen macroscopique'}        | ${'4'}
    ${'Microscopie, état frais'}     | ${'107'}
    ${'Examen microscopique direct'} | ${'107'}
    ${'Culture'}                     | ${undefined}
  `('$label has category $category', ({ label, category }) => {
    const results = [{ type: 'ST', code: 'A^Aspect^L', value: 'Trouble' }];
    const { report } = read(culture(results, { code: `X^${label as string}^L` }));

    expect(report.chapters[0]?.batteries[0]?.category?.code).toBe(category);
  });
});

describe('an OBR for each antibiogram', () => {
  const parent = culture([germ(COLI, '1'), germ(AUREUS, '2')], { fields: { 3: 'F-1^LABO' } });
  const child = (fields: Record<number, string>, code = 'ATB^Antibiogramme^LABO^18769-0^Antibiogramme^LN') =>
    culture([antibiotic('OXA', '')], { code, fields: { 3: 'F-2^LABO', ...fields } });

  it.each`
    what                                   | fields                                                                    | germ
    ${'order, result and sub-id'}          | ${{ 26: 'GERME&Germe&LABO^2^Staphylococcus aureus', 29: 'P&L^F-1&LABO' }} | ${'Staphylococcus aureus'}
    ${'result and sub-id'}                 | ${{ 26: 'GERME&Germe&LABO^2' }}                                           | ${'Staphylococcus aureus'}
    ${'the LOINC of the result'}           | ${{ 26: '11475-1&Germe&LN^1' }}                                           | ${'Escherichia coli'}
    ${'result and name'}                   | ${{ 26: 'GERME&Germe&LABO^^STAPHYLOCOCCUS AUREUS' }}                      | ${'Staphylococcus aureus'}
    ${'the name alone'}                    | ${{ 26: '^^Escherichia coli' }}                                           | ${'Escherichia coli'}
    ${'order and name'}                    | ${{ 26: '^^Escherichia coli', 29: '^F-1&LABO' }}                          | ${'Escherichia coli'}
    ${'a wrong order, but a right result'} | ${{ 26: 'GERME&Germe&LABO^1', 29: '^F-9&LABO' }}                          | ${'Escherichia coli'}
    ${'the order alone, among two germs'}  | ${{ 29: '^F-1&LABO' }}                                                    | ${undefined}
    ${'a result that is not there'}        | ${{ 26: 'GERME&Germe&LABO^9' }}                                           | ${undefined}
    ${'a germ that is not there'}          | ${{ 26: '^^Candida albicans' }}                                           | ${undefined}
  `('finds its germ by $what: $germ', ({ fields, germ: found }) => {
    const { report, findings } = read(parent, child(fields as Record<number, string>));
    const owner = germsOf(report).find(({ antibiotics }) => antibiotics.length > 0);

    expect(owner?.germ).toBe(found);
    expect(findings.some((finding) => finding.startsWith('hl7-parent-not-found'))).toBe(found === undefined);
    expect(report.chapters[0]?.batteries).toHaveLength(found === undefined ? 2 : 1);
  });

  it('an antibiogram without its germ says the name that it knows', () => {
    const { report, findings } = read(child({ 26: 'GERME&Germe&LABO^1^Escherichia coli', 29: '^F-1&LABO' }));

    expect(report.chapters[0]?.batteries[0]).toMatchObject({ loinc: { code: '18769-0' }, comments: ['Germe : Escherichia coli'] });
    expect(findings).toEqual(['hl7-parent-not-found OBR[1]-26']);
  });

  it('the order alone tells the germ where it found only one', () => {
    const { report } = read(culture([germ(COLI, '1')], { fields: { 3: 'F-1' } }), child({ 29: '^F-1' }));

    expect(germsOf(report)[0]?.antibiotics).toEqual(['OXA – S']);
  });

  it('names a germ by a code of the laboratory that only the child points at', () => {
    const named = culture([{ type: 'ST', code: 'K9^Résultat culture^L', value: 'Escherichia coli', subId: '1' }]);
    const { report } = read(named, child({ 26: 'K9&Résultat&L^1' }));

    expect(germsOf(report)).toEqual([{ germ: 'Escherichia coli', count: [], antibiotics: ['OXA – S'] }]);
  });

  it('needs no chapter of its own', () => {
    const { report } = read(parent, { ...child({ 26: 'GERME&Germe&LABO^1' }), section: '' });

    expect(germsOf(report)[0]?.antibiotics).toEqual(['OXA – S']);
  });
});
