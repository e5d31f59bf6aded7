import { UnassemblableReport } from '@segur/laboratory-to-cda';
import { toDateTime, toInstant, toPeriod } from './fhir-time.js';

describe('toDateTime', () => {
  it.each`
    stated                         | timeZone             | spelled
    ${'2026'}                      | ${undefined}         | ${'2026'}
    ${'2026-11'}                   | ${undefined}         | ${'2026-11'}
    ${'2026-11-20'}                | ${undefined}         | ${'2026-11-20'}
    ${'2026-11-20T09'}             | ${undefined}         | ${'2026-11-20T09:00:00+01:00'}
    ${'2026-07-20T09:40'}          | ${undefined}         | ${'2026-07-20T09:40:00+02:00'}
    ${'2026-11-20T09:40'}          | ${'Indian/Reunion'}  | ${'2026-11-20T09:40:00+04:00'}
    ${'2026-11-20T09:40:15Z'}      | ${'America/Cayenne'} | ${'2026-11-20T09:40:15+00:00'}
    ${'2026-11-20T09:40:15-03:00'} | ${undefined}         | ${'2026-11-20T09:40:15-03:00'}
  `('spells $stated in $timeZone', ({ stated, timeZone, spelled }) => {
    expect(toDateTime(stated as string, timeZone ? { timeZone: timeZone as string } : {})).toBe(spelled);
  });

  it('refuses what is no time', () => expect(() => toDateTime('20/11/2026', {})).toThrow(UnassemblableReport));
});

describe('toInstant', () => {
  it('is on the clock of the laboratory', () => {
    expect(toInstant(new Date('2026-07-01T22:30:00Z'), {})).toBe('2026-07-02T00:30:00+02:00');
  });
});

describe('toPeriod', () => {
  it.each`
    start                          | end                            | kept
    ${'2026-11-20'}                | ${'2026-11-21'}                | ${true}
    ${'2026-11-20T09:00:00+01:00'} | ${'2026-11-20T08:30:00+00:00'} | ${true}
    ${'2026-11-21'}                | ${'2026-11-20'}                | ${false}
    ${'2026-11-20'}                | ${'2026-11-20T09:00:00+01:00'} | ${false}
    ${'2026-11-20'}                | ${undefined}                   | ${false}
  `('from $start to $end keeps its end: $kept', ({ start, end, kept }) => {
    expect('end' in toPeriod(start as string, end as string | undefined)).toBe(kept);
  });
});
