import { earliest, inZone, instantOf, latest } from './stated-time.js';

describe('inZone', () => {
  it.each`
    iso                            | zone                 | expected
    ${'2026'}                      | ${'Europe/Paris'}    | ${'2026'}
    ${'2026-11-23'}                | ${'Europe/Paris'}    | ${'2026-11-23'}
    ${'2026-11-23T09:30'}          | ${'Europe/Paris'}    | ${'2026-11-23T09:30+01:00'}
    ${'2026-07-14T09:30:15'}       | ${'Europe/Paris'}    | ${'2026-07-14T09:30:15+02:00'}
    ${'2026-11-23T09:30'}          | ${'Indian/Reunion'}  | ${'2026-11-23T09:30+04:00'}
    ${'2026-11-23T09:30'}          | ${'America/Cayenne'} | ${'2026-11-23T09:30-03:00'}
    ${'2026-11-23T09:30:00-04:00'} | ${'Europe/Paris'}    | ${'2026-11-23T09:30:00-04:00'}
    ${'2026-10-25T02:30'}          | ${'Europe/Paris'}    | ${'2026-10-25T02:30+02:00'}
    ${'2026-03-29T02:30'}          | ${'Europe/Paris'}    | ${'2026-03-29T02:30+01:00'}
  `('$iso in $zone is $expected', ({ iso, zone, expected }: { iso: string; zone: string; expected: string }) => {
    expect(inZone(iso, zone)).toBe(expected);
  });
});

describe('the order of stated times', () => {
  const times = ['2026-11-23T09:30+01:00', undefined, '2026-11-23T09:00+00:00', '2026-11-23'];

  it('compares instants, not texts', () => {
    expect(earliest(times)).toBe('2026-11-23');
    expect(latest(times)).toBe('2026-11-23T09:00+00:00');
    expect(latest([])).toBeUndefined();
  });

  it('counts a cut time from its beginning', () => {
    expect(instantOf('2026-11')).toBe(Date.UTC(2026, 10, 1));
    expect(instantOf('2026-11-23T09-03:30')).toBe(Date.UTC(2026, 10, 23, 12, 30));
  });
});
