import type { Segment } from '@segur/hl7v2';
import { codeFrom, type CodeReading } from '@segur/results-to-laboratory';
import type { Remarks } from '../remarks.js';

/**
 * Reads a code of two triplets (CE, CWE).
 *
 * @returns Nothing when the field holds no code; the remark names it.
 */
export function toCode(segment: Segment, field: number, remarks: Remarks): CodeReading | undefined {
  const coded = segment.field(field).repetition(0);
  const reading = codeFrom(
    [1, 4].map((first) => ({
      code: coded.text(first).trim(),
      label: coded.text(first + 1).trim(),
      system: coded.text(first + 2).trim(),
    })),
  );
  if (!reading) remarks.add('hl7-required', segment.location(field));
  return reading;
}
