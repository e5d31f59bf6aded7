import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { decodeAck, decodeMessage, encodeFrame, Hl7DecodingError, MllpFramer, type ReceivedAck } from '@segur/hl7v2';
import type { SglAccess } from './sgl-endpoints.js';

/** What came of one message. */
export type LineAnswer =
  | { readonly kind: 'answered'; readonly ack: ReceivedAck }
  /** Nobody took the message, or nobody said so: it is sent again under the same number. */
  | { readonly kind: 'unanswered'; readonly code: 'sgl-unreachable' | 'sgl-tls-failed' | 'sgl-answer-lost' | 'sgl-answer-late' };

/** Timing of a line. */
export interface LineLimits {
  /** How long the peer may take to connect, and then to answer. */
  readonly answerMs: number;
  /** A connection on which nothing is sent for so long is closed. */
  readonly idleMs: number;
}

const MAX_CONNECT_MS = 10_000;
const MAX_ANSWER_BYTES = 1024 * 1024;

/** Somebody waits for the answer to one message. */
interface Exchange {
  readonly controlId: string;
  readonly settle: (answer: LineAnswer) => void;
}

/**
 * One kept MLLP connection to one peer: a message, its answer, the next message.
 *
 * A connection that was kept may have died unseen: then the message is sent once more over a new one, at once.
 */
export class MllpLine {
  private socket: Socket | undefined;
  private exchange: Exchange | undefined;
  private closed = false;

  constructor(
    private readonly access: SglAccess,
    private readonly limits: LineLimits,
  ) {}

  /** Never rejects. One message at a time: the caller waits for its answer before the next. */
  async send(message: Buffer, controlId: string): Promise<LineAnswer> {
    const kept = this.socket !== undefined;
    const answer = await this.tell(message, controlId);
    const stale = kept && !this.closed && answer.kind === 'unanswered' && answer.code === 'sgl-answer-lost';
    return stale ? this.tell(message, controlId) : answer;
  }

  /** Hangs up; a message that waits for its answer is left without. */
  close(): void {
    this.closed = true;
    this.socket?.destroy();
  }

  private tell(message: Buffer, controlId: string): Promise<LineAnswer> {
    return new Promise((resolve) => {
      const settle = (answer: LineAnswer) => {
        clearTimeout(late);
        this.exchange = undefined;
        // What comes after would be taken for the answer to the next message.
        if (answer.kind === 'unanswered') this.socket?.destroy();
        resolve(answer);
      };
      const late = setTimeout(() => settle({ kind: 'unanswered', code: 'sgl-answer-late' }), this.limits.answerMs);
      this.exchange = { controlId, settle };
      const socket = this.socket ?? this.open();
      socket.write(encodeFrame(message));
    });
  }

  /** What is written before the connection stands leaves once it does. */
  private open(): Socket {
    const { host, port, tls } = this.access;
    const socket = tls ? connectTls({ host, port, ...tls }) : connect({ host, port });
    this.socket = socket;
    const framer = new MllpFramer(MAX_ANSWER_BYTES);
    let stands = false;
    const unreached = setTimeout(() => socket.destroy(), Math.min(this.limits.answerMs, MAX_CONNECT_MS));
    socket.setNoDelay(true);
    socket.setKeepAlive(true, 30_000);
    socket.setTimeout(this.limits.idleMs, () => {
      if (!this.exchange) socket.end();
    });
    socket.once(tls ? 'secureConnect' : 'connect', () => {
      stands = true;
      clearTimeout(unreached);
    });
    socket.on('data', (chunk: Buffer) => {
      for (const outcome of framer.push(chunk)) if (outcome.kind === 'frame') this.take(outcome.bytes);
    });
    let refused = false;
    socket.on('error', (error) => (refused = /^(ERR_SSL|ERR_TLS|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO)/.test(codeOf(error))));
    socket.on('close', () => {
      clearTimeout(unreached);
      if (this.socket === socket) this.socket = undefined;
      const reason = refused ? 'sgl-tls-failed' : stands ? 'sgl-answer-lost' : 'sgl-unreachable';
      this.exchange?.settle({ kind: 'unanswered', code: reason });
    });
    // The peer may close its side at leisure; the next message finds that out.
    socket.on('end', () => {
      if (this.socket === socket && !this.exchange) this.socket = undefined;
    });
    return socket;
  }

  /** An answer to another message, or none that can be read, is not what is waited for. */
  private take(bytes: Buffer): void {
    const ack = readAck(bytes);
    if (!ack || !this.exchange) return;
    if (ack.controlId === this.exchange.controlId || ack.controlId === '') this.exchange.settle({ kind: 'answered', ack });
  }
}

function readAck(bytes: Buffer): ReceivedAck | undefined {
  try {
    return decodeAck(decodeMessage(bytes));
  } catch (error) {
    if (!(error instanceof Hl7DecodingError)) throw error;
    return undefined;
  }
}

function codeOf(error: Error): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}
