import type { CustomTransportStrategy, MessageHandler } from '@nestjs/microservices';
import { BaseRpcContext, Server } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import type { EventEnvelope } from '@segur/events';
import { withTraceparent } from '@segur/telemetry';
import type { EventBus, Subscription } from '../event-bus.js';
import type { HandlingPolicies } from '../handling-policies.js';

/** How handlers of this process take events. */
export interface EventBusTransportOptions {
  /** Asked at each event. Absent: a rejected event is redelivered by the bus until it passes. */
  readonly policies?: HandlingPolicies;
  /** Where a group that was never seen before starts. Default `beginning`: nothing that was stated before it is missed. */
  readonly from?: Subscription['from'];
  /** Told how long each event took its context, retries included. */
  readonly observe?: (context: string, topic: string, seconds: number) => void;
}

type Handle = (event: EventEnvelope) => Promise<void>;

/**
 * Feeds Nest's message controllers from an `EventBus`. The group of a handler is its context.
 *
 * Nest would chain the handlers of one topic and acknowledge them as one; here each context has its own subscription, so that a
 * context which fails holds up itself and no other.
 */
export class EventBusTransport extends Server implements CustomTransportStrategy {
  override readonly propagatesEventHandlerErrors = true;
  private readonly contexts = new Map<string, Map<string, Handle>>();

  constructor(
    private readonly bus: EventBus,
    private readonly options: EventBusTransportOptions = {},
  ) {
    super();
  }

  /** @throws {Error} The handler was not declared with `@Consumes`, or its context has another handler for this topic. */
  override addHandler(
    pattern: unknown,
    callback: MessageHandler,
    _isEventHandler?: boolean,
    extras?: Record<string, unknown>,
  ): void {
    const context = extras?.['context'];
    if (typeof pattern !== 'string' || typeof context !== 'string')
      throw new Error('Handlers of events are declared with @Consumes');
    const handlers = this.contexts.get(context) ?? new Map<string, Handle>();
    // Two would share one inbox entry: the second would never run.
    if (handlers.has(pattern)) throw new Error(`Context ${context} has two handlers for ${pattern}`);
    handlers.set(pattern, (event) => settled(callback(event, new BaseRpcContext([event.topic]))));
    this.contexts.set(context, handlers);
  }

  /** The contexts that take events here: one group each. */
  groups(): readonly string[] {
    return [...this.contexts.keys()];
  }

  listen(callback: (error?: unknown) => void): void {
    this.subscribeAll().then(() => callback(), callback);
  }

  /** Stops taking events. The bus stays open: what handlers left in the outbox can still be announced. */
  async close(): Promise<void> {
    await this.bus.stopTaking();
  }

  override on(): void {
    throw new Error('The transport has no events: ask the bus');
  }

  override unwrap<T>(): T {
    return this.bus as T;
  }

  private async subscribeAll(): Promise<void> {
    const { from = 'beginning', policies } = this.options;
    for (const [context, handlers] of this.contexts)
      for (const [topic, handler] of handlers) policies?.of(context)?.remember?.(topic, handler);
    await Promise.all(
      [...this.contexts].map(([context, handlers]) =>
        this.bus.subscribe({
          group: context,
          topics: [...handlers.keys()],
          from,
          handle: (event) => this.handleAs(context, handlers, event),
        }),
      ),
    );
  }

  private async handleAs(context: string, handlers: ReadonlyMap<string, Handle>, event: EventEnvelope): Promise<void> {
    const handler = handlers.get(event.topic);
    if (!handler) throw new Error(`Context ${context} did not ask for ${event.topic}`);
    const { policies, observe } = this.options;
    const policy = policies?.of(context);
    const begun = performance.now();
    await withTraceparent(event.traceparent, `${context} ${event.topic}`, () =>
      policy ? policy.handle(event, handler) : handler(event),
    );
    observe?.(context, event.topic, (performance.now() - begun) / 1000);
  }
}

/** Nest answers with a promise of a stream, or of nothing; the handler is done when that is. */
async function settled(answer: unknown): Promise<void> {
  const result = await answer;
  if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
}
