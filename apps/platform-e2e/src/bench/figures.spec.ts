import { percentile, tableOf } from './figures.js';

describe('percentile', () => {
  it.each`
    values                             | share   | expected
    ${[5]}                             | ${0.95} | ${5}
    ${[3, 1, 2]}                       | ${0.5}  | ${2}
    ${[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]} | ${0.95} | ${10}
    ${[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]} | ${0.5}  | ${6}
    ${[]}                              | ${0.5}  | ${NaN}
  `('of $values at $share is $expected', ({ values, share, expected }: { values: number[]; share: number; expected: number }) => {
    expect(percentile(values, share)).toBe(expected);
  });
});

describe('tableOf', () => {
  it('aligns names to the left and figures to the right', () => {
    const figures = {
      title: 'Title',
      columns: ['what', 'n/s'],
      rows: [
        ['a', '1000'],
        ['longer', '2'],
      ],
      remarks: ['said'],
    };
    expect(tableOf(figures)).toBe(['', 'Title', 'what     n/s', '------  ----', 'a       1000', 'longer     2', 'said'].join('\n'));
  });
});
