import { randomUUID } from 'node:crypto';
import { readCdaHeader } from '@segur/cda';
import {
  DOCUMENT_REFUSED,
  REPORT_STRUCTURED,
  RESULTS_RECEIVED,
  type EventEnvelope,
  type ReportStructured,
  type ResultsReceived,
} from '@segur/events';
import { documentIdOf, reportSetIdOf, type Report } from '@segur/laboratory';
import { hprim, oru, report, unqualifiedPatient } from '@segur/testing';
import { Application, KEYS, MllpClient, ONE } from './application.js';
import { finished, finishedCda } from './finished-document.js';
import { Reports } from './reports.js';

/** A report as software hands it in. */
function intake(fillerNumber: string, changes: Partial<Report> = {}): string {
  // What is undefined is left out of JSON.
  return JSON.stringify({ ...report().build(), reportSetId: undefined, revision: undefined, fillerNumber, ...changes });
}

describe('the doors beside ORU^R01', () => {
  let context: Application;
  let client: MllpClient;
  let reports: Reports;
  beforeAll(async () => {
    context = await Application.start();
    client = await MllpClient.open(context.mllpPort);
    reports = new Reports(context, client);
  });
  afterAll(async () => {
    client.close();
    await context.close();
  });

  function post(path: 'messages' | 'reports', body: Buffer | string, contentType: string, headers: Record<string, string> = {}) {
    return context.app.inject({
      method: 'POST',
      url: `/api/v1/${path}`,
      headers: { authorization: `Bearer ${KEYS[ONE]}`, 'content-type': contentType, ...headers },
      payload: body,
    });
  }
  const received = async (reportSetId: string, rank = 0) =>
    (await context.announced(RESULTS_RECEIVED.name, reportSetId, rank)) as EventEnvelope<ResultsReceived>;

  const structured = async (reportSetId: string) => {
    const event = (await context.announced(REPORT_STRUCTURED.name, reportSetId)) as EventEnvelope<ReportStructured>;
    return JSON.parse(await reports.text(event.data.report.sha256)) as Report;
  };

  describe('a report as JSON', () => {
    const hand = (body: string, headers?: Record<string, string>) => post('reports', body, 'application/json', headers);

    it('is kept as it came, and becomes a document', async () => {
      const body = intake('JSON-1');
      const id = reportSetIdOf(ONE, 'JSON-1');
      const answer = await hand(body);

      expect([answer.statusCode, answer.headers['location'], answer.json()]).toEqual([
        202,
        `/api/v1/reports/${id}`,
        { reportSetId: id, revision: 1, status: 'RECEIVED' },
      ]);
      const { data } = await received(id);
      expect(data).toMatchObject({ kind: 'report-json', route: 'http', message: { mediaType: 'application/json' } });
      expect(await reports.text(data.message.sha256)).toBe(body);
      expect(await reports.documentOf(id)).toMatchObject({ revision: 1, documentId: documentIdOf(id, 1) });
    });

    it('is a whole state: the next one replaces it', async () => {
      const id = reportSetIdOf(ONE, 'JSON-2');
      await hand(intake('JSON-2'));
      await reports.documentOf(id);
      await hand(intake('JSON-2'));
      expect((await hand(intake('JSON-2', { comments: ['Corrigé'] }))).json()).toMatchObject({ revision: 2 });

      expect(await reports.documentOf(id, 1)).toMatchObject({ revision: 2, replaces: { revision: 1 } });
      await hand(intake('JSON-2', { comments: ['Encore'], revision: 1 }));
      expect((await reports.refused(id)).findings.map(({ code }) => code)).toEqual(['report-revision-passed']);
      await hand(intake('JSON-2', { comments: ['Encore'], revision: 7 }));
      expect(await reports.documentOf(id, 2)).toMatchObject({ revision: 7, replaces: { revision: 2 } });
    });

    it('is never put together with the report of another patient', async () => {
      const { identity } = report().build();
      await hand(intake('JSON-3'));
      const other = { ...identity, insMatricule: { ...identity.insMatricule, value: '180010100000001' } };
      await hand(intake('JSON-3', { identity: other as Report['identity'] }));

      expect((await reports.refused(reportSetIdOf(ONE, 'JSON-3'))).findings.map(({ code }) => code)).toEqual([
        'report-other-patient',
      ]);
    });

    it('is answered the same under the same Idempotency-Key, and only with the same bytes', async () => {
      const key = { 'idempotency-key': 'KEY-1' };
      const [first, again] = [await hand(intake('JSON-4'), key), await hand(intake('JSON-4'), key)];

      expect([again.statusCode, again.body]).toEqual([202, first.body]);
      const other = await hand(intake('JSON-5'), key);
      expect(other.json()).toMatchObject({ status: 409, code: 'idempotency-key-reused' });
      expect((await hand(intake('JSON-4'), { 'idempotency-key': 'é' })).statusCode).toBe(400);
      expect(reports.count(RESULTS_RECEIVED, reportSetIdOf(ONE, 'JSON-4'))).toBeLessThan(2);
    });

    it.each`
      what                 | body                                                 | status | finding
      ${'no JSON'}         | ${'{"fillerNumber": '}                               | ${400} | ${'report-json-syntax /fillerNumber'}
      ${'a field twice'}   | ${'{"status": "final", "status": "partial"}'}        | ${400} | ${'report-json-duplicate-field /status'}
      ${'another status'}  | ${intake('JSON-6').replace('"final"', '"finished"')} | ${422} | ${'report-json-value /status'}
      ${'a field of ours'} | ${intake('JSON-6').replace('{', '{"tenantId":"1",')} | ${422} | ${'report-json-unknown-field /tenantId'}
    `('is refused with $status for $what, and where', async ({ body, status, finding }: Record<string, string>) => {
      const problem = (await hand(body ?? '')).json<{ status: number; findings: { code: string; location: string }[] }>();

      expect(problem.status).toBe(status);
      expect(problem.findings.map(({ code, location }) => `${code} ${location}`)).toContain(finding);
    });
  });

  describe('an HPRIM Santé file', () => {
    it('makes one reception for each request', async () => {
      const one = hprim({ dossier: 'HPRIM-1' }).toString('latin1');
      const two = hprim({ dossier: 'HPRIM-2', patient: { 3: '8000999', 6: 'AUTRE-TEST' } }).toString('latin1');
      // H and the first patient of one, then the patient of the other and its end.
      const file = Buffer.from(one.replace(/L\|[^\r]*\r$/, '') + two.replace(/^H[^\r]*\r/, ''), 'latin1');
      const answer = await post('messages', file, 'application/hprim');
      const ids = ['HPRIM-1', 'HPRIM-2'].map((number) => reportSetIdOf(ONE, number));

      expect([answer.statusCode, answer.json()]).toMatchObject([
        202,
        { items: ids.map((reportSetId) => ({ reportSetId, kind: 'hprim-sante', status: 'RECEIVED' })) },
      ]);
      for (const [index, id] of ids.entries()) {
        expect((await received(id)).data).toMatchObject({ part: index + 1, controlId: 'ESSAI01.HPR', sender: 'LABO' });
        expect(await reports.documentOf(id)).toMatchObject({ revision: 1 });
      }
      expect((await post('messages', file, 'application/hprim')).body).toBe(answer.body);
    });

    it.each`
      what                  | file                          | status | code
      ${'no file of HPRIM'} | ${Buffer.from('BONJOUR')}     | ${400} | ${'hprim-structure'}
      ${'the end missing'}  | ${hprim({ end: '' })}         | ${400} | ${'hprim-truncated'}
      ${'a test'}           | ${hprim({ processing: 'T' })} | ${422} | ${'content-test-message'}
      ${'an order'}         | ${hprim({ context: 'ORM' })}  | ${422} | ${'hprim-context'}
    `('is refused with $status $code: $what', async ({ file, status, code }: { file: Buffer; status: number; code: string }) => {
      const problem = (await post('messages', file, 'text/x-hprim')).json<{ status: number; findings: { code: string }[] }>();

      expect([problem.status, problem.findings.map((finding) => finding.code)]).toEqual([status, [code]]);
    });
  });

  describe('a document alone', () => {
    const [one, two] = [randomUUID(), randomUUID()];
    const content = (fillerNumber: string) => ({ fillerNumber });

    it('goes where the reports of its laboratory go, byte for byte, and may be replaced by another', async () => {
      const cda = finishedCda({ document: one, content: content('XML-1') });
      const id = reportSetIdOf(ONE, 'XML-1');
      const answer = await post('messages', cda, 'text/xml; charset=utf-8');

      expect([answer.statusCode, answer.json()]).toMatchObject([202, { items: [{ reportSetId: id, kind: 'cda' }] }]);
      const first = await reports.validated(id);
      expect(await context.documents.get(ONE, first.cda.sha256)).toEqual(cda);
      expect((await reports.sheetOf(first)).delivery).toMatchObject({ dmp: true, professionals: true, patient: true });
      const replacing = finishedCda({ document: two, replaces: documentIdOf(one, 1), content: content('XML-1') });
      await post('messages', replacing, 'application/xml');

      expect(await reports.validated(id, 1)).toMatchObject({ replaces: { documentId: readCdaHeader(cda).id.root } });
    });

    it.each`
      what                  | xml                                                                       | status | code
      ${'no XML'}           | ${Buffer.from('BONJOUR')}                                                 | ${400} | ${'cda-unreadable'}
      ${'another document'} | ${Buffer.from('<a/>')}                                                    | ${400} | ${'cda-unreadable'}
      ${'no report'}        | ${Buffer.from(finishedCda().toString().replaceAll('11502-2', '11488-4'))} | ${422} | ${'document-not-cr-bio'}
    `('is refused with $status for $what', async ({ xml, status, code }: { xml: Buffer; status: number; code: string }) => {
      const problem = (await post('messages', xml, 'text/xml')).json<{ status: number; findings: { code: string }[] }>();

      expect([problem.status, problem.findings.map((finding) => finding.code)]).toEqual([status, [code]]);
    });
  });

  describe('by MLLP', () => {
    it('a message of two patients is two receptions under one acknowledgement', async () => {
      const [one, two] = [
        oru({ controlId: 'TWO', fillerNumber: 'TWO-1' }).toString(),
        oru({ fillerNumber: 'TWO-2', patient: unqualifiedPatient })
          .toString()
          .replace(/^MSH[^\r]*\r/, ''),
      ];
      await reports.send(Buffer.from(one + two), 'TWO-1');
      const ids = ['TWO-1', 'TWO-2'].map((number) => reportSetIdOf(ONE, number));

      for (const [index, id] of ids.entries()) {
        expect((await received(id)).data).toMatchObject({ part: index + 1, controlId: 'TWO' });
        expect((await context.announced(REPORT_STRUCTURED.name, id)).data).toMatchObject({ revision: 1 });
      }
      const names = await Promise.all(ids.map(async (id) => (await structured(id)).identity.traits.birthName));
      expect(names).toEqual(['PAT-TROIS', 'PAT-PROVISOIRE']);
      // The same number for both would put two people into one report.
      expect(await client.send(Buffer.from(one.replace('|TWO|', '|TWO-SAME|') + two.replaceAll('TWO-2', 'TWO-1')))).toContain(
        'MSA|AE|TWO-SAME',
      );
    });

    it.each`
      type
      ${'OUL^R22^OUL_R22'}
      ${'MDM^T02^MDM_T02'}
    `('$type is received', async ({ type }: { type: string }) => {
      const number = `BY-${type.slice(0, 3)}`;
      const message = type.startsWith('MDM') ? finished(number) : oru({ controlId: number, fillerNumber: number });
      const id = await reports.send(Buffer.from(message.toString().replace('ORU^R01^ORU_R01', type)), number);

      expect((await received(id)).data.kind).toBe(type.startsWith('MDM') ? 'hl7v2-cda' : 'hl7v2-oru');
      expect(reports.count(DOCUMENT_REFUSED, id)).toBe(0);
    });
  });
});
