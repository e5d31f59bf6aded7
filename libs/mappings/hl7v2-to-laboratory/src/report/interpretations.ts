import type { Segment } from '@segur/hl7v2';
import { flagComment, sortFlags } from '@segur/results-to-laboratory';
import type { Remarks } from '../remarks.js';

/** The flags of OBX-8: those of the value set, and for each other one a comment that keeps it. */
export interface Interpretations {
  readonly codes: readonly string[];
  readonly comments: readonly string[];
}

/** Reads OBX-8. */
export function toInterpretations(obx: Segment, remarks: Remarks): Interpretations {
  const { codes, unknown } = sortFlags(obx.field(8).repetitions.map((repetition) => repetition.text(1)));
  if (unknown.length > 0) remarks.add('hl7-flag-unknown', obx.location(8));
  return { codes, comments: unknown.map(flagComment) };
}
