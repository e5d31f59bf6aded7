import fc from 'fast-check';
import { MalformedInput } from '@segur/errors';
import { decodeRecord, encodeRecord, type EventRecord } from './cloud-events.js';

const envelope = {
  id: '019aa0c0-0000-7000-8000-000000000001',
  topic: 'internal.report.structured.v1',
  key: '6f1b1d5e-0000-5000-8000-000000000001',
  tenantId: '1750000000',
  source: 'result-structuring',
  occurredAt: '2026-11-23T09:30:00.000Z',
  traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  causationId: '019aa0c0-0000-7000-8000-000000000000',
  data: { revision: 1 },
};
const received = ({ key, value, headers }: EventRecord) => ({
  key: Buffer.from(key),
  value: Buffer.from(value),
  headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)])),
});

describe('CloudEvents on Kafka', () => {
  it('writes the attributes as headers and the fact alone as value', () => {
    expect(encodeRecord(envelope)).toEqual({
      key: envelope.key,
      value: '{"revision":1}',
      headers: {
        ce_specversion: '1.0',
        ce_id: envelope.id,
        ce_source: 'result-structuring',
        ce_type: envelope.topic,
        ce_subject: envelope.key,
        ce_time: envelope.occurredAt,
        ce_tenantid: '1750000000',
        ce_traceparent: envelope.traceparent,
        ce_causationid: envelope.causationId,
        'content-type': 'application/json',
      },
    });
  });

  it('reads back what it wrote', () => {
    const optional = fc.option(fc.string({ minLength: 1 }), { nil: undefined });
    const data = fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value)));
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), optional, data, (key, causationId, fact) => {
        const event = { ...envelope, key, data: fact, causationId };
        expect(decodeRecord(envelope.topic, received(encodeRecord(event)))).toEqual(event);
      }),
    );
  });

  it.each(['ce_id', 'ce_source', 'ce_time', 'ce_tenantid'])('refuses a record without %s', (name) => {
    const { headers, ...record } = received(encodeRecord(envelope));
    delete headers[name];
    expect(() => decodeRecord('t', { ...record, headers })).toThrow(MalformedInput);
  });

  it.each([
    ['no key', { key: null }],
    ['no value', { value: null }],
    ['a value that is no JSON', { value: Buffer.from('{') }],
  ])('refuses a record with %s', (_, change) => {
    expect(() => decodeRecord('t', { ...received(encodeRecord(envelope)), ...change })).toThrow(MalformedInput);
  });
});
