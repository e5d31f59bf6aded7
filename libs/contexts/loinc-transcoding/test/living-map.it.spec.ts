import { randomUUID } from 'node:crypto';
import { REPORT_STRUCTURED, type EventEnvelope, type ObservationToCode, type ReportStructured } from '@segur/events';
import { Metrics } from '@segur/telemetry';
import { CodeReportConsumer } from '../src/code-report/code-report.consumer.js';
import { KEYS, startApplication, type Application } from './application.js';
import { CONCEPTS, FakeReference, withFakes } from './reference-fakes.js';

const TENANT = '750000001';

describe('a map in use', () => {
  const reference = new FakeReference();
  let context: Application;
  beforeAll(async () => (context = await startApplication(withFakes(reference))));
  afterAll(() => context.close());

  async function send(method: 'GET' | 'POST', url: string, payload?: object | string) {
    const type = typeof payload === 'string' ? 'text/csv' : 'application/json';
    const answer = await context.app.inject({
      method,
      url: `/api/v1/${url}`,
      headers: { authorization: `Bearer ${KEYS[TENANT]}`, ...(payload !== undefined && { 'content-type': type }) },
      ...(payload !== undefined && { payload }),
    });
    // The answers of many routes: each test says what it expects of them.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    return answer.json<any>();
  }
  async function report(...observations: Partial<ObservationToCode>[]): Promise<string> {
    const reportSetId = randomUUID();
    const event: EventEnvelope<ReportStructured> = {
      id: randomUUID(),
      topic: REPORT_STRUCTURED.name,
      key: reportSetId,
      tenantId: TENANT,
      source: 'result-structuring',
      occurredAt: '2026-11-24T09:00:00.000Z',
      data: {
        ...REPORT_STRUCTURED.example,
        reportSetId,
        observations: observations.map((given, index) => ({
          observationId: `o${index}`,
          localCode: 'GLY',
          label: 'Glucose',
          valueKind: 'numeric',
          unit: 'g/L',
          unitRaw: 'g/L',
          ...given,
        })),
      },
    };
    await context.app.get(CodeReportConsumer).onReportStructured(event);
    return reportSetId;
  }

  beforeAll(async () => {
    const catalogue = 'Code;Libellé;Unité;Nombre\nNA;Sodium;mmol/L;9000\nGLY;Glucose;g/L;1000';
    const { importId } = await send('POST', 'catalogue/imports', catalogue);
    await send('POST', `catalogue/imports/${importId}/commit`);
    const { items } = await send('GET', 'mappings/queue');
    for (const { entryId, localCode } of items) {
      await send('POST', `mappings/entries/${entryId}/validation`, { loinc: localCode === 'NA' ? '2951-2' : '2345-7' });
    }
    await send('POST', 'mappings/releases', {});
  });

  it('puts an analysis that only reports know into the queue, once', async () => {
    await report({ localCode: 'XYZ', label: 'Potassium', unit: 'mmol/L', unitRaw: 'mmol/l', specimen: 'SER' });
    await report(
      { localCode: 'XYZ', label: 'Potassium', unit: 'mmol/L', unitRaw: 'mmol/l', specimen: 'SER' },
      { unit: 'mg/dL', unitRaw: 'mg/dl' },
    );

    const { items } = await send('GET', 'mappings/queue');
    expect(items.map(({ localCode, unit, source }: Record<string, string>) => `${localCode} ${unit} ${source}`).sort()).toEqual([
      'GLY mg/dl report',
      'XYZ mmol/l report',
    ]);
    expect(await send('POST', 'mappings/proposals')).toEqual({ computed: 2, remaining: 0 });
  });

  it('lists what nobody mapped, and says which codes there are', async () => {
    const csv = await context.app.inject({
      url: '/api/v1/catalogue/export?format=gaps',
      headers: { authorization: `Bearer ${KEYS[TENANT]}` },
    });
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    const [header, ...gaps] = csv.body.trimEnd().split('\n');
    expect(header).toMatch(/^local_code;label;unit;specimen;method;chapter;volume_12m;source;sent_since;confidence;/);
    expect(gaps).toMatchObject([
      expect.stringMatching(/^GLY;Glucose;mg\/dl;;;;;report;20[^;]+Z;/),
      expect.stringMatching(/^XYZ;Potassium;mmol\/l;SER;;;;report;20[^;]+Z;/),
    ]);

    expect(await send('GET', 'catalogue/export?format=code-system')).toMatchObject({ code: 'malformed-input' });
    const codes = await send('GET', 'catalogue/export?format=code-system&oid=2.999.1');
    expect(codes).toMatchObject({ resourceType: 'CodeSystem', url: 'urn:oid:2.999.1', count: 3 });
    expect(codes.concept.map(({ code }: { code: string }) => code)).toEqual(['GLY', 'NA', 'XYZ']);
  });

  it('counts what it coded, and how far the review is', async () => {
    await report({}, {}, { localCode: 'NA', unit: 'mmol/L', unitRaw: 'mmol/L' });

    expect(await send('GET', 'mappings/kpis')).toMatchObject({
      release: 1,
      coverage: { active: 4, decided: 2, share: 0.5, shareByVolume: 0.9998 },
      days: [{ observations: 6, coded: 3, share: 0.5 }],
      proposals: { decisions: 2, firstAccepted: 1, topFiveAccepted: 1, highPrecision: 1 },
      inForce: { unitContradictions: 0, deprecatedTargets: 0, outsideValueSet: 0 },
      missing: [
        { localCode: 'XYZ', reason: 'unmapped' },
        { localCode: 'GLY', reason: 'unit-mismatch' },
      ],
    });
    const exposition = await context.app.get(Metrics, { strict: false }).exposition();
    expect(exposition).toContain('results_coded_total{outcome="coded"} 3');
    expect(exposition).toContain(`mapping_coverage_ratio{tenant="${TENANT}"} 0.5`);
    expect(exposition).toContain(`mapping_codes_missing{tenant="${TENANT}"} 2`);
  });

  it('follows a new release: touched codes, the reports that left with them, and a migration to be validated', async () => {
    const sent = await report({});
    await report({ localCode: 'NA', unit: 'mmol/L', unitRaw: 'mmol/L' });
    const replaced = CONCEPTS.map((it) =>
      it.code === '2345-7' ? ({ ...it, status: 'DEPRECATED', mapTo: [{ code: '2339-0' }] } as const) : it,
    );
    const [first] = CONCEPTS;
    expect(await send('GET', 'mappings/migration')).toMatchObject({ counts: {}, items: [] });
    reference.load('2.78', [
      ...replaced,
      {
        ...(first as (typeof CONCEPTS)[number]),
        code: '2339-0',
        axes: { ...(first as (typeof CONCEPTS)[number]).axes, component: 'Glucose', property: 'MCnc', system: 'Bld' },
      },
    ]);

    expect(await send('GET', 'mappings/migration')).toMatchObject({
      from: { loincRelease: '2.77' },
      to: { loincRelease: '2.78' },
      counts: { 'deprecated-replaced': 1 },
      items: [
        {
          loinc: '2345-7',
          action: 'propose-migration',
          volume: 1000,
          entries: [{ localCode: 'GLY' }],
          successors: [{ code: '2339-0' }],
        },
      ],
    });
    const affected = await send('GET', 'mappings/codes/2345-7/reports');
    expect(affected.items.map(({ reportSetId }: { reportSetId: string }) => reportSetId)).toContain(sent);
    expect(affected.items).toHaveLength(2);
    const page = await send('GET', 'mappings/codes/2345-7/reports?limit=1');
    const rest = await send('GET', `mappings/codes/2345-7/reports?limit=1&cursor=${page.next}`);
    expect([...page.items, ...rest.items]).toEqual(affected.items);

    expect(await send('POST', 'mappings/migration')).toEqual({ proposed: 1 });
    expect(await send('POST', 'mappings/migration')).toEqual({ proposed: 0 });
    const { items } = await send('GET', 'mappings/queue');
    const { entryId } = items.find(({ proposed }: { proposed: string[] }) => proposed.includes('2339-0'));
    const planned = await send('POST', `mappings/entries/${entryId}/validation`, { loinc: '2339-0', validFrom: '2099-01-01' });
    expect(planned.inForce.target.loinc).toBe('2345-7');
    expect(planned.mappings).toMatchObject([
      { status: 'obsolete', validTo: '2099-01-01' },
      { status: 'validated', origin: 'release-migration', validFrom: '2099-01-01' },
    ]);
    expect((await send('GET', 'mappings/releases/draft')).findings).toMatchObject([{ code: 'map-target-deprecated' }]);
    expect((await send('GET', 'mappings/kpis')).inForce).toMatchObject({ deprecatedTargets: 1 });
  });

  it('does not go back to a release whose units contradict what is known of its codes today', async () => {
    const changed = CONCEPTS.map((it) => (it.code === '2345-7' ? { ...it, axes: { ...it.axes, property: 'SCnc' } } : it));
    reference.load('2.79', changed);

    expect(await send('POST', 'mappings/releases/1/rollback')).toMatchObject({
      code: 'map-inconsistent',
      findings: [{ severity: 'error', code: 'map-unit-contradicted', location: 'code GLY' }],
    });
    expect((await send('GET', 'mappings/releases')).items).toHaveLength(1);
  });
});
