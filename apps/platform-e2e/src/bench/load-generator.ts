import { connect } from 'node:net';
import { encodeFrame } from '@segur/hl7v2';
import { bloodCountMessage } from './blood-count-message.js';

/** What the load generator is told, once. */
export interface LoadOrder {
  readonly port: number;
  readonly connections: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
  /** Six characters that no other run has. */
  readonly run: string;
}

/** What it answers: when the measure begins, and what it saw at the end. */
export type LoadReport =
  | { readonly at: 'begin' }
  | {
      readonly at: 'end';
      readonly acknowledged: number;
      readonly refused: number;
      readonly latenciesMs: readonly number[];
      readonly elapsedMs: number;
    };

const CONTROL_ID_DIGITS = 8;

/** One message, of which only the number changes: the generator must cost as little as it can. */
class NumberedFrame {
  private readonly frame: Buffer;
  private readonly places: readonly number[];

  constructor(run: string) {
    const { controlId, bytes } = bloodCountMessage(run, 0);
    this.frame = encodeFrame(bytes);
    const places: number[] = [];
    for (let at = this.frame.indexOf(controlId); at !== -1; at = this.frame.indexOf(controlId, at + 1))
      places.push(at + run.length);
    this.places = places;
  }

  numbered(number: number): Buffer {
    const digits = String(number).padStart(CONTROL_ID_DIGITS, '0');
    const copy = Buffer.from(this.frame);
    for (const at of this.places) copy.write(digits, at, 'latin1');
    return copy;
  }
}

// It ends when the one who asked hangs up: after the last report was read, or because that process is gone.
process.once('disconnect', () => process.exit());
process.once('message', (order: LoadOrder) => void generate(order));

async function generate({ port, connections, warmUpMs, measureMs, run }: LoadOrder): Promise<void> {
  const frame = new NumberedFrame(run);
  const latenciesMs: number[] = [];
  let [next, refused] = [0, 0];
  let state: 'warming-up' | 'measuring' | 'done' = 'warming-up';
  const flow = () =>
    new Promise<void>((resolve, reject) => {
      let sentAt = 0;
      const socket = connect(port, '127.0.0.1').setNoDelay(true);
      const send = () => {
        if (state === 'done') return socket.end(resolve);
        sentAt = performance.now();
        socket.write(frame.numbered((next += 1)));
      };
      socket.once('connect', send).once('error', reject);
      // An acknowledgement comes in one piece here: it is short, and one at a time.
      socket.on('data', (answer) => {
        if (!answer.includes('MSA|AA|')) refused += 1;
        else if (state === 'measuring') latenciesMs.push(performance.now() - sentAt);
        send();
      });
    });
  const flows = Array.from({ length: connections }, flow);
  setTimeout(() => {
    state = 'measuring';
    const begunAt = performance.now();
    tell({ at: 'begin' });
    setTimeout(() => {
      state = 'done';
      tell({ at: 'end', acknowledged: latenciesMs.length, refused, latenciesMs, elapsedMs: performance.now() - begunAt });
    }, measureMs);
  }, warmUpMs);
  await Promise.all(flows);
}

function tell(report: LoadReport): void {
  process.send?.(report);
}
