import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { ServiceDidNotStart } from './service-did-not-start.js';

/** A service to run. */
export interface OwnedProcessOptions {
  readonly name: string;
  /** Module to run. */
  readonly script: string;
  readonly env: NodeJS.ProcessEnv;
  /** Answers 200 once the service can be sent work. */
  readonly readyUrl: string;
  /** Takes each line that it prints, and what is said about it. */
  readonly tell: (line: string) => void;
}

const READY_WITHIN_MS = 120_000;
const LOOK_EVERY_MS = 100;
const RESTART_AFTER_MS = 1_000;

/** A service as a process of ours: started again when it dies, and never outliving us. */
export class OwnedProcess {
  private child: ChildProcess | undefined;
  private gone: Promise<void> = Promise.resolve();
  private stopping = false;
  private wasReady = false;
  private lastLine = '';

  constructor(private readonly options: OwnedProcessOptions) {}

  get name(): string {
    return this.options.name;
  }

  /** Of the process that runs now; another one after a restart. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  /**
   * Resolves once it is ready.
   *
   * @throws {ServiceDidNotStart} It ended or was silent for two minutes. From its first readiness on, it is started again instead.
   */
  async start(): Promise<void> {
    this.launch();
    for (const until = performance.now() + READY_WITHIN_MS; !(await this.isReady()); await wait(LOOK_EVERY_MS)) {
      const ended = this.child === undefined;
      if (ended || performance.now() > until || this.stopping) {
        throw new ServiceDidNotStart(`${this.name} ${ended ? 'ended' : 'was not ready in time'}: ${this.lastLine}`);
      }
    }
    this.wasReady = true;
  }

  isReady(): Promise<boolean> {
    return fetch(this.options.readyUrl).then(
      async (response) => {
        await response.body?.cancel();
        return response.ok;
      },
      () => false,
    );
  }

  /** Asks it to close in order, and resolves once it is gone. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.child?.kill('SIGTERM');
    await this.gone;
  }

  private launch(): void {
    const { script, env } = this.options;
    const child = spawn(process.execPath, ['--enable-source-maps', '--disable-warning=TimeoutNegativeWarning', script], {
      // Its standard input closes when we are gone, however we went: then it ends too.
      env: { ...env, SEGUR_OWNED: 'true' },
      stdio: ['pipe', 'pipe', 'pipe'],
      // Ctrl-C reaches the whole process group of the terminal; the services are to be stopped in order, by us.
      detached: true,
    });
    for (const input of [child.stdout, child.stderr]) createInterface({ input }).on('line', (line) => this.say(line));
    // Written to by nobody; it breaks when the service dies.
    child.stdin.on('error', () => undefined);
    this.child = child;
    this.gone = new Promise((resolve) => {
      child.once('error', (error) => this.say(error.message));
      child.once('close', (code, signal) => {
        this.child = undefined;
        resolve();
        if (!this.stopping && this.wasReady) void this.restart(signal ?? `exit code ${code}`);
      });
    });
  }

  private async restart(end: string): Promise<void> {
    this.options.tell(`ended by itself (${end}): started again in ${RESTART_AFTER_MS / 1000} s`);
    await wait(RESTART_AFTER_MS);
    if (!this.stopping) this.launch();
  }

  private say(line: string): void {
    this.lastLine = line;
    this.options.tell(line);
  }
}
