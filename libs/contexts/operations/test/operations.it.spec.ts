import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import {
  ACKNOWLEDGEMENT_CHANGED,
  DEAD_LETTER,
  DELIVERY_CHANGED,
  DOCUMENT_REFUSED,
  DOCUMENT_VALIDATED,
  MAPPING_MISSING,
  REPORT_STRUCTURED,
  REPORT_TRANSCODED,
  REPORT_WITHDRAWN,
  RESULTS_RECEIVED,
  type EventEnvelope,
  type Topic,
} from '@segur/events';
import { reportSetIdOf } from '@segur/laboratory';
import { AcknowledgementsConsumer } from '../src/keep-read-models/acknowledgements.consumer.js';
import { AlertsConsumer } from '../src/keep-read-models/alerts.consumer.js';
import { DeliveriesConsumer } from '../src/keep-read-models/deliveries.consumer.js';
import { ReceptionsConsumer } from '../src/keep-read-models/receptions.consumer.js';
import { WithdrawalsConsumer } from '../src/keep-read-models/withdrawals.consumer.js';
import { ReportsConsumer } from '../src/keep-read-models/reports.consumer.js';
import { KEYS, startApplication, type Application } from './application.js';

const [ONE, TWO] = ['750000001', '750000002'] as const;

describe('operations', () => {
  let context: Application;
  beforeAll(async () => (context = await startApplication()));
  afterAll(() => context.close());

  let seconds = 0;
  function event<T>(topic: Topic<T>, change: Partial<T>, tenantId: string = ONE): EventEnvelope<T> {
    const occurredAt = new Date(Date.UTC(2026, 10, 23, 9, 0, (seconds += 1))).toISOString();
    const data = topic.schema.parse({ ...topic.example, ...change });
    return { id: v7(), topic: topic.name, key: 'k', tenantId, source: 'spec', occurredAt, data };
  }

  const receptions = () => context.app.get(ReceptionsConsumer);
  const reports = () => context.app.get(ReportsConsumer);

  async function get<T>(path: string, tenantId: keyof typeof KEYS = ONE): Promise<T> {
    const answer = await context.app.inject({ url: `/api/v1/${path}`, headers: { authorization: `Bearer ${KEYS[tenantId]}` } });
    return answer.json<T>();
  }
  const statusOf = async (reportSetId: string) => (await get<{ status: string }>(`reports/${reportSetId}`)).status;

  it('follows a report from its reception to its deliveries', async () => {
    const [reportSetId, receptionId, orderId] = [randomUUID(), v7(), v7()];
    await receptions().onResultsReceived(event(RESULTS_RECEIVED, { reportSetId, receptionId, controlId: 'C-1' }));
    expect(await statusOf(reportSetId)).toBe('RECEIVED');
    await reports().onReportStructured(event(REPORT_STRUCTURED, { reportSetId, receptionId }));
    expect(await statusOf(reportSetId)).toBe('STRUCTURED');
    await reports().onReportTranscoded(event(REPORT_TRANSCODED, { reportSetId }));
    expect(await statusOf(reportSetId)).toBe('TRANSCODED');
    await reports().onDocumentValidated(event(DOCUMENT_VALIDATED, { reportSetId, receptionId, orderId }));
    const delivery = { reportSetId, deliveryId: v7(), errorCode: 'remote-unavailable' };
    const deliveries = context.app.get(DeliveriesConsumer);
    await deliveries.onDeliveryChanged(
      event(DELIVERY_CHANGED, { ...delivery, state: 'WAITING_RETRY', stateRevision: 3, attempts: 1 }),
    );
    await deliveries.onDeliveryChanged(event(DELIVERY_CHANGED, { ...delivery, state: 'PENDING', stateRevision: 1, attempts: 0 }));

    expect(await get(`reports/${reportSetId}`)).toEqual({
      reportSetId,
      revision: 1,
      status: 'VALIDATED',
      receivedAt: '2026-11-23T09:00:01.000Z',
      changedAt: '2026-11-23T09:00:04.000Z',
      revisions: [
        {
          revision: 1,
          status: 'VALIDATED',
          receptionId,
          mapRelease: 3,
          documentId: DOCUMENT_VALIDATED.example.documentId,
          orderId,
          findings: [],
          changedAt: '2026-11-23T09:00:04.000Z',
        },
      ],
      deliveries: [
        {
          deliveryId: delivery.deliveryId,
          revision: 1,
          channel: 'dmp',
          recipientRole: 'dmp',
          state: 'WAITING_RETRY',
          attempts: 1,
          remoteId: DELIVERY_CHANGED.example.remoteId,
          errorCode: 'remote-unavailable',
          changedAt: '2026-11-23T09:00:05.000Z',
        },
      ],
      acknowledgements: [],
      refusals: [],
    });
    expect(await get('receptions?limit=1')).toMatchObject({
      items: [
        {
          id: receptionId,
          receivedAt: '2026-11-23T09:00:01.000Z',
          sender: 'SGL|LABO',
          controlId: 'C-1',
          kind: 'hl7v2-oru',
          status: 'VALIDATED',
          reportSetId,
        },
      ],
    });
  });

  it('shows what the laboratory was told, with its message and its report', async () => {
    const [reportSetId, receptionId] = [randomUUID(), v7()];
    await receptions().onResultsReceived(event(RESULTS_RECEIVED, { reportSetId, receptionId }));
    const consumer = context.app.get(AcknowledgementsConsumer);
    const [first, second] = [v7(), v7()];
    const told = (change: object) =>
      consumer.onAcknowledgementChanged(event(ACKNOWLEDGEMENT_CHANGED, { reportSetId, receptionId, ...change }));
    await told({ acknowledgementId: first, state: 'ACKNOWLEDGED', stateRevision: 3, attempts: 2 });
    await told({ acknowledgementId: first, state: 'WAITING', stateRevision: 1, attempts: 0 });
    const negative = { kind: 'mss-reception', verdict: 'negative', errorCode: 'smtp-550' } as const;
    await told({
      acknowledgementId: second,
      ...negative,
      state: 'WAITING',
      stateRevision: 2,
      attempts: 1,
      answerCode: 'sgl-unreachable',
    });
    const { acknowledgements } = await get<{ acknowledgements: unknown[] }>(`reports/${reportSetId}`);
    const { items } = await get<{ items: { id: string; acknowledgements?: object }[] }>('receptions?limit=5');

    expect(acknowledgements).toEqual([
      expect.objectContaining({ acknowledgementId: first, receptionId, verdict: 'positive', state: 'ACKNOWLEDGED', attempts: 2 }),
      expect.objectContaining({ acknowledgementId: second, ...negative, state: 'WAITING', answerCode: 'sgl-unreachable' }),
    ]);
    expect(items.find(({ id }) => id === receptionId)?.acknowledgements).toEqual({ ACKNOWLEDGED: 1, WAITING: 1 });
    expect(items.filter(({ acknowledgements: made }) => made)).toHaveLength(1);
  });

  it('keeps the first remarks of a document that has too many', async () => {
    const [reportSetId, receptionId] = [randomUUID(), v7()];
    const findings = Array.from({ length: 1000 }, (_, index) => ({
      severity: 'warning' as const,
      code: 'loinc-missing',
      location: `OBX[${index}]-3`,
      message: 'No LOINC',
    }));
    await receptions().onResultsReceived(event(RESULTS_RECEIVED, { reportSetId, receptionId }));
    await reports().onDocumentValidated(event(DOCUMENT_VALIDATED, { reportSetId, receptionId, findings }));
    const { revisions } = await get<{ revisions: { findings: unknown[] }[] }>(`reports/${reportSetId}`);

    expect(revisions[0]?.findings).toHaveLength(201);
    expect(revisions[0]?.findings.at(-1)).toMatchObject({ code: 'findings-left-out', message: '800 more findings were left out' });
  });

  it('shows why a message was refused, and forgets it once the next one is read', async () => {
    const [reportSetId, first, second] = [randomUUID(), v7(), v7()];
    await receptions().onResultsReceived(event(RESULTS_RECEIVED, { reportSetId, receptionId: first }));
    await reports().onDocumentRefused(event(DOCUMENT_REFUSED, { reportSetId, receptionId: first }));
    expect(await get(`reports/${reportSetId}`)).toMatchObject({
      status: 'REFUSED',
      revision: 0,
      refusals: [{ receptionId: first, stage: 'read', findings: DOCUMENT_REFUSED.example.findings }],
    });
    expect(await get('receptions?limit=1')).toMatchObject({ items: [{ id: first, status: 'REFUSED' }] });

    await receptions().onResultsReceived(event(RESULTS_RECEIVED, { reportSetId, receptionId: second }));
    expect(await statusOf(reportSetId)).toBe('RECEIVED');
    await reports().onReportStructured(event(REPORT_STRUCTURED, { reportSetId, receptionId: second }));
    expect(await statusOf(reportSetId)).toBe('STRUCTURED');
  });

  it('ends in the same place whatever the order, and however often events come', async () => {
    const [reportSetId, receptionId] = [randomUUID(), v7()];
    const received = event(RESULTS_RECEIVED, { reportSetId, receptionId });
    const structured = event(REPORT_STRUCTURED, { reportSetId, receptionId });
    const refused = event(DOCUMENT_REFUSED, { reportSetId, receptionId, revision: 1, stage: 'assemble' });
    for (let time = 1; time <= 2; time += 1) {
      await reports().onDocumentRefused(refused);
      await reports().onReportStructured(structured);
      await receptions().onResultsReceived(received);
    }

    expect(await get(`reports/${reportSetId}`)).toMatchObject({
      status: 'REFUSED',
      revisions: [{ revision: 1, status: 'REFUSED', findings: DOCUMENT_REFUSED.example.findings }],
      refusals: [{ stage: 'assemble', revision: 1 }],
    });
  });

  it.each(['after', 'before'])('shows a withdrawal that is read %s what it withdraws, until a later state', async (when) => {
    const [reportSetId, receptionId, asking] = [randomUUID(), v7(), v7()];
    const withdrawals = context.app.get(WithdrawalsConsumer);
    const withdrawn = event(REPORT_WITHDRAWN, { reportSetId, revision: 2, reason: 'sent-in-error', receptionId: asking });
    if (when === 'before') await withdrawals.onReportWithdrawn(withdrawn);
    await receptions().onResultsReceived(event(RESULTS_RECEIVED, { reportSetId, receptionId }));
    await receptions().onResultsReceived(event(RESULTS_RECEIVED, { reportSetId, receptionId: asking }));
    await reports().onReportStructured(event(REPORT_STRUCTURED, { reportSetId, receptionId, revision: 2 }));
    if (when === 'after') await withdrawals.onReportWithdrawn(withdrawn);
    await withdrawals.onReportWithdrawn(event(REPORT_WITHDRAWN, { reportSetId, revision: 1, reason: 'requested' }));

    expect(await get(`reports/${reportSetId}`)).toMatchObject({
      status: 'WITHDRAWN',
      revision: 2,
      withdrawal: { revision: 2, reason: 'sent-in-error', receptionId: asking, at: expect.stringMatching(/Z$/) },
    });
    expect(await get('receptions?limit=1')).toMatchObject({ items: [{ id: asking, status: 'WITHDRAWN' }] });
    const ids = (await get<{ items: { reportSetId: string }[] }>('reports?status=WITHDRAWN')).items.map((item) => item.reportSetId);
    expect(ids).toContain(reportSetId);

    await reports().onReportStructured(event(REPORT_STRUCTURED, { reportSetId, receptionId: v7(), revision: 3 }));
    expect(await statusOf(reportSetId)).toBe('STRUCTURED');
  });

  it('pages newest first, each item once', async () => {
    const ids = Array.from({ length: 5 }, () => v7());
    for (const receptionId of ids)
      await receptions().onResultsReceived(event(RESULTS_RECEIVED, { reportSetId: randomUUID(), receptionId }, TWO));

    const seen: string[] = [];
    let next: string | undefined = '';
    while (next !== undefined) {
      const page: { items: { id: string }[]; next?: string } = await get(`receptions?limit=2${next && `&cursor=${next}`}`, TWO);
      seen.push(...page.items.map(({ id }) => id));
      next = page.next;
    }

    expect(seen).toEqual([...ids].reverse());
    expect((await get<{ items: unknown[]; next?: string }>('reports?limit=4', TWO)).next).toBeDefined();
  });

  it('filters reports by state, number and time', async () => {
    const reportSetId = reportSetIdOf(ONE, 'DOS-42');
    await receptions().onResultsReceived(event(RESULTS_RECEIVED, { reportSetId, receptionId: v7() }));
    const found = async (query: string) =>
      (await get<{ items: { reportSetId: string }[] }>(`reports?${query}`)).items.map((item) => item.reportSetId);

    expect(await found('fillerNumber=DOS-42')).toEqual([reportSetId]);
    expect(await found('fillerNumber=DOS-43')).toEqual([]);
    expect(await found('fillerNumber=DOS-42&status=VALIDATED')).toEqual([]);
    expect(await found('since=2026-11-23T10:00:00%2B01:00&status=RECEIVED')).toContain(reportSetId);
    expect(await found('since=2027-01-01T00:00:00Z')).toEqual([]);
  });

  it('keeps laboratories apart', async () => {
    const reportSetId = randomUUID();
    await receptions().onResultsReceived(event(RESULTS_RECEIVED, { reportSetId, receptionId: v7() }));

    expect(await get(`reports/${reportSetId}`, TWO)).toMatchObject({ status: 404, code: 'resource-not-found' });
    expect((await get<{ items: { reportSetId: string }[] }>('reports', TWO)).items.map((item) => item.reportSetId)).not.toContain(
      reportSetId,
    );
  });

  it.each(['receptions?limit=0', 'receptions?cursor=nonsense', 'reports?status=LOST', 'reports?since=yesterday'])(
    'refuses %s',
    async (path) => {
      expect(await get(path)).toMatchObject({ status: 422, code: 'invalid-query' });
    },
  );

  it.each(['not-a-uuid', randomUUID()])('knows no report %s', async (id) => {
    expect(await get(`reports/${id}`)).toMatchObject({ status: 404 });
  });

  it('lists what waits for a person', async () => {
    const alerts = context.app.get(AlertsConsumer);
    const missing = event(MAPPING_MISSING, {
      missing: ['B', 'A', 'A'].map((localCode) => ({ localCode, label: localCode, reason: 'unmapped' as const })),
    });
    const letter = event(DEAD_LETTER, {});
    for (let time = 1; time <= 2; time += 1) {
      await alerts.onMappingMissing(missing);
      await alerts.onDeadLetter(letter);
    }

    expect(await get('mappings/missing')).toMatchObject({ items: [{ localCode: 'A', mapRelease: 3 }, { localCode: 'B' }] });
    expect(await get('dead-letters')).toMatchObject({
      items: [
        {
          id: DEAD_LETTER.example.deadLetterId,
          context: 'dmp-feeding',
          topic: 'internal.document.validated.v1',
          errorCode: 'malformed-input',
        },
      ],
    });
  });
});
