import { MalformedInput } from '@segur/errors';
import { decodeHl7Timestamp, type Segment } from '@segur/hl7v2';
import type { StatedTime } from '@segur/laboratory';
import { inZone } from '@segur/results-to-laboratory';
import type { Remarks } from './remarks.js';

/**
 * Reads the times of one message: the sender's precision is kept, and an hour without offset is one of the laboratory's clock.
 *
 * @see hl7v2.md §7.5
 */
export class StatedTimes {
  /** Texts already read: the results of a report share a few times. */
  private readonly known = new Map<string, StatedTime | undefined>();

  constructor(
    private readonly zone: string,
    private readonly remarks: Remarks,
  ) {}

  /** The time in a field (first repetition), or nothing when it is empty or null. A wrong one is an error of the message. */
  at(segment: Segment, field: number, component = 1): StatedTime | undefined {
    const text = segment.field(field).component(component).subcomponent(1).trim();
    if (text === '') return undefined;
    const time = this.read(text);
    if (time === undefined) this.remarks.add('hl7-timestamp', segment.location(field));
    return time;
  }

  /** The time a text states, or nothing when it states none. */
  read(text: string): StatedTime | undefined {
    if (!this.known.has(text)) this.known.set(text, this.decode(text));
    return this.known.get(text);
  }

  private decode(text: string): StatedTime | undefined {
    try {
      return inZone(decodeHl7Timestamp(text).iso, this.zone);
    } catch (error) {
      if (error instanceof MalformedInput) return undefined;
      throw error;
    }
  }
}
