import { randomUUID } from 'node:crypto';
import { DocumentStore } from '@segur/document-store';
import { DOCUMENT_VALIDATED, ORDER_RECEIVED, type DocumentValidated, type EventEnvelope, type OrderReceived } from '@segur/events';
import type { DeliverySheet } from '@segur/laboratory';
import { LinkReportsConsumer } from '../src/link-reports/link-reports.consumer.js';
import type { OrderDetail } from '../src/show-order/show-order.query.js';
import { KEYS, startApplication, type Application } from './application.js';
import { headerOf } from './header-of.js';

const [ONE, TWO] = ['750000001', '750000002'] as const;
const BODY = {
  placerNumber: 'P-1',
  prescribedAt: '2026-11-20T08:15:00+01:00',
  prescriber: { rpps: '10100000001', familyName: 'TEST' },
  patient: { birthName: 'NOM-TEST', firstNames: 'PRENOM-TEST', birthDate: '1979-03-28', sex: 'F' },
  exams: [{ loinc: { code: '3016-3' } }],
};

describe('order-intake', () => {
  let context: Application;
  beforeAll(async () => (context = await startApplication()));
  afterAll(() => context.close());

  function post(body: unknown, idempotencyKey?: string) {
    return context.app.inject({
      method: 'POST',
      url: '/api/v1/orders',
      headers: { authorization: `Bearer ${KEYS[ONE]}`, ...(idempotencyKey && { 'idempotency-key': idempotencyKey }) },
      payload: body as object,
    });
  }

  async function get(orderId: string, tenantId: keyof typeof KEYS = ONE): Promise<OrderDetail & { status: unknown }> {
    const answer = await context.app.inject({
      url: `/api/v1/orders/${orderId}`,
      headers: { authorization: `Bearer ${KEYS[tenantId]}` },
    });
    return answer.json<OrderDetail>();
  }

  /** Plays result-structuring. */
  async function report(
    numbers: Pick<DeliverySheet, 'fillerNumber' | 'placerNumber'>,
    change: Partial<DocumentValidated> = {},
    patient = BODY.patient,
  ): Promise<string> {
    const documents = context.app.get(DocumentStore, { strict: false });
    const bytes = Buffer.from(JSON.stringify(numbers));
    const deliverySheet = await documents.put(ONE, { bytes, mediaType: 'application/json' });
    const cda = await documents.put(ONE, { bytes: headerOf(patient), mediaType: 'text/xml' });
    const data = { ...DOCUMENT_VALIDATED.example, reportSetId: randomUUID(), deliverySheet, cda, ...change };
    const event: EventEnvelope<DocumentValidated> = {
      id: randomUUID(),
      topic: DOCUMENT_VALIDATED.name,
      key: data.reportSetId,
      tenantId: ONE,
      source: 'result-structuring',
      occurredAt: '2026-11-23T09:00:00.000Z',
      data,
    };
    await context.app.get(LinkReportsConsumer).onDocumentValidated(event);
    return data.reportSetId;
  }

  it('keeps an order, says so, and shows it', async () => {
    const answer = await post(BODY);
    const { orderId } = answer.json<{ orderId: string }>();

    expect([answer.statusCode, answer.headers.location]).toEqual([201, `/api/v1/orders/${orderId}`]);
    expect(answer.json()).toEqual({ orderId, revision: 1, status: 'RECEIVED' });
    expect(await get(orderId)).toMatchObject({
      orderId,
      status: 'RECEIVED',
      order: {
        orderId,
        placerNumber: 'P-1',
        prescriber: { nationalId: '810100000001' },
        patient: { traits: { birthName: 'NOM-TEST' } },
      },
      linkedReports: [],
    });
    const fact = (await context.facts()).find(({ key }) => key === orderId) as EventEnvelope<OrderReceived>;
    expect(fact).toMatchObject({ topic: ORDER_RECEIVED.name, tenantId: ONE, data: { route: 'rest', placerNumber: 'P-1' } });
    expect(JSON.stringify(fact)).not.toContain('NOM-TEST');
    const stored = await context.app.get(DocumentStore, { strict: false }).get(ONE, fact.data.order.sha256);
    expect(JSON.parse(stored.toString())).toEqual((await get(orderId)).order);
  });

  it('answers the same request the same way, and refuses its key to another', async () => {
    const first = await post(BODY, 'KEY-1');
    const again = await post(BODY, 'KEY-1');
    const other = await post({ ...BODY, placerNumber: 'P-2' }, 'KEY-1');

    expect([first.statusCode, again.statusCode, other.statusCode]).toEqual([201, 200, 409]);
    expect(again.json()).toEqual(first.json());
    expect(other.json()).toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('keeps one order of many requests that come at a time', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(BODY, 'KEY-2')));

    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
    expect(new Set(answers.map((answer) => answer.json<{ orderId: string }>().orderId)).size).toBe(1);
  });

  it('says where an order is wrong, and keeps nothing of it', async () => {
    const before = (await context.facts()).length;
    const answer = await post({ ...BODY, exams: [{}], patient: { ...BODY.patient, sexe: 'F' } }, 'KEY-3');

    expect(answer.statusCode).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({
      code: 'order-refused',
      findings: expect.arrayContaining([
        expect.objectContaining({ location: '/exams/0' }),
        expect.objectContaining({ location: '/patient/sexe', code: 'order-member-unknown' }),
      ]),
    });
    expect(await context.facts()).toHaveLength(before);
    expect((await post(BODY, 'KEY-3')).statusCode).toBe(201);
  });

  it('finds the reports of an order by either number, whichever came first', async () => {
    const early = await report({ fillerNumber: 'F-10', placerNumber: 'P-10' });
    const { orderId } = (await post({ ...BODY, placerNumber: 'P-10', fillerNumber: 'F-11' })).json<{ orderId: string }>();
    const late = await report({ fillerNumber: 'F-11' });
    await report({ fillerNumber: 'F-12', placerNumber: 'P-12' });

    const { status, linkedReports } = await get(orderId);
    expect(status).toBe('REPORTED');
    expect(new Map(linkedReports.map(({ reportSetId, by }) => [reportSetId, by]))).toEqual(
      new Map([
        [early, 'placerNumber'],
        [late, 'fillerNumber'],
      ]),
    );
  });

  describe('joins a report by its patient too', () => {
    const OTHER = { ...BODY.patient, birthName: 'AUTRE' };
    const ordersOf = async (reportSetId: string) => {
      const headers = { authorization: `Bearer ${KEYS[ONE]}` };
      const answer = await context.app.inject({ url: `/api/v1/orders?reportSetId=${reportSetId}`, headers });
      return answer.json<{ items: { orderId: string }[] }>().items.map(({ orderId }) => orderId);
    };
    const post1 = async (change: object) => (await post({ ...BODY, ...change })).json<{ orderId: string }>().orderId;

    it('and says which has its number and is somebody else’s', async () => {
      const orderId = await post1({ placerNumber: 'P-30' });
      const other = await report({ fillerNumber: 'F-30', placerNumber: 'P-30' }, {}, OTHER);

      expect(await get(orderId)).toMatchObject({
        status: 'RECEIVED',
        linkedReports: [],
        findings: [{ severity: 'warning', code: 'order-other-patient', location: `/reports/${other}` }],
      });
    });

    it('and to the one order of this patient where prescribers number alike', async () => {
      const [mine, other] = [await post1({ placerNumber: 'P-31' }), await post1({ placerNumber: 'P-31', patient: OTHER })];
      const reportSetId = await report({ fillerNumber: 'F-31', placerNumber: 'P-31' });

      expect(await get(mine)).toMatchObject({ linkedReports: [{ reportSetId, by: 'placerNumber' }], findings: [] });
      expect(await ordersOf(reportSetId)).toEqual([mine]);
      expect(await get(other)).toMatchObject({ linkedReports: [], findings: [{ code: 'order-other-patient' }] });
    });

    it('and to none of two orders of this patient, unless its document was made from one', async () => {
      const [first, second] = [
        await post1({ placerNumber: 'P-32' }),
        await post1({ placerNumber: 'P-32', prescribedAt: '2026-11-21' }),
      ];
      const unsure = await report({ fillerNumber: 'F-32', placerNumber: 'P-32' });
      const made = await report({ fillerNumber: 'F-33', placerNumber: 'P-32' }, { orderId: first });

      expect(await get(first)).toMatchObject({ linkedReports: [{ reportSetId: made }], findings: [{ code: 'order-ambiguous' }] });
      expect((await get(second)).findings.map(({ code }) => code)).toEqual(['order-ambiguous', 'order-ambiguous']);
      expect(await ordersOf(made)).toEqual([first]);
      expect(await ordersOf(unsure)).toEqual([]);
      expect(await ordersOf(randomUUID())).toEqual([]);
    });

    it('and by the number of a line or of the prescription', async () => {
      const exams = ['P-34A', 'P-34B'].map((placerNumber) => ({ ...BODY.exams[0], placerNumber }));
      const orderId = await post1({ placerNumber: undefined, prescriptionNumber: 'P-34', exams });
      const found = [
        await report({ fillerNumber: 'F-34', placerNumber: 'P-34B' }),
        await report({ fillerNumber: 'F-35', placerNumber: 'P-34' }),
      ];

      expect((await get(orderId)).linkedReports.map(({ reportSetId }) => reportSetId).sort()).toEqual(found.sort());
    });
  });

  it('finds orders by a number', async () => {
    const { orderId } = (await post({ ...BODY, placerNumber: 'P-40', fillerNumber: 'F-40' })).json<{ orderId: string }>();
    const list = async (query: string, tenantId: keyof typeof KEYS = ONE) =>
      (
        await context.app.inject({ url: `/api/v1/orders?${query}`, headers: { authorization: `Bearer ${KEYS[tenantId]}` } })
      ).json<object>();

    expect(await list('placerNumber=P-40')).toMatchObject({ items: [{ orderId, revision: 1, route: 'rest' }] });
    expect(await list('fillerNumber=F-40')).toMatchObject({ items: [{ orderId }] });
    expect(await list('fillerNumber=P-40')).toEqual({ items: [] });
    expect(await list('placerNumber=P-40', TWO)).toEqual({ items: [] });
    for (const query of ['', 'placerNumber=', 'placerNumber=P-40&fillerNumber=F-40']) {
      expect(await list(query)).toMatchObject({ status: 422, code: 'order-query-invalid' });
    }
  });

  it('links the latest revision of a report', async () => {
    const { orderId } = (await post({ ...BODY, placerNumber: 'P-20' })).json<{ orderId: string }>();
    const reportSetId = await report({ fillerNumber: 'F-20', placerNumber: 'P-20' }, { revision: 2, documentId: '2.25.2' });
    await report({ fillerNumber: 'F-20', placerNumber: 'P-20' }, { reportSetId, revision: 1, documentId: '2.25.1' });

    expect((await get(orderId)).linkedReports).toMatchObject([{ reportSetId, revision: 2, documentId: '2.25.2' }]);
  });

  it('keeps laboratories apart', async () => {
    const { orderId } = (await post(BODY)).json<{ orderId: string }>();

    expect(await get(orderId, TWO)).toMatchObject({ status: 404, code: 'resource-not-found' });
    expect(await get('not-a-uuid')).toMatchObject({ status: 404 });
  });
});
