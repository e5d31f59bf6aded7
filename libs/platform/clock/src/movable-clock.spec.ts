import { AheadClock, FixedClock, MovableClock } from './movable-clock.js';

describe('MovableClock', () => {
  it('stands still, then moves as told', () => {
    const clock = new MovableClock('2026-11-23T09:00:00+01:00');
    expect(clock.now().toISOString()).toBe('2026-11-23T08:00:00.000Z');

    clock.advance(90_000);
    expect(clock.now().toISOString()).toBe('2026-11-23T08:01:30.000Z');

    clock.set('2027-01-01T00:00:00Z');
    expect(clock.now().toISOString()).toBe('2027-01-01T00:00:00.000Z');
  });

  it('gives dates that the caller may change without moving the clock', () => {
    const clock = new MovableClock();
    clock.now().setFullYear(1999);

    expect(clock.now().getUTCFullYear()).toBe(2026);
  });
});

describe('FixedClock', () => {
  it('always says the same time', () => {
    const clock = new FixedClock('2026-11-23T08:00:00Z');

    expect([clock.now(), clock.now()]).toEqual([new Date('2026-11-23T08:00:00Z'), new Date('2026-11-23T08:00:00Z')]);
  });
});

describe('AheadClock', () => {
  it('runs on from where it was moved', () => {
    const clock = new AheadClock();
    const before = clock.now().getTime();
    clock.advance(3_600_000);

    expect(clock.now().getTime()).toBeGreaterThanOrEqual(before + 3_600_000);
  });
});
