import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { context, ROOT_CONTEXT, trace, type Context, type ContextManager, type Span, type Tracer } from '@opentelemetry/api';
import { Log, currentTraceparent, withTraceparent } from '../src/index.js';

const SENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

/** The two parts of an SDK that the API calls, played small: spans with identifiers of their own, and a context kept across awaits. */
class RecordingTracer implements Tracer {
  readonly ended: string[] = [];
  readonly statuses: unknown[] = [];

  startSpan(name: string, _options?: unknown, parentContext: Context = context.active()): Span {
    const parent = trace.getSpanContext(parentContext);
    const spanContext = {
      traceId: parent?.traceId ?? randomBytes(16).toString('hex'),
      spanId: randomBytes(8).toString('hex'),
      traceFlags: 1,
    };
    const span = {
      spanContext: () => spanContext,
      setAttribute: () => span,
      setStatus: (status: unknown) => (this.statuses.push(status), span),
      end: () => this.ended.push(name),
    } as unknown as Span;
    return span;
  }

  startActiveSpan(): never {
    throw new Error('not used');
  }
}

class KeptContext implements ContextManager {
  private readonly storage = new AsyncLocalStorage<Context>();
  active(): Context {
    return this.storage.getStore() ?? ROOT_CONTEXT;
  }
  with<A extends unknown[], F extends (...args: A) => ReturnType<F>>(
    at: Context,
    fn: F,
    thisArg?: ThisParameterType<F>,
    ...args: A
  ): ReturnType<F> {
    return this.storage.run(at, () => fn.apply(thisArg, args));
  }
  bind<T>(_at: Context, target: T): T {
    return target;
  }
  enable(): this {
    return this;
  }
  disable(): this {
    return this;
  }
}

describe('withTraceparent, with an SDK', () => {
  const tracer = new RecordingTracer();
  beforeAll(() => {
    trace.setGlobalTracerProvider({ getTracer: () => tracer });
    context.setGlobalContextManager(new KeptContext());
  });
  afterAll(() => {
    trace.disable();
    context.disable();
  });

  it("uses the SDK's span, in the sender's trace, and ends it", async () => {
    const [span, traceparent] = await withTraceparent(
      SENT,
      'submit',
      async () => [trace.getActiveSpan(), currentTraceparent()] as const,
    );

    expect(traceparent).toBe(`00-0af7651916cd43dd8448eb211c80319c-${span?.spanContext().spanId}-01`);
    expect(tracer.ended).toEqual(['submit']);
  });

  it('logs under it, and marks failure by code without the message', async () => {
    const lines: string[] = [];
    const log = Log.open({ write: (line) => lines.push(line) });
    const failing = withTraceparent(SENT, 'submit', () => {
      log.info('inside');
      throw new Error('ZZNOM');
    });

    await expect(failing).rejects.toThrow();
    expect(lines[0]).toContain('0af7651916cd43dd8448eb211c80319c');
    expect(JSON.stringify(tracer.statuses)).toContain('unexpected-error');
    expect(JSON.stringify(tracer.statuses)).not.toContain('ZZNOM');
  });
});
