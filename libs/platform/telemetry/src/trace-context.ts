import { AsyncLocalStorage } from 'node:async_hooks';
import { randomFillSync } from 'node:crypto';
import { context, isSpanContextValid, ROOT_CONTEXT, SpanStatusCode, trace, type Span, type SpanContext } from '@opentelemetry/api';
import { PlatformError } from '@segur/errors';

/** Where the current work stands in its trace. */
export interface TraceContext {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  /** 16 hexadecimal digits. */
  readonly spanId: string;
  /** W3C trace flags: 1 when the trace is sampled. */
  readonly traceFlags: number;
}

// Holds the trace where no OpenTelemetry SDK is loaded: the API alone keeps nothing across an `await`.
const local = new AsyncLocalStorage<TraceContext>();
const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-(?<traceId>[0-9a-f]{32})-(?<spanId>[0-9a-f]{16})-(?<flags>[0-9a-f]{2})(?:-.*)?$/;

/**
 * Reads a W3C `traceparent`. One that is absent or wrong gives `undefined`: the reader starts a trace of its own.
 *
 * @see W3C Trace Context, §3.2 and §4.3
 */
export function readTraceparent(traceparent: string | undefined): TraceContext | undefined {
  const parts = TRACEPARENT.exec(traceparent ?? '')?.groups;
  if (!parts?.['traceId'] || !parts['spanId']) return undefined;
  const parsed = { traceId: parts['traceId'], spanId: parts['spanId'], traceFlags: Number.parseInt(parts['flags'] ?? '0', 16) & 1 };
  return isSpanContextValid(parsed) ? parsed : undefined;
}

/** The trace of the work in progress; the SDK's own where one is loaded. */
export function currentTrace(): TraceContext | undefined {
  const active = trace.getActiveSpan()?.spanContext();
  return active && isSpanContextValid(active) ? active : local.getStore();
}

/** The trace of the work in progress as a W3C `traceparent`, for the next message. Absent outside of any work. */
export function currentTraceparent(): string | undefined {
  const current = currentTrace();
  return current && `00-${current.traceId}-${current.spanId}-${current.traceFlags.toString(16).padStart(2, '0')}`;
}

/**
 * Runs work as one span of a trace: the sender's, else the current one, else a new one.
 *
 * With an SDK the span is recorded; without, identifiers are made here, so that a message can still be followed by the logs across
 * outbox, bus and inbox.
 *
 * @param traceparent - What came with the message or the event.
 * @param spanName - Fixed text, e.g. `submit-document`. It goes to the tracing backend.
 */
export async function withTraceparent<T>(
  traceparent: string | undefined,
  spanName: string,
  work: () => Promise<T> | T,
): Promise<T> {
  const parent = readTraceparent(traceparent) ?? currentTrace();
  const parentContext = parent ? trace.setSpanContext(context.active(), { ...parent, isRemote: true }) : ROOT_CONTEXT;
  const span = trace.getTracer('segur').startSpan(spanName, {}, parentContext);
  const here = ownContext(span.spanContext(), parent);
  try {
    return await local.run(here, () => context.with(trace.setSpan(parentContext, span), async () => work()));
  } catch (error) {
    markFailed(span, error);
    throw error;
  } finally {
    span.end();
  }
}

/** As {@link withTraceparent}, for callback APIs: `next` and all that it starts belong to the caller's trace. Records no span. */
export function enterTrace(traceparent: string | undefined, next: () => void): void {
  const active = trace.getActiveSpan()?.spanContext();
  local.run(ownContext(active, readTraceparent(traceparent)), next);
}

/** Without an SDK `startSpan` gives back its parent's identifiers, or none: then the span is ours to number. */
function ownContext(span: SpanContext | undefined, parent: TraceContext | undefined): TraceContext {
  if (span && isSpanContextValid(span) && span.spanId !== parent?.spanId) return span;
  return {
    traceId: parent?.traceId ?? randomHex(16),
    spanId: randomHex(8),
    traceFlags: parent?.traceFlags ?? 0,
  };
}

const pool = Buffer.alloc(4096);
let drawn = pool.length;

/** Drawn from a pool: a call to the system for each number costs more than all else that is done for it. */
function randomHex(bytes: number): string {
  if (drawn + bytes > pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  drawn += bytes;
  return pool.toString('hex', drawn - bytes, drawn);
}

/** The code only: messages of errors that are not ours may quote what they choked on. */
function markFailed(span: Span, error: unknown): void {
  const code = error instanceof PlatformError ? error.code : 'unexpected-error';
  span.setAttribute('error.type', code);
  span.setStatus({ code: SpanStatusCode.ERROR, message: code });
}
