import { retryAt } from './retry-at.js';

const now = new Date('2026-11-23T08:00:00.000Z');

describe('retryAt', () => {
  it.each`
    number | next
    ${1}   | ${'2026-11-23T08:01:00.000Z'}
    ${2}   | ${'2026-11-23T08:05:00.000Z'}
    ${3}   | ${'2026-11-23T08:30:00.000Z'}
    ${4}   | ${'2026-11-23T10:00:00.000Z'}
    ${5}   | ${'2026-11-23T09:00:00.000Z'}
    ${25}  | ${'2026-11-23T09:00:00.000Z'}
    ${26}  | ${undefined}
    ${99}  | ${undefined}
  `('after attempt $number: $next', ({ number, next }: { number: number; next: string | undefined }) => {
    expect(retryAt(number, now)?.toISOString()).toBe(next);
  });

  it('gives up within a day of the first attempt, and not an hour early', () => {
    let [at, number] = [now, 1];
    for (let next = retryAt(number, at); next; next = retryAt(number, at)) [at, number] = [next, number + 1];
    const hours = (at.getTime() - now.getTime()) / 3_600_000;

    expect(hours).toBeLessThanOrEqual(24);
    expect(hours).toBeGreaterThan(23);
  });
});
