import type { EventBus } from '@segur/event-bus';
import type { EventEnvelope } from '@segur/events';
import type { Log } from '@segur/telemetry';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ContextDatabase } from '../database/context-database.js';
import { toDatabaseError } from '../database/database-errors.js';
import { WakeSession } from './wake-session.js';

const BATCH = 500;
/** After a batch, others are gathered for this long: at 500 facts a second, batches of ten cost a fifth of batches of one. */
const LINGER_MS = 15;
/** How long a relay looks again by itself before it waits to be notified. */
const AWAKE_MS = 30;
const POLL_MS = 1000;
const MAX_BACKOFF_MS = 5000;
const FLUSH_WITHIN_MS = 5000;

interface Pending {
  readonly seq: string;
  readonly envelope: EventEnvelope;
}

/**
 * Carries one schema's facts from its outbox to the bus, in order, at least once.
 *
 * Of all processes only one relays a schema; when it dies, its lock dies with it, and another goes on within a second. Facts are
 * marked, never skipped past: a fact committed late is found later. Outages of PostgreSQL and of the bus are ridden out.
 */
export class OutboxRelay {
  private session: WakeSession | undefined;
  private running: Promise<void> | undefined;
  private stopping = false;
  private leading = false;
  private rounds: (() => void)[] = [];
  private backoffMs = 0;
  private pausing = new AbortController();

  constructor(
    private readonly databaseUrl: string,
    private readonly database: ContextDatabase,
    private readonly bus: EventBus,
    private readonly log: Log,
  ) {}

  /** Starts relaying, or waiting for the relay that leads to die. */
  start(): void {
    this.stopping = false;
    this.pausing = new AbortController();
    this.running ??= this.run();
  }

  /** Relays what is committed once more, then gives the lead away. Gives up after 5 s: the next relay goes on. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.pausing.abort();
    this.session?.wake();
    await Promise.race([this.running, sleep(FLUSH_WITHIN_MS, undefined, { ref: false })]);
    // What hangs in the bus would hold the lead for as long.
    await this.session?.close();
    this.running = undefined;
  }

  /** Resolves once what was committed before the call has been relayed by this process. It waits through outages. */
  async flush(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.rounds.push(resolve);
      this.session?.wake();
    });
  }

  /** True if this process relays the schema. */
  isLeading(): boolean {
    return this.leading;
  }

  /** Age of the oldest fact that waits, in seconds; 0 when none does. The thing to alert on. @throws {DatabaseUnavailable} */
  async oldestSeconds(): Promise<number> {
    const [row] = await this.database.queryWithoutTenant<{ age: number | null }>('SELECT outbox_oldest() AS age');
    return row?.age ?? 0;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      try {
        this.session = await WakeSession.open(this.databaseUrl, this.database.context, 'outbox');
        await this.follow(this.session);
        await this.relay(this.session);
      } catch (error) {
        await this.backOff('outbox-relay-interrupted', toDatabaseError(error));
      } finally {
        this.leading = false;
        await this.session?.close();
        this.session = undefined;
      }
    }
  }

  private async follow(session: WakeSession): Promise<void> {
    while (!this.stopping && !(this.leading = await session.lead())) await session.wait(POLL_MS);
  }

  private async relay(session: WakeSession): Promise<void> {
    let idleSince = 0;
    while (this.leading) {
      const last = this.stopping;
      const waiting = this.rounds.splice(0);
      await session.stayAwake();
      const carried = await this.carry(session);
      if (carried === undefined || carried === BATCH) this.rounds.unshift(...waiting);
      else waiting.forEach((done) => done());
      if (last && carried !== BATCH) return;

      if (carried !== 0) idleSince = performance.now();
      if (carried === BATCH || carried === undefined) continue;
      if (performance.now() - idleSince < AWAKE_MS) await session.wait(LINGER_MS);
      else await this.doze(session);
    }
  }

  /** One more look after writers were told to notify: one of them may have written just before. */
  private async doze(session: WakeSession): Promise<void> {
    await session.fallAsleep();
    if ((await this.carry(session)) === 0 && !this.stopping) await session.wait(POLL_MS);
  }

  /** @returns How many facts went, or `undefined` if the bus took none. */
  private async carry(session: WakeSession): Promise<number | undefined> {
    const pending = await session.query<Pending>('pending', 'SELECT seq, envelope FROM outbox_pending($1)', [BATCH]);
    if (pending.length === 0) return 0;
    try {
      await this.bus.append(pending.map(({ envelope }) => envelope));
    } catch (error) {
      await this.backOff('outbox-append-failed', error);
      return undefined;
    }
    this.backoffMs = 0;
    await session.query('mark', 'SELECT outbox_mark($1)', [pending.map(({ seq }) => seq)]);
    return pending.length;
  }

  private async backOff(what: string, error: unknown): Promise<void> {
    this.backoffMs = Math.min(MAX_BACKOFF_MS, Math.max(100, this.backoffMs * 2));
    if (this.stopping) {
      this.leading = false;
      return;
    }
    this.log.warn(what, { context: this.database.context.context, delayMs: this.backoffMs }, error);
    await sleep(this.backoffMs, undefined, { signal: this.pausing.signal, ref: false }).catch(() => undefined);
  }
}
