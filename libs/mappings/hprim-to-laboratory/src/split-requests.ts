import { HprimDecodingError, HprimMessage, type HprimSegment } from '@segur/hprim';
import { requestNumberOf } from './message-identity.js';

/** One request of one patient, as a message of its own: H, its P, its OBR with all that stands under them, L. */
export interface RequestOfFile {
  /** Absent: the OBR gives no number, and `toReport` will refuse it. */
  readonly fillerNumber: string | undefined;
  readonly message: HprimMessage;
}

/**
 * Splits a file into its requests: one file holds as many patients as its sender likes, and one report is of one request.
 *
 * Segments keep their ranks, so that a finding names a place of the file. A patient without OBR, or OBR before any patient, stay one message
 * for `toReport` to judge.
 *
 * @throws {HprimDecodingError} `hprim-limit`: what stands above the requests of a patient would be repeated beyond reason.
 */
export function splitRequests(message: HprimMessage): readonly RequestOfFile[] {
  const { header, segments, delimiters, charset, findings } = message;
  const requests = segments
    .filter(({ name }) => name !== 'H' && name !== 'L')
    .reduce((file, segment) => file.take(segment), new RequestsInMaking())
    .close();
  const end = message.all('L');
  return requests.map(({ number, segments: own }) => ({
    fillerNumber: number || undefined,
    message: new HprimMessage([header, ...own, ...end], delimiters, charset, findings),
  }));
}

/** Segments of patients, over all requests: as many as a file may have lines. */
const MOST_REPEATED = 100_000;

class RequestsInMaking {
  private readonly made: { number: string; segments: HprimSegment[] }[] = [];
  /** Above the first OBR of the patient: it goes with each of their requests. */
  private shared: HprimSegment[] = [];
  private ofPatient = new Map<string, HprimSegment[]>();
  private current = this.shared;
  private repeated = 0;

  take(segment: HprimSegment): this {
    if (segment.name === 'P' && (this.ofPatient.size > 0 || this.shared.some(({ name }) => name === 'P'))) {
      this.close();
      this.shared = [];
      this.ofPatient = new Map();
      this.current = this.shared;
    }
    if (segment.name === 'OBR') {
      const number = requestNumberOf(segment);
      this.current = this.ofPatient.get(number) ?? this.open(number);
    }
    this.current.push(segment);
    return this;
  }

  close(): readonly { readonly number: string; readonly segments: readonly HprimSegment[] }[] {
    if (this.shared.length > 0 && this.ofPatient.size === 0) this.open('');
    return this.made;
  }

  private open(number: string): HprimSegment[] {
    this.repeated += this.shared.length;
    if (this.repeated > MOST_REPEATED)
      throw new HprimDecodingError('hprim-limit', 'file', 'Too many requests under too many segments of one patient');
    const segments = [...this.shared];
    this.ofPatient.set(number, segments);
    this.made.push({ number, segments });
    return segments;
  }
}
