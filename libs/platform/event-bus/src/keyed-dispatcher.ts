import type { EventEnvelope } from '@segur/events';
import { HandlerSlots } from './handler-slots.js';

/** How a dispatcher treats the events of one source. */
export interface DispatcherOptions {
  readonly handle: (event: EventEnvelope) => Promise<void>;
  /** Lowest position that may be taken: where the group stopped. */
  readonly from: number;
  /** Shared by the dispatchers of one group. Default: 24 of its own. */
  readonly slots?: HandlerSlots;
  /** Events taken and not yet handled; beyond, `hasRoom` says no. Default 1000. */
  readonly windowEvents?: number;
  /** Milliseconds before a rejected event is tried again, by its count of rejections. Default: 100 ms, doubling, up to 10 s. */
  readonly retryDelayMs?: (rejections: number) => number;
  readonly onRejected?: (event: EventEnvelope, error: unknown, rejections: number) => void;
}

/** Enough that the statements of handlers find company on their way to the database. */
export const DEFAULT_CONCURRENCY = 24;
const DEFAULT_WINDOW = 1000;
const doubling = (rejections: number): number => Math.min(100 * 2 ** (rejections - 1), 10_000);

interface Taken {
  readonly position: number;
  readonly event: EventEnvelope;
  rejections: number;
}

/**
 * Runs the handlers of one ordered source (a partition, the whole log): in order per key, several keys at a time.
 *
 * A rejected event is tried again before anything later of its key, while other keys go on. Both adapters are built on it,
 * so both keep these promises in the same way.
 */
export class KeyedDispatcher {
  // Insertion order is the order of positions, so the first one is the low watermark: handled ones cost no memory.
  private readonly unhandled = new Set<number>();
  private readonly queues = new Map<string, Taken[]>();
  private readonly ready = new Set<string>();
  private readonly retries = new Set<NodeJS.Timeout>();
  private readonly slots: HandlerSlots;
  private readonly windowEvents: number;
  private next: number;
  private inFlight = 0;
  private stopped = false;
  private changed: (() => void)[] = [];

  constructor(private readonly options: DispatcherOptions) {
    this.next = options.from;
    this.slots = options.slots ?? new HandlerSlots(DEFAULT_CONCURRENCY);
    this.windowEvents = options.windowEvents ?? DEFAULT_WINDOW;
  }

  /** Everything below this position is handled: where the group resumes. */
  get watermark(): number {
    for (const position of this.unhandled) return position;
    return this.next;
  }

  /** False: the window is full. One may still take, but should wait for `whenRoom`. */
  get hasRoom(): boolean {
    return this.unhandled.size < this.windowEvents;
  }

  /** True while half of the window is free: time to read a page of that size. */
  get wantsMore(): boolean {
    return this.unhandled.size <= this.windowEvents / 2;
  }

  /** Takes the event at a position. Positions rise; one that was taken before is ignored. */
  take(position: number, event: EventEnvelope): void {
    if (this.stopped || position < this.next) return;
    this.next = position + 1;
    this.unhandled.add(position);
    const taken = { position, event, rejections: 0 };
    const queue = this.queues.get(event.key);
    if (queue) return void queue.push(taken);
    this.queues.set(event.key, [taken]);
    this.ready.add(event.key);
    this.pump();
  }

  /** Says that nothing between what was taken and this position concerns the group. */
  skipTo(position: number): void {
    if (position > this.next) this.next = position;
  }

  /** Resolves when half of the window is free again, or the dispatcher stops. */
  async whenRoom(): Promise<void> {
    while (!this.wantsMore && !this.stopped) await this.change();
  }

  /** Starts no further handler, and resolves when those in flight are done. The watermark is then final. */
  async stop(): Promise<void> {
    this.stopped = true;
    for (const timer of this.retries) clearTimeout(timer);
    this.retries.clear();
    this.announce();
    while (this.inFlight > 0) await this.change();
  }

  private readonly pump = (): void => {
    for (const key of this.ready) {
      if (this.stopped || !this.slots.take(this.pump)) return;
      this.ready.delete(key);
      void this.handleHead(key);
    }
  };

  private async handleHead(key: string): Promise<void> {
    const [head] = this.queues.get(key) ?? [];
    if (!head) throw new Error('A ready key has an event');
    this.inFlight += 1;
    try {
      await this.options.handle(head.event);
      this.acknowledge(key, head);
    } catch (error) {
      this.tryLater(key, head, error);
    }
    this.inFlight -= 1;
    this.slots.release();
    this.announce();
    this.pump();
  }

  private acknowledge(key: string, head: Taken): void {
    this.unhandled.delete(head.position);
    const queue = this.queues.get(key);
    queue?.shift();
    if (queue?.length) this.ready.add(key);
    else this.queues.delete(key);
  }

  private tryLater(key: string, head: Taken, error: unknown): void {
    head.rejections += 1;
    this.options.onRejected?.(head.event, error, head.rejections);
    if (this.stopped) return;
    const timer = setTimeout(
      () => {
        this.retries.delete(timer);
        this.ready.add(key);
        this.pump();
      },
      (this.options.retryDelayMs ?? doubling)(head.rejections),
    );
    this.retries.add(timer);
  }

  private change(): Promise<void> {
    return new Promise((resolve) => this.changed.push(resolve));
  }

  private announce(): void {
    const waiting = this.changed;
    this.changed = [];
    for (const resolve of waiting) resolve();
  }
}
