import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { ChildOrder } from './fuzz-child.js';
import type { CaseResult } from './run-case.js';

/** A case that did not end as it must. */
export interface Failure {
  readonly reader: string;
  readonly number: number;
  readonly origin: string;
  /** `hung`: killed at the limit. `died`: the process ended, mostly for want of memory. */
  readonly kind: 'broke' | 'slow' | 'greedy' | 'hung' | 'died';
  readonly what: string;
}

/** What came of the cases of one reader. */
export interface ReaderSummary {
  readonly reader: string;
  readonly cases: number;
  readonly read: number;
  readonly refused: number;
  readonly slowestMs: number;
  /** Case that took `slowestMs`. */
  readonly slowest: number;
  readonly peakMb: number;
  readonly failures: readonly Failure[];
}

/** An order to one reader, and how long one case may take by the clock. */
export interface ReaderOrder extends ChildOrder {
  /** `fuzz-child.js`, compiled. */
  readonly program: string;
  readonly hangMs: number;
}

type Line = { readonly begun: number; readonly origin: string } | { readonly ended: number; readonly result: CaseResult };

// More than any reader needs at its limits; less than a machine has.
const HEAP_MB = 1024;

/** Runs the cases of one reader in processes of their own; after a death, a new one goes on with the next case. */
export async function fuzzReader(order: ReaderOrder): Promise<ReaderSummary> {
  const summary = { reader: order.reader, cases: 0, read: 0, refused: 0, slowestMs: 0, slowest: order.from, peakMb: 0 };
  const failures: Failure[] = [];
  let from = order.from;
  while (from < order.to) {
    let running: { number: number; origin: string } | undefined;
    const end = await runChild({ ...order, from }, (line) => {
      if ('begun' in line) {
        running = { number: line.begun, origin: line.origin };
        return;
      }
      summary.cases += 1;
      const { ended: number, result } = line;
      summary.peakMb = Math.max(summary.peakMb, result.peakMb);
      if (result.cpuMs > summary.slowestMs) Object.assign(summary, { slowestMs: result.cpuMs, slowest: number });
      if ('what' in result) {
        failures.push({ reader: order.reader, number, origin: running?.origin ?? '', kind: result.outcome, what: result.what });
      } else summary[result.outcome] += 1;
      from = number + 1;
      running = undefined;
    });
    if (end === 'done') break;
    if (!running) throw new Error(`The process of ${order.reader} ended between two cases: ${end.what}`);
    failures.push({ reader: order.reader, ...running, ...end });
    summary.cases += 1;
    from = running.number + 1;
  }
  return { ...summary, failures };
}

type ChildEnd = 'done' | Pick<Failure, 'kind' | 'what'>;

async function runChild(order: ReaderOrder, onLine: (line: Line) => void): Promise<ChildEnd> {
  const child = spawn(
    process.execPath,
    [
      '--enable-source-maps',
      '--disable-warning=ExperimentalWarning',
      `--max-old-space-size=${HEAP_MB}`,
      order.program,
      JSON.stringify(order),
    ],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const said: Buffer[] = [];
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk));
  const watch = new Watch(child, order.hangMs);
  const lines = createInterface({ input: child.stdio[3] as Readable });
  lines.on('line', (text) => {
    const line = JSON.parse(text) as Line;
    watch.restart('begun' in line);
    onLine(line);
  });
  const [[code, signal]] = await Promise.all([
    new Promise<[number | null, NodeJS.Signals | null]>((resolve) => child.once('close', (...ended) => resolve(ended))),
    new Promise<void>((resolve) => lines.once('close', resolve)),
  ]);
  watch.stop();
  if (watch.killed) return { kind: 'hung', what: `gave no answer in ${order.hangMs / 1000} s` };
  if (code === 0) return 'done';
  const words = /FATAL ERROR: .*|^\w*Error.*/m.exec(Buffer.concat(said).toString())?.[0] ?? '';
  return { kind: 'died', what: `ended with ${signal ?? `code ${code}`} ${words}`.trim() };
}

/** Kills a process that does not end its case in time. */
class Watch {
  killed = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly child: ChildProcess,
    private readonly limitMs: number,
  ) {}

  restart(running: boolean): void {
    clearTimeout(this.timer);
    if (running) this.timer = setTimeout(() => (this.killed = this.child.kill('SIGKILL')), this.limitMs);
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
