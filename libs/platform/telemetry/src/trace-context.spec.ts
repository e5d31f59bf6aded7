import { setTimeout as wait } from 'node:timers/promises';
import { currentTrace, currentTraceparent, enterTrace, readTraceparent, withTraceparent } from './trace-context.js';

const SENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

describe('readTraceparent', () => {
  it('reads identifiers and the sampled flag', () => {
    expect(readTraceparent(SENT)).toEqual({
      traceId: '0af7651916cd43dd8448eb211c80319c',
      spanId: 'b7ad6b7169203331',
      traceFlags: 1,
    });
  });

  it('reads later versions by their first four fields', () => {
    expect(readTraceparent(`cc${SENT.slice(2)}-more`)).toMatchObject({ spanId: 'b7ad6b7169203331' });
  });

  it.each([
    undefined,
    '',
    'ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    '00-00000000000000000000000000000000-b7ad6b7169203331-01',
    '00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01',
    '00-0AF7651916CD43DD8448EB211C80319C-B7AD6B7169203331-01',
  ])('starts afresh on %p', (text) => {
    expect(readTraceparent(text)).toBeUndefined();
  });
});

describe('withTraceparent, without an SDK', () => {
  it('stays in the trace of the sender, as a span of its own, across awaits', async () => {
    const seen = await withTraceparent(SENT, 'work', async () => {
      await wait(1);
      return currentTraceparent();
    });

    expect(seen).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-01$/);
    expect(seen).not.toBe(SENT);
  });

  it('starts a trace where none came', async () => {
    const [first, second] = [
      await withTraceparent(undefined, 'work', currentTraceparent),
      await withTraceparent('rubbish', 'work', currentTraceparent),
    ];

    expect(first).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
    expect(second).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
    expect(first?.slice(3, 35)).not.toBe(second?.slice(3, 35));
  });

  it('follows one message through outbox, bus and inbox', async () => {
    const outbox = await withTraceparent(SENT, 'receive', currentTraceparent);
    const inbox = await withTraceparent(outbox, 'handle', () => withTraceparent(undefined, 'inner', currentTrace));

    expect(inbox?.traceId).toBe('0af7651916cd43dd8448eb211c80319c');
  });

  it('does not mix works that run at the same time', async () => {
    const traces = await Promise.all(
      ['1', '2'].map((digit) =>
        withTraceparent(`00-${digit.repeat(32)}-b7ad6b7169203331-00`, 'work', async () => {
          await wait(1);
          return currentTrace()?.traceId;
        }),
      ),
    );

    expect(traces).toEqual(['1'.repeat(32), '2'.repeat(32)]);
  });

  it('says nothing outside of work, and passes errors on as they are', async () => {
    const error = new Error('no');

    await expect(withTraceparent(SENT, 'work', () => Promise.reject(error))).rejects.toBe(error);
    expect(currentTraceparent()).toBeUndefined();
  });

  it('covers callback APIs', async () => {
    const seen = await new Promise((resolve) => enterTrace(SENT, () => setImmediate(() => resolve(currentTrace()?.traceId))));

    expect(seen).toBe('0af7651916cd43dd8448eb211c80319c');
  });
});
