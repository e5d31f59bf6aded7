import { readResultLine } from './result-line.js';

const start = 'RES|Glucose|GLY|N|5.20|mmol/L|4.10|6.10|N|F';

describe('readResultLine', () => {
  it('reads the fields by their places', () => {
    expect(readResultLine(start).result).toEqual({
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
      comments: [],
    });
  });

  it.each`
    fields                         | line                               | second                                                       | others                              | settled
    ${'10'}                        | ${start}                           | ${undefined}                                                 | ${[]}                               | ${true}
    ${'10 and a last separator'}   | ${`${start}|`}                     | ${undefined}                                                 | ${[]}                               | ${true}
    ${'14: a second unit'}         | ${`${start}|0.94|g/L|0.74|1.10`}   | ${{ value: '0.94', unit: 'g/L', low: '0.74', high: '1.10' }} | ${[]}                               | ${true}
    ${'14 and a last separator'}   | ${`${start}|0.94|g/L|0.74|1.10|`}  | ${{ value: '0.94', unit: 'g/L', low: '0.74', high: '1.10' }} | ${[]}                               | ${true}
    ${'13: no second unit'}        | ${`${start}|0.94|0.74|1.10`}       | ${{ value: '0.94', unit: '', low: '0.74', high: '1.10' }}    | ${[]}                               | ${true}
    ${'13 and a last separator'}   | ${`${start}|0.94|0.74|1.10|`}      | ${{ value: '0.94', unit: '', low: '0.74', high: '1.10' }}    | ${[]}                               | ${true}
    ${'12: a unit, no bounds'}     | ${`${start}|0.94|g/L`}             | ${{ value: '0.94', unit: 'g/L', low: '', high: '' }}         | ${[]}                               | ${true}
    ${'14 with a number for unit'} | ${`${start}|0.94|0.74|1.10|1.20`}  | ${undefined}                                                 | ${['0.94', '0.74', '1.10', '1.20']} | ${false}
    ${'15'}                        | ${`${start}|0.94|g/L|0.74|1.10|?`} | ${{ value: '0.94', unit: 'g/L', low: '0.74', high: '1.10' }} | ${['?']}                            | ${false}
  `('$fields', ({ line, second, others, settled }: { line: string; second: unknown; others: string[]; settled: boolean }) => {
    const reading = readResultLine(line);

    expect(reading.result.second).toEqual(second);
    expect(reading.result.others).toEqual(others);
    expect(reading.settled).toBe(settled);
  });

  it('takes a short line: a code and a type without value', () => {
    expect(readResultLine('RES||IGET 005|a').result).toMatchObject({
      label: '',
      code: 'IGET 005',
      type: 'A',
      value: '',
      status: '',
    });
  });
});
