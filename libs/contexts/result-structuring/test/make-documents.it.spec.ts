import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { readCdaHeader } from '@segur/cda';
import {
  DOCUMENT_REFUSED,
  DOCUMENT_VALIDATED,
  ORDER_RECEIVED,
  REPORT_STRUCTURED,
  REPORT_TRANSCODED,
  RESULTS_RECEIVED,
  type DocumentRefused,
  type DocumentValidated,
  type EventEnvelope,
  type ReportStructured,
  type ReportTranscoded,
} from '@segur/events';
import { documentIdOf, oidOfUuid, reportSetIdOf, SAMPLE_LABORATORY, type DeliverySheet, type Order } from '@segur/laboratory';
import { describeWithOfficial, eventually, glucose, officialDirectory, oru, testIdentity } from '@segur/testing';
import { Application, KEYS, MllpClient, ONE, TWO } from './application.js';
import { finished } from './finished-document.js';

const ciSisDir = officialDirectory('ci-sis');

describe('making documents', () => {
  let context: Application;
  let client: MllpClient;
  beforeAll(async () => {
    context = await Application.start(ciSisDir === undefined ? {} : { CI_SIS_DIR: ciSisDir });
    client = await MllpClient.open(context.mllpPort);
  });
  afterAll(async () => {
    client.close();
    await context.close();
  });

  /** Sends a message, and gives the identifier of its report. */
  async function send(message: Buffer, fillerNumber: string): Promise<string> {
    expect(await client.send(message)).toContain('MSA|AA|');
    return reportSetIdOf(ONE, fillerNumber);
  }

  /** Plays the transcoding: every analysis gets the LOINC of glucose, or none. */
  async function transcode(reportSetId: string, coded = true, rank = 0): Promise<void> {
    const structured = (await context.announced(REPORT_STRUCTURED.name, reportSetId, rank)) as EventEnvelope<ReportStructured>;
    const { revision, observations } = structured.data;
    const data: ReportTranscoded = {
      reportSetId,
      revision,
      mapRelease: 1,
      codings: observations.map(({ observationId }) =>
        coded
          ? { status: 'coded', observationId, loinc: '14749-6', loincLabel: 'Glucose [Moles/Volume] Sérum/Plasma ; Numérique' }
          : { status: 'unmapped', observationId },
      ),
    };
    await context.bus.append([{ ...structured, id: v7(), topic: REPORT_TRANSCODED.name, source: 'loinc-transcoding', data }]);
  }

  const validated = (reportSetId: string, rank = 0) =>
    context.announced(DOCUMENT_VALIDATED.name, reportSetId, rank) as Promise<EventEnvelope<DocumentValidated>>;
  const refused = (reportSetId: string, rank = 0) =>
    context.announced(DOCUMENT_REFUSED.name, reportSetId, rank) as Promise<EventEnvelope<DocumentRefused>>;
  const read = (sha256: string) => context.documents.get(ONE, sha256);

  function get(path: string, tenantId: keyof typeof KEYS = ONE) {
    return context.app.inject({ url: `/api/v1/reports/${path}`, headers: { authorization: `Bearer ${KEYS[tenantId]}` } });
  }

  it('makes of a message a checked document with its codes, its PDF and its delivery sheet', async () => {
    const reportSetId = await send(oru({ controlId: 'WALK', fillerNumber: 'WALK-1', placerNumber: 'P-WALK' }), 'WALK-1');
    await transcode(reportSetId);
    const { tenantId, data, causationId } = await validated(reportSetId);

    expect(tenantId).toBe(ONE);
    expect(causationId).toBe((await context.announced(REPORT_TRANSCODED.name, reportSetId)).id);
    expect(data).toMatchObject({ revision: 1, documentId: documentIdOf(reportSetId, 1) });
    expect(data.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const cda = await read(data.cda.sha256);
    expect(cda.toString()).toContain('code="14749-6"');
    expect(readCdaHeader(cda)).toMatchObject({
      id: { root: data.documentId },
      setId: { root: oidOfUuid(reportSetId) },
      versionNumber: 1,
    });
    expect((await read(data.pdf?.sha256 ?? '')).subarray(0, 5).toString()).toBe('%PDF-');
    const sheet = JSON.parse((await read(data.deliverySheet.sha256)).toString()) as DeliverySheet;
    expect(sheet).toMatchObject({ reportSetId, documentId: data.documentId, fillerNumber: 'WALK-1', placerNumber: 'P-WALK' });
    // The laboratory's own address book has the prescriber.
    expect(sheet.recipients).toContainEqual(
      expect.objectContaining({ role: 'prescriber', mssAddress: SAMPLE_LABORATORY.correspondents?.['899700000029'] }),
    );
  });

  it('gives the document as it was checked, to its laboratory alone', async () => {
    const reportSetId = await send(oru({ controlId: 'GET', fillerNumber: 'GET-1' }), 'GET-1');
    await transcode(reportSetId, false);
    const { data } = await validated(reportSetId);

    const cda = await get(`${reportSetId}/documents/cda`);
    expect([cda.statusCode, cda.headers['content-type']]).toEqual([200, 'text/xml; charset=utf-8']);
    expect(cda.rawPayload).toEqual(await read(data.cda.sha256));
    expect((await get(`${reportSetId}/documents/cda?revision=1`)).rawPayload).toEqual(cda.rawPayload);
    expect((await get(`${reportSetId}/documents/pdf`)).rawPayload).toEqual(await read(data.pdf?.sha256 ?? ''));
    const page = await get(`${reportSetId}/documents/html`);
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.payload).toMatch(/^<!DOCTYPE html>.*PAT-TROIS.*Glucose.*<\/html>\n$/s);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    for (const path of [
      `${reportSetId}/documents/cda?revision=2`,
      `${reportSetId}/documents/docx`,
      'nonsense/documents/cda',
      `${randomUUID()}/documents/cda`,
    ]) {
      expect((await get(path)).json()).toMatchObject({ status: 404, code: 'resource-not-found' });
    }
    expect((await get(`${reportSetId}/documents/cda`, TWO)).statusCode).toBe(404);
  });

  it('says what a message lacks, place by place, and takes the corrected one', async () => {
    const bare = { ...glucose, results: [{ ...glucose.results[0], type: 'RP', code: 'GLY^Glucose^LABO', value: 'x' }] };
    const reportSetId = await send(oru({ controlId: 'BAD', fillerNumber: 'BAD-1', exams: [bare] }), 'BAD-1');
    const { data } = await refused(reportSetId);
    expect(data).toMatchObject({ stage: 'read', reportSetId });
    expect(data.revision).toBeUndefined();
    expect(data.findings.some(({ severity, location }) => severity === 'error' && location.startsWith('OBX[1]'))).toBe(true);

    await send(oru({ controlId: 'GOOD', fillerNumber: 'BAD-1' }), 'BAD-1');
    await transcode(reportSetId);
    expect((await validated(reportSetId)).data.revision).toBe(1);
  });

  it('makes nothing of content that is known', async () => {
    const reportSetId = await send(oru({ controlId: 'V1', fillerNumber: 'VER-1' }), 'VER-1');
    await transcode(reportSetId);
    await validated(reportSetId);
    await send(oru({ controlId: 'V1-AGAIN', fillerNumber: 'VER-1' }), 'VER-1');
    await send(oru({ controlId: 'V-LAST', fillerNumber: 'VER-LAST' }), 'VER-LAST');
    await context.announced(REPORT_STRUCTURED.name, reportSetIdOf(ONE, 'VER-LAST'));

    const about = (topic: string) => context.events.filter((event) => event.topic === topic && event.key === reportSetId);
    expect(about(RESULTS_RECEIVED.name)).toHaveLength(2);
    expect(about(REPORT_STRUCTURED.name)).toHaveLength(1);
    expect(about(DOCUMENT_REFUSED.name)).toHaveLength(0);
  });

  it('makes one document however often the codes come', async () => {
    const reportSetId = await send(oru({ controlId: 'TWICE', fillerNumber: 'TWICE-1' }), 'TWICE-1');
    await transcode(reportSetId);
    await transcode(reportSetId);
    await validated(reportSetId);
    const last = await send(oru({ controlId: 'AFTER', fillerNumber: 'AFTER-1' }), 'AFTER-1');
    await transcode(last);
    await validated(last);

    expect(context.events.filter(({ topic, key }) => topic === DOCUMENT_VALIDATED.name && key === reportSetId)).toHaveLength(1);
  });

  describe('with an order', () => {
    /** Plays order-intake. */
    async function order(placerNumber: string, change: Partial<Order> = {}): Promise<string> {
      const given: Order = {
        orderId: v7(),
        revision: 1,
        placerNumber,
        prescribedAt: '2026-11-18',
        prescriber: { nationalId: '899700000029', family: 'TESTPRESC', telecoms: [], mssAddress: 'from.order@exemple.mssante.fr' },
        patient: { ...testIdentity, insMatricule: { value: '279035121518989', oid: '1.2.250.1.213.1.4.10' } },
        urgency: { level: 'ROUTINE' },
        exams: [],
        copies: [],
        patientCopy: false,
        ...change,
      };
      const ref = await context.documents.put(ONE, {
        bytes: Buffer.from(JSON.stringify(given)),
        mediaType: 'application/vnd.segur.order+json',
      });
      const data = { orderId: given.orderId, revision: 1, route: 'rest' as const, placerNumber, order: ref };
      const event = {
        id: v7(),
        topic: ORDER_RECEIVED.name,
        key: given.orderId,
        tenantId: ONE,
        source: 'order-intake',
        occurredAt: new Date().toISOString(),
        data,
      };
      await context.bus.append([event]);
      return given.orderId;
    }
    const sheetOf = async ({ data }: EventEnvelope<DocumentValidated>) =>
      JSON.parse((await read(data.deliverySheet.sha256)).toString()) as DeliverySheet;

    it('completes the document from the order that has its number', async () => {
      await order('P-ORDER');
      const reportSetId = await send(oru({ controlId: 'ORDER', fillerNumber: 'ORDER-1', placerNumber: 'P-ORDER' }), 'ORDER-1');
      await transcode(reportSetId);
      const document = await validated(reportSetId);

      expect((await sheetOf(document)).recipients).toContainEqual(
        expect.objectContaining({ mssAddress: 'from.order@exemple.mssante.fr' }),
      );
      expect(readCdaHeader(await read(document.data.cda.sha256)).orders.map(({ extension }) => extension)).toContain('P-ORDER');
    });

    it('takes nothing from an order for somebody else', async () => {
      await order('P-OTHER', {
        patient: { ...testIdentity, insMatricule: { value: '180010100000001', oid: '1.2.250.1.213.1.4.10' } },
      });
      const reportSetId = await send(oru({ controlId: 'OTHER', fillerNumber: 'OTHER-1', placerNumber: 'P-OTHER' }), 'OTHER-1');
      await transcode(reportSetId);
      const document = await validated(reportSetId);

      expect(document.data.findings.map(({ code }) => code)).toContain('order-other-patient');
      expect(JSON.stringify(await sheetOf(document))).not.toContain('from.order@exemple.mssante.fr');
    });
  });

  describe('that come finished', () => {
    it('are checked and handed on byte for byte', async () => {
      const reportSetId = await send(finished('DOC-1'), 'DOC-1');
      const { data } = await validated(reportSetId);

      const header = readCdaHeader(await read(data.cda.sha256));
      expect(data).toMatchObject({ revision: 1, documentId: header.id.root });
      expect((await read(data.pdf?.sha256 ?? '')).toString()).toBe('%PDF-1.4');
      expect(JSON.parse((await read(data.deliverySheet.sha256)).toString())).toMatchObject({
        qualifiedIns: { value: '279035121518989' },
        recipients: [{ role: 'prescriber', nationalId: '899700000029', mssAddress: 'louis@exemple.mssante.fr' }],
        delivery: { dmp: true, professionals: true, patient: false },
        fillerNumber: 'DOC-1',
        placerNumber: 'P-1',
      });
      expect((await get(`${reportSetId}/documents/cda`)).rawPayload).toEqual(await read(data.cda.sha256));
      expect((await get(`${reportSetId}/documents/pdf`)).rawPayload.toString()).toBe('%PDF-1.4');
    });

    it('are refused when they are about somebody else', async () => {
      const reportSetId = await send(finished('DOC-2', { patient: '180010100000001' }), 'DOC-2');

      expect((await refused(reportSetId)).data.findings.map(({ code }) => code)).toContain('document-other-patient');
    });

    it('make nothing the second time, and are refused when they changed without saying so', async () => {
      const document = randomUUID();
      const reportSetId = await send(finished('DOC-3', { document }), 'DOC-3');
      await validated(reportSetId);
      await send(finished('DOC-3', { document, controlId: 'DOC-3-AGAIN' }), 'DOC-3');
      await send(finished('DOC-3', { controlId: 'DOC-3-OTHER' }), 'DOC-3');

      expect((await refused(reportSetId)).data.findings).toContainEqual(expect.objectContaining({ code: 'document-exists' }));
      expect(context.events.filter(({ topic, key }) => topic === DOCUMENT_VALIDATED.name && key === reportSetId)).toHaveLength(1);
    });
  });

  describeWithOfficial('hl7v2-examples', 'the official examples', (directory) => {
    it.each(['segur2_v2.1_ORU_INIT_N3.hl7', 'segur2_v2.1_ORU_DEL_N3.hl7', 'v1.2_ORU.hl7'])(
      'end %s in a fact, one way or the other',
      async (name) => {
        const bytes = readFileSync(join(directory, name));
        const changed = Buffer.from(
          bytes
            .toString('latin1')
            .replaceAll('1001-E1', name)
            .replace('|015|', `|${name.slice(0, 20)}|`),
          'latin1',
        );
        const reportSetId = await send(changed, name);
        const ended = () =>
          context.events.find(
            ({ topic, key }) => key === reportSetId && [DOCUMENT_VALIDATED.name, DOCUMENT_REFUSED.name].includes(topic),
          );
        await eventually(() => ended() !== undefined);

        expect((ended()?.data as DocumentRefused | undefined)?.findings.length).toBeGreaterThan(0);
      },
    );
  });
});
