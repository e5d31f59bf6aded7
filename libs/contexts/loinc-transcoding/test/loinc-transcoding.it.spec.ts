import { randomUUID } from 'node:crypto';
import { REPORT_STRUCTURED, type EventEnvelope, type ObservationToCode, type ReportStructured } from '@segur/events';
import { CodeReportConsumer } from '../src/code-report/code-report.consumer.js';
import { PublishMappingsService } from '../src/publish-mappings/publish-mappings.service.js';
import { SAMPLE_MAPPING_CSV } from '../src/publish-mappings/sample-mapping.js';
import { KEYS, startApplication, type Application } from './application.js';

const [ONE, TWO] = ['750000001', '750000002'] as const;
const HEADER = 'local_code,label,unit,specimen,method,loinc,loinc_label';

describe('loinc-transcoding', () => {
  let context: Application;
  beforeAll(async () => (context = await startApplication()));
  afterAll(() => context.close());

  function publish(tenantId: keyof typeof KEYS, csv: string | Buffer) {
    return context.app.inject({
      method: 'POST',
      url: '/api/v1/mappings',
      headers: { authorization: `Bearer ${KEYS[tenantId]}`, 'content-type': 'text/csv' },
      payload: csv,
    });
  }

  function structured(tenantId: string, observations: Partial<ObservationToCode>[], change = {}): EventEnvelope<ReportStructured> {
    const reportSetId = randomUUID();
    return {
      id: randomUUID(),
      topic: REPORT_STRUCTURED.name,
      key: reportSetId,
      tenantId,
      source: 'result-structuring',
      occurredAt: '2026-11-23T09:00:00.000Z',
      data: {
        ...REPORT_STRUCTURED.example,
        reportSetId,
        observations: observations.map((given, index) => ({
          observationId: `o${index}`,
          localCode: 'GLY',
          label: 'Glycémie',
          valueKind: 'numeric',
          ...given,
        })),
        ...change,
      },
    };
  }

  /** What the context states about one report. */
  async function code(event: EventEnvelope<ReportStructured>): Promise<readonly { topic: string; data: unknown }[]> {
    await context.app.get(CodeReportConsumer).onReportStructured(event);
    return (await context.facts()).filter(({ causationId }) => causationId === event.id);
  }

  it('codes from the map that was published last, at once', async () => {
    const observation = { localCode: 'SWAP', unit: 'mmol/L', unitRaw: 'mmol/l' };
    await publish(TWO, `${HEADER}\nSWAP,Analyse,mmol/L,,,14749-6,Glucose`);
    expect(await code(structured(TWO, [observation]))).toMatchObject([
      { data: { mapRelease: 1, codings: [{ status: 'coded', loinc: '14749-6', loincLabel: 'Glucose' }] } },
    ]);

    await publish(TWO, `${HEADER}\nSWAP,Analyse,mmol/L,,,2951-2,Sodium`);
    expect(await code(structured(TWO, [observation]))).toMatchObject([
      { data: { mapRelease: 2, codings: [{ status: 'coded', loinc: '2951-2' }] } },
    ]);
  });

  it('codes what it can, sends the rest, and announces each missing code once', async () => {
    const observations = [{ unit: 'mmol/L' }, { localCode: 'XYZ', label: 'Analyse locale' }, { unit: 'mg/dL', unitRaw: 'mg/dl' }];
    await publish(ONE, SAMPLE_MAPPING_CSV);

    const [transcoded, missing] = await code(structured(ONE, observations));
    expect(transcoded).toMatchObject({
      data: { codings: [{ status: 'coded' }, { status: 'unmapped' }, { status: 'unit-mismatch' }] },
    });
    expect(missing).toMatchObject({
      data: {
        missing: [
          { localCode: 'GLY', reason: 'unit-mismatch', unitRaw: 'mg/dl' },
          { localCode: 'XYZ', reason: 'unmapped' },
        ],
      },
    });

    expect(await code(structured(ONE, observations))).toHaveLength(1);
  });

  it('acts once per event, and not on a revision that was passed', async () => {
    const second = structured(ONE, [{ unit: 'mmol/L' }], { revision: 2 });
    const first = { ...second, id: randomUUID(), data: { ...second.data, revision: 1 } };

    expect(await code(second)).toHaveLength(1);
    expect(await code(second)).toHaveLength(1);
    expect(await code(first)).toHaveLength(0);
  });

  it('sends local codes alone for a laboratory without a map', async () => {
    expect(await code(structured('750000009', [{}]))).toMatchObject([
      { data: { mapRelease: 0, codings: [{ status: 'unmapped' }] } },
      { data: { missing: [{ localCode: 'GLY' }] } },
    ]);
  });

  it('answers the same release to the same file, and refuses a wrong one as a whole', async () => {
    const csv = `${HEADER}\nNA,Sodium,mmol/L,,,2951-2,Sodium`;
    const first = await publish(TWO, csv);
    const again = await publish(TWO, csv);
    expect([first.statusCode, first.json()]).toEqual([201, again.json()]);

    const refused = await publish(TWO, `${csv}\nK,Potassium,mmol/L,,,2823-4,Potassium`);
    expect(refused.statusCode).toBe(422);
    expect(refused.json()).toMatchObject({
      code: 'mapping-refused',
      findings: [{ code: 'mapping-check-digit', location: 'line 3' }],
    });
  });

  it('reads a file saved as windows-1252', async () => {
    const csv = Buffer.from(`${HEADER}\nUREE,Urée,µmol/L,,,22664-7,Urée`, 'latin1');

    expect((await publish(TWO, csv)).json()).toMatchObject({ lines: 1, findings: [] });
  });

  it.each`
    query                     | answer
    ${'code=TRA&unit=mmol/l'} | ${{ status: 'coded', loinc: '2951-2', loincLabel: 'Sodium' }}
    ${'code=TRA&unit=g/L'}    | ${{ status: 'unit-mismatch' }}
    ${'code=XYZ'}             | ${{ status: 'unmapped' }}
  `('translates $query from the map in force', async ({ query, answer }: { query: string; answer: object }) => {
    await publish(TWO, `${HEADER}\nTRA,Sodium,mmol/L,,,2951-2,Sodium`);
    const headers = { authorization: `Bearer ${KEYS[TWO]}` };

    expect((await context.app.inject({ url: `/api/v1/mappings/translate?${query}`, headers })).json()).toMatchObject(answer);
  });

  it('refuses a file in which a unit contradicts the property of its code, and publishes nothing of it', async () => {
    const before = await publish(TWO, `${HEADER}\nNA,Sodium,mmol/L,,,2951-2,Sodium`);
    const answer = await publish(TWO, `${HEADER}\nNA,Sodium,mmol/L,,,2951-2,Sodium\nGLYC,Glucose,mmol/L,,,2345-7,Glucose`);

    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({
      code: 'mapping-refused',
      findings: [{ severity: 'error', code: 'map-unit-contradicted', location: 'code GLYC' }],
    });
    expect((await publish(TWO, `${HEADER}\nNA,Sodium,mmol/L,,,2951-2,Sodium`)).json()).toEqual(before.json());
  });

  it('takes a reviewed file as it is otherwise, and says what is odd in it', async () => {
    const answer = await publish(TWO, `${HEADER}\nX1,Locale,mmol/L,,,99999-5,Local\nX2,Locale,U/L,,,99999-5,Local`);

    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({ findings: [{ severity: 'warning', code: 'map-units-incompatible' }] });
  });

  it('finds nothing to say of the sample', async () => {
    expect((await publish(ONE, SAMPLE_MAPPING_CSV)).json()).toMatchObject({ findings: [] });
  });

  it('takes no unknown caller, and nothing but CSV', async () => {
    const post = (headers: Record<string, string>) =>
      context.app.inject({ method: 'POST', url: '/api/v1/mappings', headers, payload: '{}' });

    expect((await post({ 'content-type': 'text/csv' })).statusCode).toBe(401);
    expect((await post({ authorization: `Bearer ${KEYS[ONE]}`, 'content-type': 'application/json' })).statusCode).toBe(400);
  });

  it('publishes the first map of a laboratory, and leaves a later one alone', async () => {
    const service = context.app.get(PublishMappingsService, { strict: false });
    await service.publishFirst('750000003', SAMPLE_MAPPING_CSV);
    await service.publish('750000003', `${HEADER}\nNA,Sodium,mmol/L,,,2951-2,Sodium`);
    await service.publishFirst('750000003', SAMPLE_MAPPING_CSV);

    expect(await code(structured('750000003', [{ localCode: 'NA', unit: 'mmol/L' }]))).toMatchObject([{ data: { mapRelease: 2 } }]);
  });
});
