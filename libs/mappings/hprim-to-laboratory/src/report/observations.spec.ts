import { decodeHprimSante } from '@segur/hprim';
import { observationsOf, type Observation } from '@segur/laboratory';
import { hprim, testLaboratory, type HprimResultText } from '@segur/testing';
import { toReport, type ReportReading } from './to-report.js';

const context = { laboratory: testLaboratory, reportSetId: 'r', revision: 1 };
const NM: HprimResultText = { type: 'NM', code: 'X~Analyse~L', value: '5.20', unit: 'mmol/L', range: '4.10 - 6.10' };
const read = (...results: Partial<HprimResultText>[]): ReportReading =>
  toReport(
    decodeHprimSante(hprim({ exams: [{ codes: 'EX~Examen~L', results: results.map((one) => ({ ...NM, ...one })) }] })),
    context,
  );
/** The same under an OBR.25. */
const inOrder = (status: string, result: Partial<HprimResultText>): ReportReading =>
  toReport(
    decodeHprimSante(hprim({ exams: [{ codes: 'EX~Examen~L', fields: { 25: status }, results: [{ ...NM, ...result }] }] })),
    context,
  );
const observation = (result: Partial<HprimResultText>): Observation => {
  const reading = read(result);
  if (reading.status === 'refused') throw new Error(JSON.stringify(reading.findings));
  return observationsOf(reading.report)[0]!;
};
const said = ({ findings }: ReportReading) => findings.map(({ severity, code, location }) => `${severity} ${code} ${location}`);

describe('a value', () => {
  it.each`
    type    | sent                             | value
    ${'NM'} | ${'5.20'}                        | ${{ kind: 'numeric', text: '5.20', value: '5.20' }}
    ${'NM'} | ${'5,20'}                        | ${{ kind: 'numeric', text: '5,20', value: '5.20' }}
    ${'NM'} | ${'2.920'}                       | ${{ kind: 'numeric', text: '2.920', value: '2.920' }}
    ${'NM'} | ${'12 500'}                      | ${{ kind: 'numeric', text: '12 500', value: '12500' }}
    ${'NM'} | ${'<0.5'}                        | ${{ kind: 'bounded', text: '<0.5', comparator: '<', value: '0.5' }}
    ${'ST'} | ${'< 3.0'}                       | ${{ kind: 'bounded', text: '< 3.0', comparator: '<', value: '3.0' }}
    ${'ST'} | ${'>= 500'}                      | ${{ kind: 'bounded', text: '>= 500', comparator: '>=', value: '500' }}
    ${'ST'} | ${'>1:160'}                      | ${{ kind: 'text', text: '>1:160' }}
    ${'ST'} | ${'Négatif'}                     | ${{ kind: 'text', text: 'Négatif' }}
    ${'ST'} | ${'12.5'}                        | ${{ kind: 'text', text: '12.5' }}
    ${'ST'} | ${'Sang ~ frottis'}              | ${{ kind: 'text', text: 'Sang ~ frottis' }}
    ${'TX'} | ${'Un.^Deux.'}                   | ${{ kind: 'text', text: 'Un.\nDeux.' }}
    ${'TX'} | ${'Environ 10^9 bactéries'}      | ${{ kind: 'text', text: 'Environ 10^9 bactéries' }}
    ${'TX'} | ${'Un.\\.br\\Deux.'}             | ${{ kind: 'text', text: 'Un.\nDeux.' }}
    ${'CE'} | ${'NEG~Négatif~L'}               | ${{ kind: 'coded', text: 'Négatif' }}
    ${'CE'} | ${'POS'}                         | ${{ kind: 'coded', text: 'POS' }}
    ${'CE'} | ${'12.5'}                        | ${{ kind: 'numeric', text: '12.5', value: '12.5' }}
    ${'CE'} | ${'1/128'}                       | ${{ kind: 'ratio', text: '1/128', numerator: '1', denominator: '128' }}
    ${'CE'} | ${'A~Groupe A~L^P~Rh positif~L'} | ${{ kind: 'text', text: 'Groupe A\nRh positif' }}
    ${'DT'} | ${'20261103'}                    | ${{ kind: 'date', text: '20261103', value: '2026-11-03' }}
    ${'TS'} | ${'202611031405'}                | ${{ kind: 'date', text: '202611031405', value: '2026-11-03T14:05+01:00' }}
    ${''}   | ${'Voir texte'}                  | ${{ kind: 'text', text: 'Voir texte' }}
  `('$type $sent', ({ type, sent, value }: { type: string; sent: string; value: unknown }) => {
    expect(observation({ type, value: sent, unit: '', range: '' }).value).toEqual(value);
  });

  it.each`
    type     | sent                | finding
    ${'NM'}  | ${'Négatif'}        | ${'hprim-value-type OBX[1]-5'}
    ${'NM'}  | ${'5.2~6.1'}        | ${'hprim-value-type OBX[1]-5'}
    ${'NM'}  | ${'5.2^6.1'}        | ${'hprim-value-repeated-not-read OBX[1]-5'}
    ${'NM'}  | ${''}               | ${'hprim-value-missing OBX[1]-5'}
    ${'TX'}  | ${'""'}             | ${'hprim-value-missing OBX[1]-5'}
    ${'DT'}  | ${'03/11/2026'}     | ${'hprim-value-type OBX[1]-5'}
    ${'FIC'} | ${'LABO~A.PDF~PDF'} | ${'hprim-file-not-read OBX[1]-5'}
    ${'GC'}  | ${'1'}              | ${'hprim-value-type-not-read OBX[1]-2'}
    ${'CNA'} | ${'1'}              | ${'hprim-value-type-not-read OBX[1]-2'}
  `('$type $sent refuses the message: $finding', ({ type, sent, finding }: Record<string, string>) => {
    const reading = read({ type: type!, value: sent! });

    expect(reading.status).toBe('refused');
    expect(said(reading)).toEqual([`error ${finding}`]);
  });

  it('with a point before three figures is ambiguous where another number has a comma', () => {
    expect(said(read({ value: '5,2' }, { value: '2.920' }))).toEqual(['error hprim-number-ambiguous OBX[2]-5']);
    expect(said(read({ value: '5.2', range: '4,1 - 6,1' }, { value: '2.920' }))).toEqual([]);
  });
});

describe('a unit', () => {
  it.each`
    sent               | unit                                 | finding
    ${'mmol/L'}        | ${{ raw: 'mmol/L', ucum: 'mmol/L' }} | ${undefined}
    ${'UI/l'}          | ${{ raw: 'UI/l', ucum: '[IU]/L' }}   | ${undefined}
    ${'µmol/L'}        | ${{ raw: 'µmol/L', ucum: 'umol/L' }} | ${undefined}
    ${'10^9/L'}        | ${{ raw: '10^9/L', ucum: '10*9/L' }} | ${'info hprim-unit-caret OBX[1]-6'}
    ${'unités maison'} | ${{ raw: 'unités maison' }}          | ${'warning hprim-unit-unknown OBX[1]-6'}
    ${'g/L~gramme~L'}  | ${{ raw: 'g/L', ucum: 'g/L' }}       | ${'info hprim-field-not-read OBX[1]-6.2'}
    ${''}              | ${undefined}                         | ${undefined}
  `('$sent', ({ sent, unit, finding }: { sent: string; unit: unknown; finding?: string }) => {
    expect(observation({ unit: sent, range: '' }).unit).toEqual(unit);
    expect(said(read({ unit: sent, range: '' }))).toEqual(finding ? [finding] : []);
  });
});

describe('normal values', () => {
  it.each`
    value      | sent                     | range
    ${'5.2'}   | ${'10 - 40'}             | ${{ text: '10 - 40', low: '10', high: '40' }}
    ${'5.2'}   | ${'0.0 - 3.0'}           | ${{ text: '0.0 - 3.0', low: '0.0', high: '3.0' }}
    ${'5.2'}   | ${'<5'}                  | ${{ text: '<5', high: '5' }}
    ${'5.2'}   | ${'vr : 4 a 10000'}      | ${{ text: 'vr : 4 a 10000', low: '4', high: '10000' }}
    ${'5.2'}   | ${'3,5 à 5,0'}           | ${{ text: '3,5 à 5,0', low: '3.5', high: '5.0' }}
    ${'5200'}  | ${'4.000 à 10.000'}      | ${{ text: '4.000 à 10.000' }}
    ${'1.015'} | ${'1.010 - 1.025'}       | ${{ text: '1.010 - 1.025', low: '1.010', high: '1.025' }}
    ${'5.2'}   | ${'F : 2 - 4^H : 3 - 5'} | ${{ text: 'F : 2 - 4\nH : 3 - 5' }}
    ${'5.2'}   | ${'-'}                   | ${undefined}
    ${'5.2'}   | ${''}                    | ${undefined}
  `('$sent beside $value', ({ value, sent, range }: { value: string; sent: string; range: unknown }) => {
    expect(observation({ value, range: sent }).range).toEqual(range);
  });

  it('in another unit are printed only', () => {
    const sent = { unit: 'g/L', range: '3,9 - 6,1 mmol/L' };

    expect(observation(sent).range).toEqual({ text: '3,9 - 6,1 mmol/L' });
    expect(said(read(sent))).toEqual(['warning hprim-range-unit OBX[1]-7']);
  });
});

describe('a flag', () => {
  it.each`
    sent     | interpretations | comments                              | finding
    ${'N'}   | ${['N']}        | ${[]}                                 | ${undefined}
    ${'hh'}  | ${['HH']}       | ${[]}                                 | ${'warning hprim-flag-contradicts-range OBX[1]-8'}
    ${'A^A'} | ${['A']}        | ${[]}                                 | ${undefined}
    ${'**'}  | ${[]}           | ${['Indicateur du laboratoire : **']} | ${'warning hprim-flag-unknown OBX[1]-8'}
    ${''}    | ${[]}           | ${[]}                                 | ${undefined}
  `(
    '$sent',
    ({
      sent,
      interpretations,
      comments,
      finding,
    }: {
      sent: string;
      interpretations: string[];
      comments: string[];
      finding?: string;
    }) => {
      expect(observation({ flags: sent })).toMatchObject({ interpretations, comments });
      expect(said(read({ flags: sent }))).toEqual(finding ? [finding] : []);
    },
  );
});

describe('a status', () => {
  it.each`
    sent   | status         | value
    ${'F'} | ${'final'}     | ${{ kind: 'numeric', text: '5.20', value: '5.20' }}
    ${'c'} | ${'corrected'} | ${{ kind: 'numeric', text: '5.20', value: '5.20' }}
    ${'X'} | ${'cancelled'} | ${{ kind: 'absent', text: '5.20' }}
    ${''}  | ${'final'}     | ${{ kind: 'numeric', text: '5.20', value: '5.20' }}
  `('$sent is $status', ({ sent, status, value }: { sent: string; status: string; value: unknown }) => {
    expect(observation({ status: sent })).toMatchObject({ status, value });
  });

  it.each`
    sent   | value     | finding
    ${'Z'} | ${'5.20'} | ${'hprim-status-unknown OBX[1]-11'}
  `('$sent refuses the message: $finding', ({ sent, value, finding }: Record<string, string>) => {
    expect(said(read({ status: sent!, value: value! }))).toEqual([`error ${finding}`]);
  });

  it.each`
    sent   | order  | status           | awaited      | finding
    ${'P'} | ${'P'} | ${'preliminary'} | ${'partial'} | ${[]}
    ${'F'} | ${'P'} | ${'final'}       | ${'partial'} | ${[]}
    ${'P'} | ${'F'} | ${'preliminary'} | ${'partial'} | ${['warning hprim-status-contradiction OBX[1]-11']}
    ${'C'} | ${'C'} | ${'corrected'}   | ${'final'}   | ${[]}
  `('$sent in an order $order is $status', ({ sent, order, status, awaited, finding }) => {
    const reading = inOrder(order as string, { status: sent as string });

    expect(said(reading)).toEqual(finding);
    expect(reading.status === 'read' && [observationsOf(reading.report)[0]?.status, reading.report.status]).toEqual([
      status,
      awaited,
    ]);
  });

  it.each`
    sent   | changes                                | finding
    ${'D'} | ${{ removed: ['EX/X'], promoted: [] }} | ${'hprim-result-removed'}
    ${'U'} | ${{ removed: [], promoted: ['EX/X'] }} | ${'hprim-result-promoted'}
  `('$sent changes a result sent before', ({ sent, changes, finding }) => {
    const reading = inOrder('F', { status: sent as string, value: '' });

    expect(reading.status === 'read' && reading.changes).toMatchObject(changes as object);
    expect(said(reading)).toContain(`info ${finding as string} OBX[1]-11`);
  });

  it('says why a cancelled result is none', () => {
    expect(observation({ type: 'ST', value: 'Tube hémolysé', status: 'X', unit: '', range: '' }).value).toEqual({
      kind: 'absent',
      text: 'Tube hémolysé',
    });
    expect(observation({ value: '', status: 'X' }).value).toEqual({ kind: 'absent', text: 'Non réalisé' });
  });
});

describe('the code of a result', () => {
  it.each`
    sent                                  | code                                          | sentLoinc
    ${'GLY~Glucose~L'}                    | ${{ localCode: 'GLY', label: 'Glucose' }}     | ${undefined}
    ${'GLY~   Glucose~L'}                 | ${{ localCode: 'GLY', label: 'Glucose' }}     | ${undefined}
    ${'GLY'}                              | ${{ localCode: 'GLY', label: 'GLY' }}         | ${undefined}
    ${'~Glucose'}                         | ${{ localCode: 'Glucose', label: 'Glucose' }} | ${undefined}
    ${'GLY~Glucose~L~15074-8~Glucose~LN'} | ${{ localCode: 'GLY', label: 'Glucose' }}     | ${{ code: '15074-8', label: 'Glucose' }}
  `('$sent', ({ sent, code, sentLoinc }: { sent: string; code: unknown; sentLoinc: unknown }) => {
    const read = observation({ code: sent });

    expect(read.code).toEqual(code);
    expect(read.sentLoinc).toEqual(sentLoinc);
  });

  it('is mandatory', () => {
    expect(said(read({ code: '' }))).toEqual(['error hprim-required OBX[1]-3']);
  });
});
