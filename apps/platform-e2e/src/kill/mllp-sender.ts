import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { encodeFrame, MllpFramer } from '@segur/hl7v2';

const MAX_ACK_BYTES = 65_536;
const PAUSE_MS = 100;

/** The last answer to each message, and how often it was sent. */
export interface Delivered {
  readonly controlId: string;
  readonly ack: string;
  readonly tries: number;
}

/** How a sender sends. */
export interface SenderOptions {
  readonly port: number;
  /** It sends again after so long without an answer. */
  readonly ackTimeoutMs: number;
  /** It stops trying after so long: a message that is never accepted must end a test, not hang it. */
  readonly giveUpAfterMs: number;
}

/**
 * A laboratory's sender as HL7 wants it: one connection, one message at a time, and the same bytes again after a broken connection,
 * no answer, or `AR`.
 */
export class MllpSender {
  private socket: Socket | undefined;
  private answered: (ack: string) => void = () => undefined;
  private broken: (error: Error) => void = () => undefined;

  constructor(private readonly options: SenderOptions) {}

  /** Resolves once the message is answered by anything but `AR`. @throws {Error} It was not, for longer than one waits. */
  async deliver(controlId: string, bytes: Buffer): Promise<Delivered> {
    const until = performance.now() + this.options.giveUpAfterMs;
    for (let tries = 1; performance.now() < until; tries += 1) {
      const ack = await this.exchange(bytes).catch(() => undefined);
      if (ack?.controlId === controlId && ack.code !== 'AR') return { controlId, ack: ack.code, tries };
      // Whatever went wrong, an answer that is still on its way would be taken for the next one.
      this.hangUp();
      await sleep(PAUSE_MS);
    }
    throw new Error(`Message ${controlId} was not accepted`);
  }

  hangUp(): void {
    this.socket?.destroy();
    this.socket = undefined;
  }

  private async exchange(bytes: Buffer): Promise<{ readonly code: string; readonly controlId: string }> {
    const socket = (this.socket ??= this.open());
    const timer = setTimeout(() => this.broken(new Error('No answer')), this.options.ackTimeoutMs);
    try {
      const answer = new Promise<string>((resolve, reject) => {
        this.answered = resolve;
        this.broken = reject;
      });
      socket.write(encodeFrame(bytes));
      const [, code = '', controlId = ''] = /\rMSA\|(\w\w)\|([^|\r]*)/.exec(await answer) ?? [];
      return { code, controlId };
    } finally {
      clearTimeout(timer);
    }
  }

  private open(): Socket {
    const socket = connect(this.options.port, '127.0.0.1').setNoDelay(true);
    const framer = new MllpFramer(MAX_ACK_BYTES);
    // What a socket that was given up says later concerns nobody.
    const current = () => this.socket === socket;
    socket.on('data', (chunk: Buffer) => {
      for (const outcome of framer.push(chunk))
        if (outcome.kind === 'frame' && current()) this.answered(outcome.bytes.toString('utf8'));
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      if (!current()) return;
      this.socket = undefined;
      this.broken(new Error('Hung up'));
    });
    return socket;
  }
}
