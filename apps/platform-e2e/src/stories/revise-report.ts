import { checkWithOfficialKit, contentsOfMail, describeWithOfficial, glucose, oru, readPdfPages } from '@segur/testing';
import { ALL_ACCEPTED, type Scene } from '../scene.js';

const saying = (controlId: string, fillerNumber: string, value: string, status = 'F') => {
  const results = glucose.results.map((result) => ({ ...result, value, status }));
  return oru({ controlId, fillerNumber, exams: [{ ...glucose, status: status === 'P' ? 'P' : 'F', results }] });
};

/** A report that changes after it was delivered: corrected, completed, withdrawn. */
export function reviseReport(scene: () => Scene): void {
  describe('a report that changes', () => {
    /** What left of the correction. */
    let corrected: { readonly sent: Buffer; readonly mails: readonly Buffer[] } | undefined;
    /** The report once its last revision stands so, and everybody has it. */
    const revised = (fillerNumber: string, revision: number) =>
      scene().laboratory.reportWhen(fillerNumber, ({ deliveries }) => {
        const last = deliveries.filter((delivery) => delivery.revision === revision);
        return last.length === 3 && last.every(({ state }) => state === 'ACCEPTED');
      });

    it('is corrected: the DMP has the new version in the place of the old one, and everybody gets a mail that says so', async () => {
      const { laboratory, sandbox } = scene();
      await laboratory.sendByMllp(saying('REVISE1', 'REVISE-1', '5,20'));
      await laboratory.delivered('REVISE-1', ALL_ACCEPTED);
      await laboratory.sendByMllp(saying('REVISE1B', 'REVISE-1', '9,90'));
      const report = await revised('REVISE-1', 2);
      const [first = '', second = ''] = report.revisions.map(({ documentId }) => documentId);
      const held = [...(await sandbox.documents(first)), ...(await sandbox.documents(second))];
      const mails = await sandbox.mails(report.deliveries.filter(({ revision }) => revision === 2).map(({ remoteId }) => remoteId));
      const cda = (await laboratory.document(report.reportSetId)).toString('utf8');
      const paper = await readPdfPages(await laboratory.document(report.reportSetId, 'pdf'));

      expect(report).toMatchObject({ status: 'VALIDATED', revision: 2, refusals: [] });
      expect(held.map(({ status }) => status)).toEqual(['Deprecated', 'Approved']);
      expect(cda.includes(`<relatedDocument typeCode="RPLC"><parentDocument><id root="${first}">`)).toBe(true);
      expect(paper.join()).toMatch(/annule et remplace/);
      expect(mails).toHaveLength(2);
      expect(mails.flatMap(({ problems }) => problems)).toEqual([]);
      corrected = { sent: held[1]?.bytes ?? Buffer.alloc(0), mails: await Promise.all(mails.map(({ id }) => sandbox.rawMail(id))) };
    }, 120_000);

    describeWithOfficial('ci-sis', 'before the official kit', () => {
      it('has no error in its correction, taken out of the submission and out of the archives', async () => {
        for (const mail of corrected?.mails ?? []) {
          expect(contentsOfMail(mail)['IHE_XDM/SUBSET01/DOC0001.XML']?.equals(corrected?.sent ?? Buffer.alloc(0))).toBe(true);
        }
        expect((await checkWithOfficialKit(corrected?.sent ?? Buffer.alloc(0))).errors).toEqual([]);
      }, 60_000);
    });

    it('is held back while it is partial, and delivered once it is whole', async () => {
      const { laboratory, sandbox } = scene();
      await laboratory.sendByMllp(saying('REVISE2', 'REVISE-2', '5,20', 'P'));
      const partial = await laboratory.reportWhen(
        'REVISE-2',
        ({ status, deliveries }) => status === 'VALIDATED' && deliveries.length > 0,
      );
      await laboratory.sendByMllp(saying('REVISE2B', 'REVISE-2', '5,20'));
      const report = await revised('REVISE-2', 2);

      expect(partial.revisions[0]?.findings.map(({ code }) => code)).toContain('report-partial-held');
      expect(partial.deliveries).toMatchObject([{ channel: 'dmp', state: 'NOT_ELIGIBLE' }]);
      expect(await sandbox.documents(partial.revisions[0]?.documentId ?? '')).toEqual([]);
      expect((await sandbox.documents(report.revisions[1]?.documentId ?? '')).map(({ status }) => status)).toEqual(['Approved']);
    }, 120_000);

    it('is withdrawn: the DMP shows it no longer', async () => {
      const { laboratory, sandbox } = scene();
      await laboratory.sendByMllp(saying('REVISE3', 'REVISE-3', '5,20'));
      const { reportSetId, revisions } = await laboratory.delivered('REVISE-3', ALL_ACCEPTED);
      const ask = () =>
        laboratory.fetch(`/api/v1/reports/${reportSetId}/withdrawal`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ reason: 'sent-in-error' }),
        });
      const answers = [await ask(), await ask()];
      const report = await laboratory.reportWhen(
        'REVISE-3',
        ({ status, deliveries }) =>
          status === 'WITHDRAWN' && deliveries.some(({ channel, state }) => channel === 'dmp' && state === 'WITHDRAWN'),
      );

      expect(answers.map(({ status }) => status)).toEqual([202, 202]);
      expect(report).toMatchObject({ withdrawal: { revision: 1, reason: 'sent-in-error' } });
      const held = await sandbox.documents(revisions[0]?.documentId ?? '');
      expect(held.filter(({ status }) => status === 'Approved')).toEqual([]);
    }, 120_000);
  });
}
