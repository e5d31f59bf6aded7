import { MalformedInput } from '@segur/errors';

const START = 0x0b;
const END = 0x1c;
const CR = 0x0d;

/** What came out of a stream of bytes. */
export type MllpOutcome =
  /** One message, without its frame. `closed` false: the frame ended without its last carriage return. */
  | { readonly kind: 'frame'; readonly bytes: Buffer; readonly closed: boolean }
  /** A frame grew beyond the limit and was thrown away; the stream goes on after its end. */
  | { readonly kind: 'overlong' }
  /** A frame began inside another: the first was cut, and is thrown away. */
  | { readonly kind: 'truncated'; readonly sizeBytes: number };

/**
 * Finds messages in a TCP stream: `0x0B` message `0x1C 0x0D`.
 *
 * Works on bytes, whatever the chunks: several frames in one, one frame over many. Bytes outside a frame are ignored. It keeps no time:
 * when a peer falls silent after `0x1C`, call `flush`.
 *
 * @see HL7 v2.5.1 Implementation Guide, appendix C: Minimal Lower Layer Protocol
 */
export class MllpFramer {
  private state: 'outside' | 'inside' | 'skipping' = 'outside';
  private held = Buffer.alloc(0);
  private size = 0;
  /** The last byte seen was `0x1C`: the next one tells an end of frame. */
  private ending = false;

  constructor(private readonly maxFrameBytes = 50 * 1024 * 1024) {}

  /** Bytes of a frame that has begun and not ended. */
  get pendingBytes(): number {
    return this.size;
  }

  /** True when the peer has sent `0x1C` and not yet the carriage return that must follow. */
  get awaitsReturn(): boolean {
    return this.ending && this.state === 'inside';
  }

  push(chunk: Buffer): readonly MllpOutcome[] {
    const outcomes: MllpOutcome[] = [];
    let at = 0;
    while (at < chunk.length) at = this.state === 'outside' ? this.seek(chunk, at) : this.take(chunk, at, outcomes);
    return outcomes;
  }

  /** Ends a frame whose carriage return did not come. Gives nothing when no frame waits for it. */
  flush(): MllpOutcome | undefined {
    if (!this.awaitsReturn) return undefined;
    const outcome: MllpOutcome = { kind: 'frame', bytes: this.release(), closed: false };
    this.state = 'outside';
    return outcome;
  }

  private seek(chunk: Buffer, at: number): number {
    const start = chunk.indexOf(START, at);
    if (start === -1) return chunk.length;
    this.state = 'inside';
    return start + 1;
  }

  /** Takes bytes up to the next one that may matter, and acts on it. */
  private take(chunk: Buffer, at: number, outcomes: MllpOutcome[]): number {
    if (this.ending) return this.decide(chunk, at, outcomes);
    const end = chunk.indexOf(END, at);
    const restart = chunk.subarray(at, end === -1 ? chunk.length : end).indexOf(START);
    if (restart !== -1) {
      // Kept before it is thrown away: what came in one piece is as overlong as what came in several.
      this.append(chunk.subarray(at, at + restart), outcomes);
      if (this.state === 'inside') outcomes.push({ kind: 'truncated', sizeBytes: this.size });
      this.release();
      this.state = 'inside';
      return at + restart + 1;
    }
    this.append(chunk.subarray(at, end === -1 ? chunk.length : end), outcomes);
    this.ending = end !== -1;
    return end === -1 ? chunk.length : end + 1;
  }

  private decide(chunk: Buffer, at: number, outcomes: MllpOutcome[]): number {
    const next = chunk[at];
    if (next !== CR && next !== START) {
      this.ending = false;
      this.append(Buffer.of(END), outcomes);
      return at;
    }
    if (this.state === 'inside') outcomes.push({ kind: 'frame', bytes: this.release(), closed: next === CR });
    else this.release();
    this.state = 'outside';
    return next === CR ? at + 1 : at;
  }

  private append(bytes: Buffer, outcomes: MllpOutcome[]): void {
    if (this.state === 'skipping' || bytes.length === 0) return;
    if (this.size + bytes.length > this.maxFrameBytes) {
      outcomes.push({ kind: 'overlong' });
      this.release();
      this.state = 'skipping';
      return;
    }
    if (this.size + bytes.length > this.held.length) {
      // Doubling keeps a peer that sends byte by byte from costing more than it sends.
      const grown = Buffer.allocUnsafe(Math.max(bytes.length + this.size, this.held.length * 2));
      this.held.copy(grown, 0, 0, this.size);
      this.held = grown;
    }
    bytes.copy(this.held, this.size);
    this.size += bytes.length;
  }

  private release(): Buffer {
    const bytes = this.held.subarray(0, this.size);
    this.held = Buffer.alloc(0);
    this.size = 0;
    this.ending = false;
    return bytes;
  }
}

/**
 * Puts a message in an MLLP frame.
 *
 * @throws {MalformedInput} The message holds a byte that frames: `0x0B` or `0x1C`.
 */
export function encodeFrame(message: Uint8Array): Buffer {
  if (message.includes(START) || message.includes(END)) throw new MalformedInput('A message may not hold a framing byte');
  return Buffer.concat([Buffer.of(START), message, Buffer.of(END, CR)]);
}
