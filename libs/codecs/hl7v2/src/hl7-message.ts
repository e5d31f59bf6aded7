import type { Finding } from '@segur/errors';
import type { Charset } from './charset.js';
import type { Delimiters } from './delimiters.js';
import type { Segment } from './segment.js';

/** A decoded HL7 v2 message: every segment it holds, known or not, in order. */
export class Hl7Message {
  constructor(
    readonly segments: readonly [Segment, ...Segment[]],
    readonly delimiters: Delimiters,
    /** The set the bytes were read in. */
    readonly charset: Charset,
    /** What was tolerated while reading: line ends, guessed character set, stray escapes. Never an `error`. */
    readonly findings: readonly Finding[],
  ) {}

  /** MSH. */
  get header(): Segment {
    return this.segments[0];
  }

  /** The segments of one name, in order. */
  all(name: string): readonly Segment[] {
    return this.segments.filter((segment) => segment.name === name);
  }

  first(name: string): Segment | undefined {
    return this.segments.find((segment) => segment.name === name);
  }
}
