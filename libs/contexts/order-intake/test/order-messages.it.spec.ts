import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { DocumentStore } from '@segur/document-store';
import {
  ORDER_MESSAGE_RECEIVED,
  ORDER_RECEIVED,
  type EventEnvelope,
  type OrderMessageReceived,
  type OrderReceived,
} from '@segur/events';
import { omlText } from '@segur/testing';
import { ReceiveOrderMessageConsumer } from '../src/receive-order-message/receive-order-message.consumer.js';
import { OrderMessageNotRead } from '../src/receive-order-message/order-message-not-read.js';
import type { OrderDetail } from '../src/show-order/show-order.query.js';
import { KEYS, startApplication, type Application } from './application.js';
import { BODY, MESSAGE } from './same-prescription.js';

const ONE = '750000001';
describe('messages of orders', () => {
  let context: Application;
  beforeAll(async () => (context = await startApplication()));
  afterAll(() => context.close());

  /** Plays the door of messages; gives the identifier of the reception. */
  async function receive(text: string, change: Partial<EventEnvelope> = {}): Promise<string> {
    const documents = context.app.get(DocumentStore, { strict: false });
    const message = await documents.put(ONE, { bytes: Buffer.from(text), mediaType: 'application/hl7-v2' });
    const receptionId = v7();
    const event: EventEnvelope<OrderMessageReceived> = {
      id: randomUUID(),
      topic: ORDER_MESSAGE_RECEIVED.name,
      key: randomUUID(),
      tenantId: ONE,
      source: 'result-structuring',
      occurredAt: '2026-11-23T09:00:00.000Z',
      data: { ...ORDER_MESSAGE_RECEIVED.example, receptionId, message },
      ...(change as object),
    };
    await context.app.get(ReceiveOrderMessageConsumer).onOrderMessageReceived(event);
    return event.data.receptionId;
  }
  const facts = async () => (await context.facts()) as readonly EventEnvelope<OrderReceived>[];
  const headers = { authorization: `Bearer ${KEYS[ONE]}` };
  const show = async (orderId: string) =>
    (await context.app.inject({ url: `/api/v1/orders/${orderId}`, headers })).json<OrderDetail>();

  it('become orders like any other', async () => {
    const orderId = await receive(omlText(MESSAGE));

    expect(await show(orderId)).toMatchObject({
      orderId,
      revision: 1,
      route: 'hl7v2',
      status: 'RECEIVED',
      order: { orderId, groupNumber: '00TESTBIO000000001', prescriber: { family: 'PRESCRIPTEUR' } },
      linkedReports: [],
    });
  });

  it('state the order with every number of it, and neither patient nor prescriber', async () => {
    const orderId = await receive(
      omlText({ ...MESSAGE, placerNumbers: ['PL-3', 'PL-4'], groupNumber: 'G-3', fillerNumber: 'F-3' }),
    );
    const fact = (await facts()).find(({ key }) => key === orderId);

    expect(fact).toMatchObject({
      topic: ORDER_RECEIVED.name,
      tenantId: ONE,
      data: { route: 'hl7v2', fillerNumber: 'F-3', placerNumbers: ['G-3', 'PL-3', 'PL-4'], fillerNumbers: ['F-3'] },
    });
    expect(JSON.stringify(fact)).not.toMatch(/PAT-TROIS|279035121518989|PRESCRIPTEUR|10100000001|19790328/);
  });

  it('make one order, however often they are delivered or sent again, whatever way', async () => {
    const text = omlText({ ...MESSAGE, placerNumbers: ['PL-5'], groupNumber: 'G-5' });
    const id = randomUUID();
    const orderId = await receive(text, { id });
    const count = (await facts()).length;
    await receive(text, { id });
    await receive(text.replace('ORDER00001', 'ORDER00002'));

    expect((await show(orderId)).order.placerNumber).toBe('PL-5');
    expect(await facts()).toHaveLength(count);
  });

  it('make no second order of what came as JSON', async () => {
    const change = { prescribedAt: '2026-11-22T08:15:00+01:00' };
    await context.app.inject({ method: 'POST', url: '/api/v1/orders', headers, payload: { ...BODY, ...change } });
    const count = (await facts()).length;
    await receive(omlText({ ...MESSAGE, prescribedAt: '20261122081500+0100' }));

    expect(await facts()).toHaveLength(count);
  });

  it('are set aside when they are no new order after all', async () => {
    await expect(receive(omlText({ ...MESSAGE, prescriber: '' }))).rejects.toThrow(OrderMessageNotRead);
    await expect(receive(omlText({ ...MESSAGE, control: 'CA' }))).rejects.toMatchObject({ kind: 'invalid' });
  });
});
