import { Clock } from './clock.js';

/** A clock that stands still until a test moves it. Starts on 23 November 2026, 09:00 in Paris, unless told. */
export class MovableClock extends Clock {
  private instantMs: number;

  /** @param start - ISO 8601 with an offset, or a `Date`. */
  constructor(start: Date | string = '2026-11-23T08:00:00.000Z') {
    super();
    this.instantMs = new Date(start).getTime();
  }

  now(): Date {
    return new Date(this.instantMs);
  }

  advance(durationMs: number): void {
    this.instantMs += durationMs;
  }

  set(instant: Date | string): void {
    this.instantMs = new Date(instant).getTime();
  }
}

/** The machine's clock, and as far ahead as it was moved: for whole processes in tests, where time also has to pass. */
export class AheadClock extends Clock {
  private aheadMs = 0;

  now(): Date {
    return new Date(Date.now() + this.aheadMs);
  }

  advance(durationMs: number): void {
    this.aheadMs += durationMs;
  }
}

/** A clock that always says the same time: for `--now` of the command line, where two runs must give the same bytes. */
export class FixedClock extends Clock {
  private readonly instantMs: number;

  constructor(instant: Date | string) {
    super();
    this.instantMs = new Date(instant).getTime();
  }

  now(): Date {
    return new Date(this.instantMs);
  }
}
