import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '@segur/telemetry';
import type { Subscription } from '../event-bus.js';
import { HandlerSlots } from '../handler-slots.js';
import { KeyedDispatcher, type DispatcherOptions } from '../keyed-dispatcher.js';
import { LogSession } from './log-session.js';

/** How a member of a group reads the log. */
export interface PostgresGroupOptions extends Pick<DispatcherOptions, 'retryDelayMs'> {
  readonly databaseUrl: string;
  readonly subscription: Subscription;
  readonly concurrency: number;
  readonly windowEvents: number;
  readonly pollMs: number;
  readonly log: Log;
  readonly onConnection: (connected: boolean) => void;
}

/** A handled event is acknowledged this late at most; what a crash redelivers is what was handled meanwhile. */
const COMMIT_EVERY_MS = 100;
/** What is appended soon after a reading is read together. */
const READ_EVERY_MS = 10;
const STANDBY_EVERY_MS = 500;
const RECONNECT_MS = 250;

/** One member of one group: waits until it is the active one, then reads the log and has it handled. Reconnects for ever. */
export class PostgresGroup {
  private stopping = false;
  private active = false;
  private news = false;
  private wake: () => void = () => undefined;
  private onFirstTry: () => void = () => undefined;
  private running: Promise<void> = Promise.resolve();
  private readonly slots: HandlerSlots;

  constructor(private readonly options: PostgresGroupOptions) {
    this.slots = new HandlerSlots(options.concurrency);
  }

  /** Resolves once this member knows whether it is the active one; or that it must try again, which it does by itself. */
  async start(): Promise<void> {
    const first = new Promise<void>((settled) => (this.onFirstTry = settled));
    this.running = this.run();
    await first;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    const { databaseUrl, subscription, log, onConnection } = this.options;
    while (!this.stopping) {
      let session: LogSession | undefined;
      try {
        session = await LogSession.open(databaseUrl, subscription, { onNews: this.onNews, onLost: () => this.wake() });
        onConnection(true);
        await this.serve(session);
      } catch (error) {
        log.warn('event-log-session-lost', { group: subscription.group }, error);
      }
      this.active = false;
      this.onFirstTry();
      await session?.end();
      if (this.stopping) return;
      onConnection(false);
      await this.nap(RECONNECT_MS);
    }
  }

  private readonly onNews = (): void => {
    this.news = true;
    if (this.active) this.wake();
  };

  /** Ends when the member stops; rejects when the session is lost. */
  private async serve(session: LogSession): Promise<void> {
    while (!(await session.becomeActive())) {
      this.onFirstTry();
      await this.nap(STANDBY_EVERY_MS);
      if (this.stopping) return;
    }
    this.active = true;
    this.onFirstTry();
    const { topics } = this.options.subscription;
    const cursors = await session.cursors(topics);
    const from = Math.min(...topics.map((topic) => cursors.get(topic) ?? 1));
    const dispatcher = this.dispatcher(from);
    try {
      await this.feed(session, dispatcher, cursors, from);
    } finally {
      // The next session would deliver again what is still being handled here, so it begins after.
      await dispatcher.stop();
      if (!session.isLost) await session.moveCursors(topics, dispatcher.watermark);
    }
  }

  private async feed(
    session: LogSession,
    dispatcher: KeyedDispatcher,
    cursors: ReadonlyMap<string, number>,
    from: number,
  ): Promise<void> {
    const { subscription, windowEvents, pollMs } = this.options;
    const pageSize = Math.max(1, Math.floor(windowEvents / 2));
    let next = from;
    let moved = from;
    let movedAt = 0;
    let readAt = 0;
    let more = true;
    while (!this.stopping) {
      if (dispatcher.wantsMore && (more || this.news || Date.now() - readAt >= pollMs)) {
        const soonMs = readAt + READ_EVERY_MS - Date.now();
        if (!more && soonMs > 0) await sleep(soonMs);
        this.news = false;
        readAt = Date.now();
        const { head, events } = await session.read(subscription.topics, next, pageSize);
        for (const { position, topic, event } of events)
          if (position >= (cursors.get(topic) ?? 1)) dispatcher.take(position, event);
        more = events.length === pageSize;
        next = more ? (events.at(-1)?.position ?? next) + 1 : Math.max(next, head + 1);
        dispatcher.skipTo(next);
      }
      const { watermark } = dispatcher;
      if (watermark > moved && Date.now() - movedAt >= COMMIT_EVERY_MS) {
        movedAt = Date.now();
        await session.moveCursors(subscription.topics, watermark);
        moved = watermark;
      }
      if (session.isLost) throw new Error('connection lost');
      if (!dispatcher.wantsMore) await Promise.race([dispatcher.whenRoom(), this.nap(COMMIT_EVERY_MS)]);
      else if (!more && !this.news) await this.nap(moved < next ? COMMIT_EVERY_MS : pollMs);
    }
  }

  private dispatcher(from: number): KeyedDispatcher {
    const { subscription, windowEvents, retryDelayMs, log } = this.options;
    return new KeyedDispatcher({
      from,
      slots: this.slots,
      windowEvents,
      handle: subscription.handle,
      ...(retryDelayMs && { retryDelayMs }),
      onRejected: ({ id, topic }, error, attempts) =>
        log.warn('event-rejected', { group: subscription.group, topic, eventId: id, attempts }, error),
    });
  }

  /** Sleeps, unless something was appended or the member stops. */
  private nap(ms: number): Promise<void> {
    if (this.stopping) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
