import { v7 } from 'uuid';

/** The time of day. Rules take a `Date`; shells ask here, so that tests can move it. */
export abstract class Clock {
  abstract now(): Date;
}

/** The machine's own clock. */
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** New identifiers, in the order of time. */
export abstract class Ids {
  /** UUIDv7, RFC 9562. */
  abstract next(): string;
}

/** Identifiers that follow the machine's clock. */
export class TimeOrderedIds extends Ids {
  next(): string {
    return v7();
  }
}
