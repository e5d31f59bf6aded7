import { setTimeout as wait } from 'node:timers/promises';
import { PlatformError } from '@segur/errors';

/** Looks at one thing. Failing is answering `false`, throwing, or taking more than two seconds. */
export type HealthCheck = () => boolean | void | Promise<boolean | void>;

/** What one check found. */
export interface CheckResult {
  readonly name: string;
  readonly status: 'ok' | 'failing';
  /** Why, where one of our errors says so; messages are not shown to whoever may ask. */
  readonly code?: string;
}

const CHECK_LIMIT_MS = 2_000;

/** What this process depends on. Modules register their checks when they start. */
export class HealthRegistry {
  private readonly own = new Map<string, HealthCheck>();
  private readonly remote = new Map<string, HealthCheck>();
  private stopping = false;

  /**
   * Something of ours without which this process must not be sent work: own schema, migrations, bus, relay.
   *
   * @param name - Short and fixed, e.g. `dmp-feeding-database`. A second check of the same name replaces the first.
   */
  register(name: string, check: HealthCheck): void {
    this.own.set(name, check);
  }

  /** A remote system: shown in `/health/details`, and never a reason to be unready. Work for it waits in the database. */
  registerRemote(name: string, check: HealthCheck): void {
    this.remote.set(name, check);
  }

  /** From here on the process is unready, whatever its checks say. */
  beginShutdown(): void {
    this.stopping = true;
  }

  isStopping(): boolean {
    return this.stopping;
  }

  /** All checks of ours, at once, in the order of their registration. */
  checkOwn(): Promise<readonly CheckResult[]> {
    return runAll(this.own);
  }

  checkRemote(): Promise<readonly CheckResult[]> {
    return runAll(this.remote);
  }
}

function runAll(checks: ReadonlyMap<string, HealthCheck>): Promise<readonly CheckResult[]> {
  return Promise.all([...checks].map(([name, check]) => run(name, check)));
}

async function run(name: string, check: HealthCheck): Promise<CheckResult> {
  const limit = new AbortController();
  const tooLong = wait(CHECK_LIMIT_MS, false, { signal: limit.signal, ref: false }).catch(() => false);
  try {
    const passed = await Promise.race([(async () => check())(), tooLong]);
    return { name, status: passed === false ? 'failing' : 'ok' };
  } catch (error) {
    return { name, status: 'failing', ...(error instanceof PlatformError ? { code: error.code } : {}) };
  } finally {
    limit.abort();
  }
}
