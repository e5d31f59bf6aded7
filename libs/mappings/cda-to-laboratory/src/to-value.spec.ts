import { readResult, OIDS } from '../test/a-reading.js';

const coded = { code: '260385009', codeSystem: OIDS.snomed, displayName: 'Négatif' };
const high = { value: '1.0', unit: 'mg/L', inclusive: true };

describe('toValue', () => {
  it.each`
    cda                                                             | result        | value
    ${{ type: 'PQ', value: '1.50', unit: 'g/L' }}                   | ${'1.50'}     | ${{ kind: 'numeric', text: '1.50', value: '1.50' }}
    ${{ type: 'PQ', value: '1.50', unit: 'g/L' }}                   | ${'1,50'}     | ${{ kind: 'numeric', text: '1,50', value: '1.50' }}
    ${{ type: 'PQ', value: '1.50', unit: 'g/L' }}                   | ${'1,5 g/l'}  | ${{ kind: 'numeric', text: '1.50', value: '1.50' }}
    ${{ type: 'REAL', value: '2.0' }}                               | ${'2.0'}      | ${{ kind: 'numeric', text: '2.0', value: '2.0' }}
    ${{ type: 'IVL_PQ', high }}                                     | ${'≤ 1.0'}    | ${{ kind: 'bounded', text: '≤ 1.0', comparator: '<=', value: '1.0' }}
    ${{ type: 'IVL_PQ', high }}                                     | ${'<1.0 mg'}  | ${{ kind: 'bounded', text: '<= 1.0', comparator: '<=', value: '1.0' }}
    ${{ type: 'IVL_PQ', high: { ...high, inclusive: false } }}      | ${'< 1.0'}    | ${{ kind: 'bounded', text: '< 1.0', comparator: '<', value: '1.0' }}
    ${{ type: 'IVL_PQ', low: high }}                                | ${''}         | ${{ kind: 'bounded', text: '>= 1.0', comparator: '>=', value: '1.0' }}
    ${{ type: 'IVL_PQ', low: { ...high, inclusive: false } }}       | ${''}         | ${{ kind: 'bounded', text: '> 1.0', comparator: '>', value: '1.0' }}
    ${{ type: 'IVL_PQ', low: high, high: { ...high, value: '2' } }} | ${'1 à 2'}    | ${{ kind: 'interval', text: '1 à 2', low: '1.0', high: '2' }}
    ${{ type: 'IVL_PQ' }}                                           | ${''}         | ${{ kind: 'absent', text: '' }}
    ${{ type: 'RTO', numerator: '1', denominator: '80' }}           | ${''}         | ${{ kind: 'ratio', text: '1/80', numerator: '1', denominator: '80' }}
    ${{ type: 'CD', code: coded }}                                  | ${'absence'}  | ${{ kind: 'coded', text: 'absence', coded: { code: '260385009', system: OIDS.snomed, label: 'Négatif' } }}
    ${{ type: 'CD' }}                                               | ${'paille'}   | ${{ kind: 'coded', text: 'paille' }}
    ${{ type: 'ST', text: 'Flore\nbanale' }}                        | ${'autre'}    | ${{ kind: 'text', text: 'Flore\nbanale' }}
    ${{ type: 'TS', value: '20261102' }}                            | ${'02/11'}    | ${{ kind: 'date', text: '02/11', value: '2026-11-02' }}
    ${{ type: 'none' }}                                             | ${'Non fait'} | ${{ kind: 'absent', text: 'Non fait' }}
  `('reads $cda.type, printed $result, as $value.kind', ({ cda, result, value }) => {
    const printed = { label: 'X', result, unit: '', reference: '', interpretation: '' };

    expect(readResult({ value: cda, printed }).observation.value).toEqual(value);
  });

  it('reads no value of a result that was aborted', () => {
    const { observation } = readResult({ status: 'aborted' });

    expect(observation).toMatchObject({ status: 'cancelled', value: { kind: 'absent' } });
    expect(observation.unit).toBeUndefined();
  });

  it('keeps as a text a time that does not exist, and says so', () => {
    const { observation, codes } = readResult({ value: { type: 'TS', value: '20261131' } });

    expect(observation.value.kind).toBe('text');
    expect(codes).toContain('cda-time-malformed');
  });

  it('reads the unit as printed beside its UCUM, and the same in another unit with its interval', () => {
    const { observation } = readResult({
      printed: { label: 'Urée', result: '10.02', unit: 'mmol/l', reference: '3.50 - 8', interpretation: '' },
      value: { type: 'PQ', value: '10.02', unit: 'mmol/L', translations: [{ value: '0.60', unit: 'g/L' }] },
      range: {
        low: { value: '3.50', unit: 'mmol/L', translations: [{ value: '0.21', unit: 'g/L' }] },
        high: { value: '8', unit: 'mmol/L', translations: [{ value: '0.48', unit: 'g/L' }] },
      },
    });

    expect(observation).toMatchObject({
      unit: { raw: 'mmol/l', ucum: 'mmol/L' },
      range: { text: '3.50 - 8', low: '3.50', high: '8' },
      otherUnits: [
        {
          value: { kind: 'numeric', text: '0.60', value: '0.60' },
          unit: { raw: 'g/L', ucum: 'g/L' },
          range: { text: '0.21 - 0.48', low: '0.21', high: '0.48' },
        },
      ],
    });
  });

  it.each`
    range                                            | reference | read
    ${{ high: { value: '5.0' } }}                    | ${''}     | ${{ text: '< 5.0', high: '5.0' }}
    ${{ low: { value: '3' } }}                       | ${''}     | ${{ text: '> 3', low: '3' }}
    ${{ low: { value: '3' }, high: { value: '3' } }} | ${''}     | ${{ text: '3 - 3', low: '3', high: '3' }}
    ${undefined}                                     | ${'Voir'} | ${{ text: 'Voir' }}
    ${undefined}                                     | ${''}     | ${undefined}
  `('reads the interval $range', ({ range, reference, read }) => {
    const printed = { label: 'X', result: '1', unit: '', reference, interpretation: '' };

    expect(readResult({ printed, ...(range && { range }) }).observation.range).toEqual(read);
  });
});
