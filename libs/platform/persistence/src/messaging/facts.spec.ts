import { MovableClock } from '@segur/clock';
import type { Ids } from '@segur/clock';
import { DOCUMENT_REFUSED, MAPPING_MISSING } from '@segur/events';
import type { EventEnvelope } from '@segur/events';
import { Facts } from './facts.js';

const ids: Ids = { next: () => '019aa0c0-0000-7000-8000-000000000001' };
const clock = new MovableClock('2026-11-23T09:00:00.000+01:00');
const about = { key: 'k', tenantId: '750000001', data: MAPPING_MISSING.example };
const cause: EventEnvelope = {
  id: '019aa0c0-0000-7000-8000-0000000000aa',
  topic: 'internal.spec.v1',
  key: 'k',
  tenantId: '750000001',
  source: 'other',
  occurredAt: '2026-11-23T07:00:00.000Z',
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  data: 1,
};

describe('Facts', () => {
  it('says who states what, when, and in which trace', () => {
    expect(new Facts('loinc-transcoding', clock, ids, () => '00-current').state(MAPPING_MISSING, about)).toEqual({
      ...about,
      id: '019aa0c0-0000-7000-8000-000000000001',
      topic: MAPPING_MISSING.name,
      source: 'loinc-transcoding',
      occurredAt: '2026-11-23T08:00:00.000Z',
      traceparent: '00-current',
    });
  });

  it('names its cause, and stays in its trace when there is no other', () => {
    expect(new Facts('loinc-transcoding', clock, ids).state(MAPPING_MISSING, { ...about, cause })).toMatchObject({
      causationId: cause.id,
      traceparent: cause.traceparent,
    });
  });

  it('states nothing that its topic does not allow', () => {
    const wrong = { ...DOCUMENT_REFUSED.example, patientName: 'x' };

    expect(() => new Facts('result-structuring', clock, ids).state(DOCUMENT_REFUSED, { ...about, data: wrong })).toThrow(
      /patientName/,
    );
  });
});
