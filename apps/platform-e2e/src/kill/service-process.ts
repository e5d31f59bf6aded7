import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = join(import.meta.dirname, '../../../..');
const READY_WITHIN_MS = 60_000;

/** One application to run: which one, and with what settings. */
export interface ServiceOptions {
  /** Folder under `apps`; its build is run. */
  readonly app: string;
  /** Settings, `HTTP_PORT` among them. Nothing else is inherited but `PATH`. */
  readonly env: Readonly<Record<string, string>> & { readonly HTTP_PORT: string };
  /** Its output is added to this file. */
  readonly logFile: string;
  /** Answers 200 once it can be sent work. Default `/health/ready`. */
  readonly readyPath?: string;
  /** Options of Node itself. */
  readonly nodeOptions?: readonly string[];
}

/** A built application as a process of its own, which can be killed and started again with the same settings. */
export class ServiceProcess {
  private child: ChildProcess | undefined;

  constructor(private readonly options: ServiceOptions) {}

  get url(): string {
    return `http://127.0.0.1:${this.options.env.HTTP_PORT}`;
  }

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  /** Resolves when it says that it is ready. @throws {Error} It ended, or was not ready in time; the end of its log is in the message. */
  async start(): Promise<void> {
    const output = openSync(this.options.logFile, 'a');
    const main = join(root, 'apps', this.options.app, 'dist/main.js');
    this.child = spawn(process.execPath, ['--enable-source-maps', ...(this.options.nodeOptions ?? []), main], {
      env: { PATH: process.env['PATH'], SEGUR_OWNED: '1', ...this.options.env },
      // It ends when its standard input closes: with us, however we end.
      stdio: ['pipe', output, output],
    });
    closeSync(output);
    const until = performance.now() + READY_WITHIN_MS;
    while (!(await this.isReady())) {
      if (!this.isRunning() || performance.now() > until)
        throw new Error(`${this.options.app} did not start: ${await this.lastWords()}`);
      await sleep(50);
    }
  }

  /** As a power cut would. Resolves once the process is gone. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const { child } = this;
    if (!child || !this.isRunning()) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  }

  isRunning(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  async isReady(): Promise<boolean> {
    return fetch(this.url + (this.options.readyPath ?? '/health/ready')).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  /** The end of its log. */
  async lastWords(): Promise<string> {
    return (await readFile(this.options.logFile, 'utf8')).slice(-3000);
  }
}
