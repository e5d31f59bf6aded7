import { eventually, oml, oru, qualifiedPatient, TEST_MATRICULE } from '@segur/testing';
import { rowsOf } from '../behind-the-doors.js';
import { verdictOf } from '../mllp-exchange.js';
import { ALL_ACCEPTED, type Scene } from '../scene.js';

interface ShownOrder {
  readonly orderId: string;
  readonly status: string;
  readonly linkedReports: readonly { readonly reportSetId: string; readonly by: string }[];
}

const [surname = '', firstName = ''] = qualifiedPatient.names.split('^');

const order = (numbers: { readonly placerNumber: string; readonly fillerNumber?: string }) => ({
  ...numbers,
  prescribedAt: '2026-11-20',
  prescriber: { rpps: '99700000029', familyName: 'TESTPRESC', givenName: 'LOUIS', prefix: 'M', suffix: 'DR' },
  patient: {
    birthName: surname,
    firstNames: firstName,
    birthDate: '1979-03-28',
    sex: 'F',
    ins: { value: TEST_MATRICULE, oid: '1.2.250.1.213.1.4.10' },
    identityStatus: 'QUALIFIEE',
  },
  exams: [{ freeText: 'Glycémie à jeun' }],
});

/** An order and its results find each other, whichever comes first. */
export function answerOrders(scene: () => Scene): void {
  const post = async (body: object, key: string) => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    return scene().laboratory.fetch('/api/v1/orders', { method: 'POST', headers, body: JSON.stringify(body) });
  };
  const reported = async (orderId: string) => {
    let shown: ShownOrder | undefined;
    const isReported = async () => {
      shown = await scene().laboratory.read<ShownOrder>(`/api/v1/orders/${orderId}`);
      return shown.status === 'REPORTED';
    };
    await eventually(isReported, { withinMs: 60_000, orSay: () => JSON.stringify(shown) });
    return shown;
  };
  /** `inFulfillmentOf/order/id` of a document. */
  const fulfilledBy = (cda: string) => /<inFulfillmentOf>[\s\S]*?<id [^>]*extension="([^"]+)"/.exec(cda)?.[1];
  const fulfilled = async (reportSetId: string) => fulfilledBy((await scene().laboratory.document(reportSetId)).toString('utf8'));
  const heldByDmp = async (documentId: string | undefined) =>
    (await scene().sandbox.documents(documentId ?? '')).map(({ bytes }) => bytes.toString('utf8')).join('\n');
  /** The identifier of the order that has a number, once it is kept. */
  const received = async (placerNumber: string): Promise<string> => {
    let found: readonly { readonly orderId: string }[] = [];
    await eventually(async () => {
      ({ items: found } = await scene().laboratory.read<{ items: typeof found }>(`/api/v1/orders?placerNumber=${placerNumber}`));
      return found.length > 0;
    });
    return found[0]?.orderId ?? '';
  };

  describe('an order', () => {
    it('that came first gives its number to the document of its results', async () => {
      const { laboratory, platform } = scene();
      const answer = await post(order({ placerNumber: 'PRESC-FIRST', fillerNumber: 'ORDER-FIRST' }), 'order-first');
      const { orderId } = (await answer.json()) as { orderId: string };
      const known = 'SELECT 1 FROM result_structuring.known_order WHERE order_id = $1';
      await eventually(async () => (await rowsOf(platform.databaseUrl, known, [orderId])).length > 0);
      await laboratory.sendByMllp(oru({ controlId: 'ORDERFIRST', fillerNumber: 'ORDER-FIRST', placerNumber: '' }));
      const { reportSetId } = await laboratory.delivered('ORDER-FIRST', ALL_ACCEPTED);

      expect(answer.status).toBe(201);
      expect(await reported(orderId)).toMatchObject({ linkedReports: [{ reportSetId, by: expect.any(String) as string }] });
      expect(await fulfilled(reportSetId)).toBe('PRESC-FIRST');
    }, 90_000);

    it('that comes after its results finds them', async () => {
      const { laboratory } = scene();
      await laboratory.sendByMllp(oru({ controlId: 'ORDERLAST', fillerNumber: 'ORDER-LAST', placerNumber: 'PRESC-LAST' }));
      const { reportSetId } = await laboratory.delivered('ORDER-LAST', ALL_ACCEPTED);
      const { orderId } = (await (await post(order({ placerNumber: 'PRESC-LAST' }), 'order-last')).json()) as { orderId: string };

      expect(await reported(orderId)).toMatchObject({ linkedReports: [{ reportSetId, by: 'placerNumber' }] });
      expect(await fulfilled(reportSetId)).toBe('PRESC-LAST');
    }, 90_000);

    it('by OML that came first gives number, prescriber and context to the document that the DMP holds', async () => {
      const { laboratory, platform } = scene();
      const answer = await laboratory.sendByMllp(
        oml({ controlId: 'OMLFIRST', placerNumbers: ['OML-FIRST'], clinicalInformation: 'bilan de fatigue' }),
      );
      const orderId = await received('OML-FIRST');
      const known = 'SELECT 1 FROM result_structuring.known_order WHERE order_id = $1';
      await eventually(async () => (await rowsOf(platform.databaseUrl, known, [orderId])).length > 0);
      const results = { controlId: 'OMLFIRST-R', fillerNumber: 'OML-FIRST-R', placerNumber: 'OML-FIRST', prescriber: '' };
      await laboratory.sendByMllp(oru(results));
      const report = await laboratory.delivered('OML-FIRST-R', ALL_ACCEPTED);
      const cda = await heldByDmp(report.revisions[0]?.documentId);

      expect(answer.toString()).toMatch(/\|ORL\^O22\^ORL_O22\|[\s\S]*\rMSA\|AA\|OMLFIRST\rORC\|OK\|OML-FIRST\^LPS\r$/);
      expect(fulfilledBy(cda)).toBe('OML-FIRST');
      expect(/<participant typeCode="REF">[\s\S]*?<\/participant>/.exec(cda)?.[0]).toMatch(/899700000029[\s\S]*TESTPRESC/);
      expect(cda).toContain('bilan de fatigue');
      expect(report.revisions).toMatchObject([{ orderId }]);
      expect(await reported(orderId)).toMatchObject({ linkedReports: [{ reportSetId: report.reportSetId, by: 'placerNumber' }] });
    }, 90_000);

    it('by OML that comes after its results finds them, and changes nothing that was sent', async () => {
      const { laboratory } = scene();
      await laboratory.sendByMllp(oru({ controlId: 'OMLLAST-R', fillerNumber: 'OML-LAST-R', placerNumber: 'OML-LAST' }));
      const before = await laboratory.delivered('OML-LAST-R', ALL_ACCEPTED);
      await laboratory.sendByMllp(oml({ controlId: 'OMLLAST', placerNumbers: ['OML-LAST'] }));
      const orderId = await received('OML-LAST');
      const shown = await reported(orderId);
      const ofReport = `/api/v1/orders?reportSetId=${before.reportSetId}`;
      const cda = await heldByDmp(before.revisions[0]?.documentId);

      expect(shown).toMatchObject({ linkedReports: [{ reportSetId: before.reportSetId, by: 'placerNumber' }] });
      expect(await laboratory.read(ofReport)).toMatchObject({ items: [{ orderId, route: 'hl7v2' }] });
      expect(fulfilledBy(cda)).toBe('OML-LAST');
      expect(cda).toMatch(/<participant typeCode="REF">[\s\S]*TESTPRESC/);
      expect(await laboratory.delivered('OML-LAST-R', ALL_ACCEPTED)).toEqual(before);
    }, 90_000);

    it('by OML that is wrong is refused by place and rule', async () => {
      const answer = await scene().laboratory.sendByMllp(oml({ controlId: 'OMLWRONG', prescriber: '' }));

      expect(verdictOf(answer)).toEqual({ code: 'AE', condition: '101' });
      expect(answer.toString()).toMatch(/ERR\|\|ORC\^1\^12\|101/);
    });

    it('that is sent twice under one key is one order', async () => {
      const [first, second] = [
        await post(order({ placerNumber: 'PRESC-TWICE' }), 'order-twice'),
        await post(order({ placerNumber: 'PRESC-TWICE' }), 'order-twice'),
      ];

      expect([first.status, second.status]).toEqual([201, 200]);
      expect(await second.json()).toEqual(await first.json());
    });
  });
}
