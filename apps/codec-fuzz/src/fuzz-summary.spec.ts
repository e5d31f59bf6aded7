import type { Failure } from './fuzz-reader.js';
import { distinctFailures, fuzzSummary } from './fuzz-summary.js';

const failure = (number: number, change: Partial<Failure> = {}): Failure => ({
  reader: 'cda',
  number,
  origin: 'sample 1, damaged',
  kind: 'broke',
  what: `TypeError: ${number} is not a function at read`,
  ...change,
});

describe('fuzzSummary', () => {
  it('says a line for each reader', () => {
    const summary = {
      reader: 'cda',
      cases: 3,
      read: 1,
      refused: 1,
      slowestMs: 12.34,
      slowest: 2,
      peakMb: 99.6,
      failures: [failure(1)],
    };

    expect(fuzzSummary([summary]).split('\n').at(-1)).toBe('cda         3     1        1       1        12.3        2      100');
  });
});

describe('distinctFailures', () => {
  it('puts together what broke at one place, and shows the first three', () => {
    const groups = distinctFailures(
      [1, 2, 3, 4].map((number) => failure(number)).concat(failure(5, { what: 'RangeError at write' })),
    );

    expect(groups.map(({ shown, count }) => [count, shown.map(({ number }) => number)])).toEqual([
      [4, [1, 2, 3]],
      [1, [5]],
    ]);
  });
});
