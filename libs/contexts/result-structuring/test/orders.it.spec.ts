import { v7 } from 'uuid';
import { readCdaHeader } from '@segur/cda';
import { DOCUMENT_VALIDATED, ORDER_MESSAGE_RECEIVED, ORDER_RECEIVED, type EventEnvelope, type OrderReceived } from '@segur/events';
import { numbersOfOrder, type Order } from '@segur/laboratory';
import { eventually, officialDirectory, oml, oru, testIdentity, TEST_MATRICULE } from '@segur/testing';
import { Application, KEYS, MllpClient, ONE } from './application.js';
import { Reports } from './reports.js';

describe('orders at the door of messages', () => {
  let context: Application;
  let client: MllpClient;
  let reports: Reports;
  beforeAll(async () => {
    const ciSisDir = officialDirectory('ci-sis');
    context = await Application.start(ciSisDir === undefined ? {} : { CI_SIS_DIR: ciSisDir });
    client = await MllpClient.open(context.mllpPort);
    reports = new Reports(context, client);
  });
  afterAll(async () => {
    client.close();
    await context.close();
  });

  const messages = (controlId: string) =>
    context.events.filter(
      ({ topic, data }) => topic === ORDER_MESSAGE_RECEIVED.name && (data as { controlId: string }).controlId === controlId,
    );
  const announced = async (controlId: string) => {
    await eventually(() => messages(controlId).length > 0);
    return messages(controlId);
  };

  it('are answered line by line once they are durable, and wait for order-intake', async () => {
    const bytes = oml({ controlId: 'O-1', placerNumbers: ['PL-1', 'PL-2'] });
    const answer = await client.send(bytes);
    const [event] = await announced('O-1');

    expect(answer.split('\r')).toEqual([
      expect.stringContaining('|ORL^O22^ORL_O22|'),
      'MSA|AA|O-1',
      'ORC|OK|PL-1^LPS',
      'ORC|OK|PL-2^LPS',
      '',
    ]);
    expect(event).toMatchObject({ tenantId: ONE, data: { kind: 'hl7v2-oml', route: 'mllp', sender: 'LPS|CABINET' } });
    expect(JSON.stringify(event)).not.toMatch(/PAT-TROIS|TESTPRESC|PL-1/);
    const { message } = event?.data as { message: { sha256: string } };
    expect(await context.documents.get(ONE, message.sha256)).toEqual(bytes);
  });

  it('are taken once: the same again has the same answer, another under its control id is refused', async () => {
    const first = await client.send(oml({ controlId: 'O-2' }));

    expect(await client.send(oml({ controlId: 'O-2' }))).toBe(first);
    expect(await client.send(oml({ controlId: 'O-2', placerNumbers: ['OTHER'] }))).toMatch(/MSA\|AE\|O-2\rERR\|\|MSH\^1\^10\|205/);
    await client.send(oml({ controlId: 'O-2-LAST' }));
    await announced('O-2-LAST');
    expect(messages('O-2')).toHaveLength(1);
  });

  it.each`
    what                | options                                 | answer
    ${'no prescriber'}  | ${{ controlId: 'O-3', prescriber: '' }} | ${/MSA\|AE\|O-3\rERR\|\|ORC\^1\^12\|101.*hl7-required.*\rORC\|UA\|ORD-2026-1123\^LPS\r$/}
    ${'a cancellation'} | ${{ controlId: 'O-4', control: 'CA' }}  | ${/MSA\|AE\|O-4\rERR\|\|ORC\^1\^1\|207.*order-cancel-not-taken.*\rORC\|UC\|/}
    ${'a change'}       | ${{ controlId: 'O-5', control: 'XO' }}  | ${/MSA\|AE\|O-5\rERR\|\|ORC\^1\^1\|207.*order-change-not-taken.*\rORC\|UX\|/}
  `('are refused for $what, by its place and its rule', async ({ options, answer }: { options: object; answer: RegExp }) => {
    expect(await client.send(oml(options))).toMatch(answer);
  });

  it.each([
    ['O33', 'ORL^O34^ORL_O34'],
    ['O35', 'ORL^O36^ORL_O36'],
  ] as const)('come as %s too', async (event, type) => {
    const answer = await client.send(oml({ controlId: event, event }));

    expect(answer).toContain(`|${type}|`);
    expect(answer).toContain(`MSA|AA|${event}\r`);
    expect(await announced(event)).toHaveLength(1);
  });

  it('come over HTTP too', async () => {
    const post = (payload: Buffer) =>
      context.app.inject({
        method: 'POST',
        url: '/api/v1/messages',
        headers: { authorization: `Bearer ${KEYS[ONE]}`, 'content-type': 'application/hl7-v2' },
        payload,
      });
    const answer = await post(oml({ controlId: 'O-HTTP' }));

    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/hl7-v2']);
    expect(answer.body).toMatch(/\|ORL\^O22\^ORL_O22\|[\s\S]*MSA\|AA\|O-HTTP\rORC\|OK\|/);
    expect(await announced('O-HTTP')).toMatchObject([{ data: { route: 'http' } }]);
  });

  describe('and the results that name them', () => {
    /** Plays order-intake. */
    async function order(change: Partial<Order>): Promise<string> {
      const given: Order = {
        orderId: v7(),
        revision: 1,
        prescribedAt: '2026-11-18',
        prescriber: { nationalId: '810100000001', family: 'FROM-ORDER', telecoms: [] },
        patient: { ...testIdentity, insMatricule: { value: TEST_MATRICULE, oid: '1.2.250.1.213.1.4.10' } },
        urgency: { level: 'ROUTINE' },
        exams: [],
        clinicalInformation: 'TOLD-WITH-ORDER',
        copies: [],
        patientCopy: false,
        ...change,
      };
      const { orderId, revision, placerNumber } = given;
      const { placer, filler } = numbersOfOrder(given);
      const bytes = Buffer.from(JSON.stringify(given));
      const ref = await context.documents.put(ONE, { bytes, mediaType: 'application/vnd.segur.order+json' });
      const data: OrderReceived = {
        orderId,
        revision,
        route: 'hl7v2',
        ...(placerNumber !== undefined && { placerNumber }),
        placerNumbers: [...placer],
        fillerNumbers: [...filler],
        order: ref,
      };
      const event: EventEnvelope<OrderReceived> = {
        id: v7(),
        topic: ORDER_RECEIVED.name,
        key: orderId,
        tenantId: ONE,
        source: 'order-intake',
        occurredAt: '2026-11-20T08:00:00.000Z',
        data,
      };
      await context.bus.append([event]);
      return orderId;
    }

    /** Sends results that name no prescriber, and gives what their document says. */
    async function resultsOf(fillerNumber: string, placerNumber: string) {
      const message = oru({ controlId: fillerNumber, fillerNumber, placerNumber, prescriber: '' });
      const document = await reports.documentOf(await reports.send(message, fillerNumber));
      const cda = await context.documents.get(ONE, document.cda.sha256);
      const { orders, participants } = readCdaHeader(cda);
      return {
        document,
        orders: orders.map(({ extension }) => extension),
        prescribers: participants.filter(({ typeCode }) => typeCode === 'REF').map(({ person }) => person?.family),
        told: cda.includes('TOLD-WITH-ORDER'),
        codes: document.findings.map(({ code }) => code),
      };
    }
    const completed = (placerNumber: string, orderId: string) => ({
      document: { orderId },
      orders: [placerNumber],
      prescribers: ['FROM-ORDER'],
      told: true,
    });

    it('give them prescriber, date and context, by a number of the order or of one line', async () => {
      const exam = { freeText: 'Glycémie', specimens: [] };
      const whole = await order({ placerNumber: 'PO-1' });
      const byLine = await order({
        exams: [
          { ...exam, placerNumber: 'PO-2A' },
          { ...exam, placerNumber: 'PO-2B' },
        ],
      });
      const byGroup = await order({ groupNumber: 'PO-3' });

      expect(await resultsOf('FO-1', 'PO-1')).toMatchObject(completed('PO-1', whole));
      expect(await resultsOf('FO-2', 'PO-2B')).toMatchObject(completed('PO-2B', byLine));
      expect(await resultsOf('FO-3', 'PO-3')).toMatchObject(completed('PO-3', byGroup));
    });

    it('stand alone where the order is not known: the document is made at once, under the number that the message says', async () => {
      const found = await resultsOf('FO-4', 'PO-4');

      expect(found).toMatchObject({ orders: ['PO-4'], prescribers: [], told: false });
      expect(found.document).not.toHaveProperty('orderId');
      expect(found.codes).toContain('hl7-prescriber-of-order');
      expect(found.codes.filter((code) => code.startsWith('order-'))).toEqual([]);
    });

    it('take nothing where two orders of the patient have the number, and say so', async () => {
      await order({ placerNumber: 'PO-5' });
      await order({ placerNumber: 'PO-5', prescribedAt: '2026-11-19' });
      const found = await resultsOf('FO-5', 'PO-5');

      expect(found).toMatchObject({ orders: ['PO-5'], prescribers: [], told: false });
      expect(found.document).not.toHaveProperty('orderId');
      expect(found.codes).toContain('order-ambiguous');
    });

    it('take the one of their patient where prescribers number alike', async () => {
      await order({ placerNumber: 'PO-6', patient: { ...testIdentity, insMatricule: { value: '180010100000001', oid: '1.2' } } });
      const mine = await order({ placerNumber: 'PO-6' });

      expect(await resultsOf('FO-6', 'PO-6')).toMatchObject(completed('PO-6', mine));
    });

    it('that came first are not made again; the next state of the report has the order', async () => {
      const { document } = await resultsOf('FO-7', 'PO-7');
      const orderId = await order({ placerNumber: 'PO-7' });
      await resultsOf('FO-7-AFTER', 'PO-7-AFTER');
      expect(reports.count(DOCUMENT_VALIDATED, document.reportSetId)).toBe(1);

      const message = { fillerNumber: 'FO-7', placerNumber: 'PO-7', prescriber: '', patientNotes: ['à jeun'] };
      await reports.send(oru({ controlId: 'FO-7-B', ...message }), 'FO-7');
      expect(await reports.documentOf(document.reportSetId, 1)).toMatchObject({ revision: 2, orderId });
    });
  });
});
