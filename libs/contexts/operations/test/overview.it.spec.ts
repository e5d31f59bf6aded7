import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { DELIVERY_CHANGED, DOCUMENT_VALIDATED, RESULTS_RECEIVED, type EventEnvelope, type Topic } from '@segur/events';
import { DeliveriesConsumer } from '../src/keep-read-models/deliveries.consumer.js';
import { ReceptionsConsumer } from '../src/keep-read-models/receptions.consumer.js';
import { ReportsConsumer } from '../src/keep-read-models/reports.consumer.js';
import { KEYS, startApplication, type Application } from './application.js';

const [ONE, TWO] = ['750000001', '750000002'] as const;

describe('the page of the last reports', () => {
  let context: Application;
  beforeAll(async () => (context = await startApplication()));
  afterAll(() => context.close());

  function event<T>(topic: Topic<T>, change: Partial<T>): EventEnvelope<T> {
    const data = topic.schema.parse({ ...topic.example, ...change });
    return { id: v7(), topic: topic.name, key: 'k', tenantId: ONE, source: 'spec', occurredAt: '2026-11-23T09:00:00.000Z', data };
  }
  const give = (key: string, url = '/session') =>
    context.app.inject({
      ...{ method: 'POST', url, payload: new URLSearchParams({ key }).toString() },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  const open = async (key: string) => String((await give(key)).headers['set-cookie']).split(';')[0] ?? '';
  const show = (cookie?: string) => context.app.inject({ url: '/', headers: cookie === undefined ? {} : { cookie } });

  it('asks who has no session for the key, and shows nothing', async () => {
    const answer = await show();

    expect(answer.statusCode).toBe(401);
    expect(answer.body).toContain('<input id="key" name="key" type="password"');
    expect(answer.headers).toMatchObject({
      'content-security-policy': expect.stringMatching(/^default-src 'none'; style-src 'sha256-/),
      'cache-control': 'no-store',
    });
  });

  it.each(['', 'key-of-nobody'])('refuses the key %p', async (key) => {
    const answer = await give(key);

    expect(answer.statusCode).toBe(401);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.body).toContain('Cette clé n’est pas connue');
  });

  it('shows a laboratory its own last twenty reports, and no other’s', async () => {
    const [reportSetId, receptionId] = [randomUUID(), v7()];
    for (let count = 1; count <= 20; count += 1)
      await context.app
        .get(ReceptionsConsumer)
        .onResultsReceived(event(RESULTS_RECEIVED, { reportSetId: randomUUID(), receptionId: v7(), controlId: `OLD-${count}.` }));
    const last = v7();
    await context.app
      .get(ReceptionsConsumer)
      .onResultsReceived(event(RESULTS_RECEIVED, { reportSetId, receptionId: last, controlId: 'LAST.' }));
    await context.app.get(ReportsConsumer).onDocumentValidated(event(DOCUMENT_VALIDATED, { reportSetId, receptionId: last }));
    const refused = { reportSetId, deliveryId: receptionId, state: 'NOT_ELIGIBLE', errorCode: 'ins-not-qualified' } as const;
    await context.app.get(DeliveriesConsumer).onDeliveryChanged(event(DELIVERY_CHANGED, refused));

    const { body } = await show(await open(KEYS[ONE]));
    expect(body).toMatch(/<th scope="row">LAST\.<\/th>.*Document produit et contrôlé.*DMP : non envoyé \(ins-not-qualified/);
    expect(body).toContain(`href="/api/v1/reports/${reportSetId}/documents/pdf"`);
    expect(body).toContain('OLD-2.');
    expect(body).not.toContain('OLD-1.');
    expect((await show(await open(KEYS[TWO]))).body).toContain('Aucun compte rendu');
  });

  it('forgets the session when asked to', async () => {
    expect((await give('', '/session/end')).headers['set-cookie']).toMatch(/^segur-session=; Max-Age=0;/);
  });
});
