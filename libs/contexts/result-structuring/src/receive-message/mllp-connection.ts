import type { Socket } from 'node:net';
import { encodeFrame, MllpFramer, type MllpOutcome } from '@segur/hl7v2';

/** What a connection does with what comes in. */
export interface FrameHandler {
  /** The acknowledgements to send, maybe none, or `undefined` to hang up: the bytes were no message. */
  receive(bytes: Buffer): Promise<readonly Buffer[] | undefined>;
  /** The answer to a frame that was too long to be kept. */
  refuseOverlong(): Buffer;
}

/** Timing and size of a connection. */
export interface ConnectionLimits {
  readonly idleMs: number;
  readonly maxFrameBytes: number;
}

// Some senders leave out the carriage return that ends a frame; after so long it will not come.
const LATE_RETURN_MS = 500;

/**
 * One MLLP connection: frames in, acknowledgements out, one message in flight.
 *
 * While a message is being stored the socket is not read, so a sender that does not wait for its acknowledgement is held back by TCP
 * and never fills our memory. Acknowledgements leave in the order of the messages.
 */
export class MllpConnection {
  private readonly framer: MllpFramer;
  private readonly waiting: MllpOutcome[] = [];
  private working: Promise<void> | undefined;
  private lateReturn: NodeJS.Timeout | undefined;
  private ending = false;

  constructor(
    private readonly socket: Socket,
    private readonly handler: FrameHandler,
    limits: ConnectionLimits,
  ) {
    this.framer = new MllpFramer(limits.maxFrameBytes);
    socket.setNoDelay(true);
    socket.setTimeout(limits.idleMs, () => this.end());
    // The peer is gone: what was stored stays stored, and the sender will send it again and get the same answer.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => clearTimeout(this.lateReturn));
    socket.on('data', (chunk: Buffer) => this.take(this.framer.push(chunk)));
  }

  /** Hangs up as soon as the message in flight is acknowledged. */
  end(): void {
    this.ending = true;
    if (!this.working) this.socket.end();
  }

  /** Hangs up now, whatever the peer does: for one that does not close its side. */
  cut(): void {
    this.socket.destroySoon();
  }

  /** Resolves when nothing is in flight. */
  async settled(): Promise<void> {
    await this.working;
  }

  private take(outcomes: readonly MllpOutcome[]): void {
    clearTimeout(this.lateReturn);
    if (this.framer.awaitsReturn) this.lateReturn = setTimeout(() => this.flush(), LATE_RETURN_MS);
    if (outcomes.length === 0) return;
    this.waiting.push(...outcomes);
    this.working ??= this.work().finally(() => (this.working = undefined));
  }

  private flush(): void {
    const outcome = this.framer.flush();
    if (outcome) this.take([outcome]);
  }

  private async work(): Promise<void> {
    this.socket.pause();
    for (let outcome = this.waiting.shift(); outcome && !this.ending; outcome = this.waiting.shift()) {
      const answers = await this.answersTo(outcome);
      if (answers === 'hang-up') this.ending = true;
      else if (answers.length > 0 && !this.socket.destroyed) this.socket.write(Buffer.concat(answers.map(encodeFrame)));
    }
    if (this.ending) this.socket.end();
    else this.socket.resume();
  }

  private async answersTo(outcome: MllpOutcome): Promise<readonly Buffer[] | 'hang-up'> {
    if (outcome.kind === 'overlong') return [this.handler.refuseOverlong()];
    // A cut frame has no control id to answer to; its sender sees no acknowledgement and sends it again.
    if (outcome.kind === 'truncated') return [];
    return (await this.handler.receive(outcome.bytes)) ?? 'hang-up';
  }
}
