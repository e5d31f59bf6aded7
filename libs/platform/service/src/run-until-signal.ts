import { PlatformError } from '@segur/errors';
import type { Log } from '@segur/telemetry';
import { endWithOwner } from './end-with-owner.js';

/** Something that was started and is to be closed in order. */
export interface Running {
  close(): Promise<void>;
}

const WATCH_MS = 300;
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Runs an application until SIGINT or SIGTERM, then closes it in order and ends the process.
 *
 * Where `SEGUR_OWNED` is set it also ends, at once, when its standard input closes: its owner is gone.
 * A second signal, or `shutdownMs` without an end, ends it at once: what was accepted is durable, and the next start goes on with it.
 *
 * @param start - Called once. What it throws ends the process with one sentence on standard error.
 */
export async function runUntilSignal(log: Log, shutdownMs: number, start: () => Promise<Running>): Promise<void> {
  let running: Running | undefined;
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info('service-stopping', { signal });
    setTimeout(() => process.exit(1), shutdownMs).unref();
    // A signal during the start waits for it: half-started pieces have no order to be closed in.
    if (running) void close(running);
  };
  const close = (service: Running) =>
    service.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('service-stop-failed', {}, error);
        process.exit(1);
      },
    );
  for (const signal of SIGNALS) process.on(signal, () => stop(signal));
  endWithOwner();
  watchNpm(() => stop('npm-gone'));
  try {
    running = await start();
    if (stopping) await close(running);
  } catch (error) {
    console.error(sentence(error));
    process.exit(1);
  }
}

/** npm passes a signal to the shell that it started, not to us: the shell dies, and we would stay behind as nobody's child. */
function watchNpm(gone: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    gone();
  }, WATCH_MS).unref();
}

/** One clear sentence for whoever typed the command. Bugs keep their stack. */
export function sentence(error: unknown): string {
  if (error instanceof PlatformError) return `${error.code}: ${error.message}`;
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use: another platform may be running; else set HTTP_PORT, MLLP_PORT or the SANDBOX_*_PORT to a free one.`;
  if (code === 'EACCES') return `Port ${port} may not be opened by this user: choose one above 1023.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
