import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { readCdaHeader } from '@segur/cda';
import { DOCUMENT_VALIDATED, REPORT_STRUCTURED, REPORT_WITHDRAWN, RESULTS_RECEIVED, type EventEnvelope } from '@segur/events';
import { documentIdOf, reportSetIdOf } from '@segur/laboratory';
import { glucose, oru, readPdfPages, type MessageResult } from '@segur/testing';
import { Application, MllpClient, ONE, TWO } from './application.js';
import { finished } from './finished-document.js';
import { Reports } from './reports.js';

const [first] = glucose.results as readonly [MessageResult];
const sodium: MessageResult = { type: 'NM', code: 'NA^Sodium^LABO', value: '140', unit: 'mmol/L' };

/** A message about glucose, or what is said in its place. */
const message = (fillerNumber: string, controlId: string, results: readonly MessageResult[] = [first], status = 'F') =>
  oru({ controlId, fillerNumber, exams: [{ ...glucose, status, results }] });
const saying = (value: string, status = 'F'): MessageResult => ({ ...first, value, status });

describe('reports that change', () => {
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

  it('are corrected by a version that names the one before, and says so to whoever reads it', async () => {
    const id = await reports.send(message('COR-1', 'COR1A', [first, sodium]), 'COR-1');
    await reports.documentOf(id);
    await reports.send(message('COR-1', 'COR1B', [saying('9,99')]), 'COR-1');
    const second = await reports.documentOf(id, 1);
    const cda = await reports.text(second.cda.sha256);

    expect(second).toMatchObject({
      revision: 2,
      documentId: documentIdOf(id, 2),
      replaces: { revision: 1, documentId: documentIdOf(id, 1) },
    });
    expect(readCdaHeader(Buffer.from(cda))).toMatchObject({ versionNumber: 2, replaces: { root: documentIdOf(id, 1) } });
    // What the second message left out stands.
    expect(['9,99', 'Sodium', 'Résultat corrigé'].filter((said) => !cda.includes(said))).toEqual([]);
    expect((await readPdfPages(await context.documents.get(ONE, second.pdf?.sha256 ?? ''))).join()).toMatch(/annule et remplace/);
    // Its own correction again changes nothing.
    await reports.send(message('COR-1', 'COR1C', [saying('9,99')]), 'COR-1');
    await reports.send(message('COR-1', 'COR1D', [saying('', 'D')]), 'COR-1');
    const third = await reports.documentOf(id, 2);

    expect(third).toMatchObject({ revision: 3, replaces: { revision: 2 } });
    expect((await reports.text(third.cda.sha256)).includes('9,99')).toBe(false);
    expect(reports.count(REPORT_STRUCTURED, id)).toBe(3);
  });

  it('are held back while they are partial, and delivered once they are whole', async () => {
    const id = await reports.send(message('PART-1', 'PART1A', [saying('5,20', 'P')], 'P'), 'PART-1');
    const partial = await reports.documentOf(id);

    expect(partial.findings.map(({ code }) => code)).toContain('report-partial-held');
    expect((await reports.sheetOf(partial)).delivery).toMatchObject({ dmp: false, professionals: false, patient: false });
    await reports.send(message('PART-1', 'PART1B'), 'PART-1');
    const whole = await reports.documentOf(id, 1);

    expect(whole.revision).toBe(2);
    // Nobody was given what there was.
    expect(whole.replaces).toBeUndefined();
    expect((await reports.sheetOf(whole)).delivery).toMatchObject({ dmp: true, professionals: true, patient: true });
  });

  it('stay as they were when a message about them is refused, and go on from there', async () => {
    const id = await reports.send(message('BAD-2', 'BAD2A'), 'BAD-2');
    await reports.documentOf(id);
    await reports.send(message('BAD-2', 'BAD2B', [{ ...first, type: 'MA' }]), 'BAD-2');
    expect((await reports.refused(id)).stage).toBe('read');
    await reports.send(message('BAD-2', 'BAD2C', [saying('6,00')]), 'BAD-2');

    expect(await reports.documentOf(id, 1)).toMatchObject({ revision: 2, replaces: { revision: 1 } });
  });

  it('leave nothing behind that a later state has overtaken', async () => {
    const id = await reports.send(message('FAST-1', 'FAST1A'), 'FAST-1');
    await reports.send(message('FAST-1', 'FAST1B', [saying('6,00')]), 'FAST-1');
    await context.announced(REPORT_STRUCTURED.name, id, 1);
    // The codes of the second come first: the first is passed, and never leaves.
    await reports.transcode(id, 1);
    expect(await reports.validated(id)).toMatchObject({ revision: 2 });
    await reports.transcode(id, 0);
    const other = await reports.send(message('FAST-LAST', 'FASTLAST'), 'FAST-LAST');
    await reports.documentOf(other);

    expect(reports.count(DOCUMENT_VALIDATED, id)).toBe(1);
  });

  describe('are withdrawn', () => {
    it('by a person, once, from the laboratory that has them alone', async () => {
      const id = await reports.send(message('GONE-1', 'GONE1A'), 'GONE-1');
      await reports.documentOf(id);

      expect((await reports.withdraw(id, { reason: 'requested' }, TWO)).statusCode).toBe(404);
      expect((await reports.withdraw(randomUUID())).statusCode).toBe(404);
      expect((await reports.withdraw('nonsense')).statusCode).toBe(404);
      expect((await reports.withdraw(id, { reason: 'because' })).json()).toMatchObject({ status: 422, code: 'invalid-body' });
      const answers = [await reports.withdraw(id, { reason: 'wrong-patient' }), await reports.withdraw(id)];
      for (const answer of answers) {
        expect([answer.statusCode, answer.json()]).toEqual([202, { reportSetId: id, revision: 1, status: 'WITHDRAWN' }]);
      }
      expect(await reports.withdrawn(id)).toEqual({ reportSetId: id, revision: 1, reason: 'wrong-patient' });

      // The same content starts it again, and replaces nothing: nobody has the one before any more.
      await reports.send(message('GONE-1', 'GONE1B'), 'GONE-1');
      const again = await reports.documentOf(id, 1);
      expect(again.revision).toBe(2);
      expect(again.replaces).toBeUndefined();
      expect(reports.count(REPORT_WITHDRAWN, id)).toBe(1);
    });

    it('while their document is on its way, which then is not made', async () => {
      const id = await reports.send(message('GONE-2', 'GONE2'), 'GONE-2');
      await context.announced(REPORT_STRUCTURED.name, id);
      expect((await reports.withdraw(id)).statusCode).toBe(202);
      await reports.transcode(id);
      const other = await reports.send(message('GONE-OTHER', 'GONEOTHER'), 'GONE-OTHER');
      await reports.documentOf(other);

      expect(reports.count(DOCUMENT_VALIDATED, id)).toBe(0);
    });

    it.each([
      ['results', 'hl7v2-oru', (number: string, control: string) => message(number, control, [saying('9.9')])],
      ['a finished document', 'hl7v2-cda', (number: string, control: string) => finished(number, { controlId: control })],
    ] as const)('with %s that were received before, and are read only now', async (_, kind, write) => {
      const number = `GONE-${kind}`;
      const id = await reports.send(write(number, `${number}-1`), number);
      const [known] = await Promise.all([context.announced(RESULTS_RECEIVED.name, id), reports.made(kind, id)]);
      const waiting = write(number, `${number}-2`);
      const data = {
        ...(known.data as object),
        ...{ receptionId: v7(), controlId: `${number}-2` },
        message: await context.documents.put(ONE, { bytes: waiting, mediaType: 'application/hl7-v2' }),
      };
      expect((await reports.withdraw(id)).statusCode).toBe(202);
      await context.bus.append([{ ...(known as EventEnvelope), id: v7(), data }]);
      const { findings } = await reports.refused(id);
      // What comes after starts the report again.
      await reports.send(write(number, `${number}-3`), number);
      await reports.made(kind, id, 1);

      expect(findings.map(({ code }) => code)).toEqual(['report-withdrawn-meanwhile']);
    });

    it('not when nothing was ever made of them', async () => {
      const id = await reports.send(message('GONE-3', 'GONE3', [{ ...first, type: 'MA' }]), 'GONE-3');
      await reports.refused(id);

      expect((await reports.withdraw(id)).statusCode).toBe(404);
    });

    it.each`
      said                       | results              | reason
      ${'are wrong (W)'}         | ${[saying('', 'W')]} | ${'wrong-patient'}
      ${'are all taken out (D)'} | ${[saying('', 'D')]} | ${'sent-in-error'}
    `('by a message whose results $said', async ({ results, reason }: { results: MessageResult[]; reason: string }) => {
      const number = `GONE-${reason}`;
      const id = await reports.send(message(number, `${reason}A`), number);
      await reports.documentOf(id);
      await reports.send(message(number, `${reason}B`, results), number);
      const fact = await reports.withdrawn(id);

      expect(fact).toMatchObject({ revision: 1, reason, receptionId: expect.any(String) });
      // A second time there is nothing left.
      await reports.send(message(number, `${reason}C`, results), number);
      expect((await reports.refused(id)).findings.map(({ code }) => code)).toContain('report-nothing-to-withdraw');
    });
  });

  describe('that come finished', () => {
    const [one, two] = [randomUUID(), randomUUID()];

    it('are replaced and deleted by the version that stands', async () => {
      const id = await reports.send(finished('DOC-R', { document: one }), 'DOC-R');
      await reports.validated(id);
      const replacing = { document: two, controlId: 'DOC-R2', replaces: documentIdOf(one, 1), asked: ['RO', 'C'] as const };
      await reports.send(finished('DOC-R', replacing), 'DOC-R');

      expect(await reports.validated(id, 1)).toMatchObject({
        revision: 2,
        documentId: documentIdOf(two, 1),
        replaces: { revision: 1, documentId: documentIdOf(one, 1) },
      });
      await reports.send(finished('DOC-R', { document: one, controlId: 'DOC-R3', asked: ['CA', 'D'] }), 'DOC-R');
      expect((await reports.refused(id)).findings.map(({ code }) => code)).toContain('document-not-latest');
      await reports.send(finished('DOC-R', { ...replacing, controlId: 'DOC-R4', asked: ['CA', 'D'] }), 'DOC-R');
      expect(await reports.withdrawn(id)).toMatchObject({ revision: 2, reason: 'sent-in-error' });
    });

    it('are not replaced when nothing is known of what they replace', async () => {
      const id = reportSetIdOf(ONE, 'DOC-S');
      await reports.send(finished('DOC-S', { replaces: '1.2.3', asked: ['RO', 'C'] }), 'DOC-S');

      expect((await reports.refused(id)).findings.map(({ code }) => code)).toContain('document-not-known');
    });
  });
});
