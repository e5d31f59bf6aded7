import type { Clock } from '@segur/clock';
import type { Log } from '@segur/telemetry';
import type { ContextDatabase } from '../database/context-database.js';

const EVERY_MS = 60_000;
const BATCH = 5000;

/** How long a context remembers what is over. */
export interface Retention {
  /** Facts that were published. They live on in the event log. */
  readonly publishedMs: number;
  /** Handled events: longer than the event log may bring one again. */
  readonly handledMs: number;
  /** Attempts that ended. Their outcome lives in the context's own rows. */
  readonly attemptsMs: number;
}

/** Ten minutes, thirty days, thirty days. */
export const DEFAULT_RETENTION: Retention = { publishedMs: 600_000, handledMs: 30 * 86_400_000, attemptsMs: 30 * 86_400_000 };

/** Sweeps what a context no longer needs, each minute, a batch at a time. Several processes may sweep at once. */
export class Housekeeping {
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: ContextDatabase,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly retention: Retention = DEFAULT_RETENTION,
  ) {}

  start(): void {
    this.timer ??= setInterval(() => (this.sweeping = this.attemptSweep()), EVERY_MS).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    await this.sweeping;
  }

  /** @throws {DatabaseUnavailable} */
  async sweep(): Promise<void> {
    const before = (ms: number) => new Date(this.clock.now().getTime() - ms);
    while ((await this.count('SELECT outbox_sweep($1, $2) AS n', [before(this.retention.publishedMs), BATCH])) === BATCH);
    await this.count('SELECT inbox_sweep($1) AS n', [before(this.retention.handledMs)]);
    await this.count('SELECT attempt_sweep($1) AS n', [before(this.retention.attemptsMs)]);
  }

  private async attemptSweep(): Promise<void> {
    await this.sweep().catch((error: unknown) => this.log.warn('sweep-failed', { context: this.database.context.context }, error));
  }

  private async count(sql: string, parameters: readonly unknown[]): Promise<number> {
    const [row] = await this.database.queryWithoutTenant<{ n: string }>(sql, parameters);
    return Number(row?.n ?? 0);
  }
}
