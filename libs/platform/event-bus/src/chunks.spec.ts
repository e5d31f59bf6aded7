import type { EventEnvelope } from '@segur/events';
import { EventTooLarge, MAX_EVENT_BYTES } from './bus-errors.js';
import { toChunks } from './chunks.js';

const events = (...sizes: readonly number[]): EventEnvelope[] =>
  sizes.map((size, n) => ({
    id: `${n}`,
    topic: 't',
    key: 'k',
    tenantId: '1',
    source: 's',
    occurredAt: '2026-11-23T00:00:00.000Z',
    data: 'x'.repeat(size),
  }));
const write = ({ data }: EventEnvelope) => data as string;

describe('toChunks', () => {
  it.each`
    sizes                | limits                       | chunks
    ${[]}                | ${{ events: 2, bytes: 100 }} | ${[]}
    ${[1, 1, 1]}         | ${{ events: 2, bytes: 100 }} | ${[[0, 1], [2]]}
    ${[60, 40, 1]}       | ${{ events: 9, bytes: 100 }} | ${[[0, 1], [2]]}
    ${[150, 10, 150, 1]} | ${{ events: 9, bytes: 100 }} | ${[[0], [1], [2], [3]]}
  `('cuts $sizes by $limits', ({ sizes, limits, chunks }) => {
    const ids = toChunks(events(...sizes), write, limits).map((chunk) => chunk.map(({ event }) => Number(event.id)));
    expect(ids).toEqual(chunks);
  });

  it('refuses an event that no server would take', () => {
    expect(() => toChunks(events(1, MAX_EVENT_BYTES + 1), write, { events: 9, bytes: 100 })).toThrow(EventTooLarge);
  });
});
