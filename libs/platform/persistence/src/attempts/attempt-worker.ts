import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '@segur/clock';
import type { Log } from '@segur/telemetry';
import type { ContextDatabase } from '../database/context-database.js';
import { DatabaseUnavailable, toDatabaseError } from '../database/database-errors.js';
import { failureOf } from '../messaging/handling-failures.js';
import { WakeSession } from '../messaging/wake-session.js';
import { AttemptLedger, type LeasedClaim } from './attempt-ledger.js';
import type { AttemptClaim, AttemptOutcome, AttemptWork } from './attempt-work.js';
import { retryAt } from './retry-at.js';

/** How much a worker takes on. */
export interface AttemptWorkerOptions {
  /** Attempts at the same time in this process. Default 8. */
  readonly concurrency?: number;
  /** How often it looks for what became due by itself: retries. New attempts wake it. Default 1000. */
  readonly pollMs?: number;
  /** How long a claim outlives the process that made it. Renewed while it runs. Default 60 000. */
  readonly leaseMs?: number;
}

const LINGER_MS = 10;
const AWAKE_MS = 30;
const MAX_BACKOFF_MS = 5000;

/** Makes the attempts of one context that are due, several at a time. Any number of workers, in any number of processes, share them. */
export class AttemptWorker {
  private readonly ledger: AttemptLedger;
  private readonly concurrency: number;
  private readonly pollMs: number;
  private readonly leaseMs: number;
  private readonly running = new Set<Promise<void>>();
  private queue: LeasedClaim[] = [];
  /** Of what is in the queue, or under way. */
  private readonly held = new Set<LeasedClaim>();
  private session: WakeSession | undefined;
  private loop: Promise<void> | undefined;
  private renewing: NodeJS.Timeout | undefined;
  private stopping = false;
  private pausing = new AbortController();

  constructor(
    private readonly databaseUrl: string,
    private readonly database: ContextDatabase,
    private readonly work: AttemptWork,
    private readonly clock: Clock,
    private readonly log: Log,
    options: AttemptWorkerOptions = {},
  ) {
    this.ledger = new AttemptLedger(database);
    this.concurrency = options.concurrency ?? 8;
    this.pollMs = options.pollMs ?? 1000;
    this.leaseMs = options.leaseMs ?? 60_000;
  }

  start(): void {
    this.stopping = false;
    this.pausing = new AbortController();
    this.loop ??= this.run();
    this.renewing ??= setInterval(() => void this.renew(), this.leaseMs / 3).unref();
  }

  /** Takes no more, gives back what has not begun, and waits for what has. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.pausing.abort();
    this.session?.wake();
    await this.loop;
    this.loop = undefined;
    const untouched = this.queue.splice(0);
    for (const claim of untouched) this.held.delete(claim);
    await Promise.all(untouched.map((claim) => this.ledger.release(claim, this.clock.now()).catch(() => undefined)));
    await Promise.all(this.running);
    clearInterval(this.renewing);
    this.renewing = undefined;
  }

  private async run(): Promise<void> {
    for (let backoffMs = 100; !this.stopping; backoffMs = Math.min(MAX_BACKOFF_MS, backoffMs * 2)) {
      try {
        this.session = await WakeSession.open(this.databaseUrl, this.database.context, 'attempt');
        backoffMs = 100;
        await this.take(this.session);
      } catch (error) {
        this.log.warn(
          'attempt-worker-interrupted',
          { context: this.database.context.context, delayMs: backoffMs },
          toDatabaseError(error),
        );
        await sleep(backoffMs, undefined, { signal: this.pausing.signal, ref: false }).catch(() => undefined);
      } finally {
        await this.session?.close();
        this.session = undefined;
      }
    }
  }

  private async take(session: WakeSession): Promise<void> {
    let idleSince = 0;
    while (!this.stopping) {
      await session.stayAwake();
      const claimed = await this.fill();
      if (claimed > 0) idleSince = performance.now();
      if (performance.now() - idleSince < AWAKE_MS) await session.wait(LINGER_MS);
      else await this.doze(session);
    }
  }

  /** One more look after writers were told to notify: one of them may have written just before. */
  private async doze(session: WakeSession): Promise<void> {
    await session.fallAsleep();
    if ((await this.fill()) === 0 && !this.stopping) await session.wait(this.pollMs);
  }

  /** Claims ahead, so that a worker whose calls are short does not wait for the database between two of them. */
  private async fill(): Promise<number> {
    const wanted = 2 * this.concurrency - this.running.size - this.queue.length;
    if (wanted < this.concurrency / 2) return 0;
    const claims = await this.ledger.claim(this.clock.now(), this.leasedUntil(), wanted);
    this.queue.push(...claims);
    for (const claim of claims) this.held.add(claim);
    this.begin();
    return claims.length;
  }

  private begin(): void {
    while (!this.stopping && this.running.size < this.concurrency) {
      const claim = this.queue.shift();
      if (!claim) return;
      const attempt: Promise<void> = this.attempt(claim).finally(() => {
        this.running.delete(attempt);
        this.held.delete(claim);
        this.begin();
        if (this.queue.length === 0) this.session?.wake();
      });
      this.running.add(attempt);
    }
  }

  private async attempt(claim: LeasedClaim): Promise<void> {
    const { tenantId, subjectId, number } = claim;
    const fields = { tenantId, subjectId, attempt: number };
    try {
      await this.writeOff(claim, await this.call({ tenantId, subjectId, number }));
    } catch (error) {
      // Nothing could be written: the claim comes back when its lease has passed.
      this.log[error instanceof DatabaseUnavailable ? 'warn' : 'error']('attempt-not-written-off', fields, error);
    }
  }

  private async call(claim: AttemptClaim): Promise<AttemptOutcome | { outcome: 'hopeless'; errorCode: string }> {
    try {
      return await this.work.attempt(claim);
    } catch (error) {
      if (error instanceof DatabaseUnavailable) throw error;
      const { code, kind, isBug } = failureOf(error);
      const fields = { tenantId: claim.tenantId, subjectId: claim.subjectId, attempt: claim.number };
      this.log[isBug ? 'error' : 'warn']('attempt-failed', fields, error);
      return { outcome: kind === 'unavailable' ? 'retry' : 'hopeless', errorCode: code };
    }
  }

  private async writeOff(claim: LeasedClaim, result: Awaited<ReturnType<AttemptWorker['call']>>): Promise<void> {
    const at = this.clock.now();
    if (result.outcome === 'postponed') return this.ledger.release(claim, new Date(at.getTime() + result.byMs));
    if (result.outcome === 'done') return this.ledger.end(claim, { outcome: 'DONE', at });
    if (result.outcome === 'given-up') return this.ledger.end(claim, { outcome: 'GIVEN_UP', at });
    const { errorCode } = result;
    const next = result.outcome === 'retry' ? retryAt(claim.number, at) : undefined;
    if (next) return this.ledger.end(claim, { retryAt: next, errorCode });
    const { tenantId, subjectId, number } = claim;
    await this.work.givenUp({ tenantId, subjectId, number }, errorCode);
    await this.ledger.end(claim, { outcome: 'GIVEN_UP', at, errorCode });
  }

  private leasedUntil(): Date {
    return new Date(this.clock.now().getTime() + this.leaseMs);
  }

  private async renew(): Promise<void> {
    if (this.held.size === 0) return;
    const leases = new Set([...this.held].map(({ lease }) => lease));
    const fields = { context: this.database.context.context };
    await this.ledger
      .renew(this.leasedUntil(), leases)
      .catch((error: unknown) => this.log.warn('lease-not-renewed', fields, error));
  }
}
