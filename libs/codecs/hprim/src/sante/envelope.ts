import type { Finding } from '@segur/errors';
import { HprimDecodingError } from '../hprim-decoding-error.js';
import { remark } from '../tolerances.js';
import type { HprimSegment } from './segment.js';

/**
 * Checks that a file goes from one H to one L, and compares the counts of L with what stands between: published samples count wrongly, so
 * that is only remarked upon.
 *
 * @param lineCount - Lines of the file, continuations included: some senders count those.
 * @throws {HprimDecodingError} `hprim-structure`: a second H, or segments after L. `hprim-truncated`: no L.
 */
export function checkEnvelope(segments: readonly HprimSegment[], lineCount: number): readonly Finding[] {
  const second = segments.findIndex(({ name }, index) => name === 'H' && index > 0);
  if (second !== -1) throw misplaced(segments[second], 'More than one message in one file');
  const end = segments.findIndex(({ name }) => name === 'L');
  if (end === -1) throw new HprimDecodingError('hprim-truncated', 'file', 'The file has no L segment: its end is missing');
  if (end < segments.length - 1) throw misplaced(segments[end + 1], 'A segment follows L, the last one');

  const last = segments[end];
  const patients = segments.filter(({ name }) => name === 'P').length;
  return last === undefined
    ? []
    : [
        ...(agrees(last.text(3), [patients]) ? [] : [remark('hprim-count-mismatch', last.location(3))]),
        ...(agrees(last.text(4), [segments.length, lineCount]) ? [] : [remark('hprim-count-mismatch', last.location(4))]),
      ];
}

function agrees(said: string, counts: readonly number[]): boolean {
  return said.trim() === '' || counts.includes(Number(said));
}

function misplaced(segment: HprimSegment | undefined, message: string): HprimDecodingError {
  return new HprimDecodingError('hprim-structure', `line ${segment?.line ?? 1}`, message);
}
