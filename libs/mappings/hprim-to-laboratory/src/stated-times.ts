import { MalformedInput } from '@segur/errors';
import { decodeHprimTimestamp, type HprimSegment } from '@segur/hprim';
import type { StatedTime } from '@segur/laboratory';
import { inZone } from '@segur/results-to-laboratory';
import type { Remarks } from './remarks.js';

/** Reads the times of one message: the sender's precision is kept, and every hour is one of the laboratory's clock. */
export class StatedTimes {
  constructor(
    private readonly zone: string,
    private readonly remarks: Remarks,
  ) {}

  /** The time in a field (first repetition), or nothing when it is empty. A wrong one is an error of the message. */
  at(segment: HprimSegment, field: number): StatedTime | undefined {
    return this.all(segment, field)[0];
  }

  /** The times in the repetitions of a field. */
  all(segment: HprimSegment, field: number): readonly StatedTime[] {
    return segment.field(field).repetitions.flatMap((repetition) => {
      const text = repetition.text(1).trim();
      if (text === '') return [];
      const time = this.read(text);
      if (time === undefined) this.remarks.add('hprim-timestamp', segment.location(field));
      return time === undefined ? [] : [time];
    });
  }

  /** The time a text states, or nothing when it states none. */
  read(text: string): StatedTime | undefined {
    try {
      return inZone(decodeHprimTimestamp(text), this.zone);
    } catch (error) {
      if (error instanceof MalformedInput) return undefined;
      throw error;
    }
  }
}
