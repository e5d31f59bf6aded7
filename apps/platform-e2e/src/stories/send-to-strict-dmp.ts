import { glucose, oru } from '@segur/testing';
import { ALL_ACCEPTED, type Scene } from '../scene.js';

const PRESCRIBER = 'louis.testpresc@cabinet-exemple.mssante.fr';
const saying = (controlId: string, value: string) =>
  oru({
    controlId,
    fillerNumber: 'STRICT-1',
    exams: [{ ...glucose, results: glucose.results.map((result) => ({ ...result, value })) }],
  });

/**
 * A report, its correction and its withdrawal before a DMP that verifies assertion, rights, seals and every rule (its strict form is the
 * default one): each transaction that the flow has, and the mails that go with it.
 */
export function sendToStrictDmp(scene: () => Scene): void {
  describe('a report that is sent, corrected and withdrawn', () => {
    /** What the DMP was asked meanwhile, with what it said. */
    const asked = async (after: number) =>
      (await scene().sandbox.requests(after)).map(({ transaction, outcome, codes }) => [transaction, outcome, ...codes].join(' '));
    const statusOf = async (documentId: string) => (await scene().sandbox.documents(documentId)).map(({ status }) => status);
    let reportSetId: string;
    let first: string;
    let second: string;

    it('is preceded by the test of existence (TD0.2), then fed (TD2.1a)', async () => {
      const { laboratory, sandbox } = scene();
      const before = await sandbox.countRequests();
      await laboratory.sendByMllp(saying('STRICT1', '5,20'));
      const report = await laboratory.delivered('STRICT-1', ALL_ACCEPTED);
      reportSetId = report.reportSetId;
      first = report.revisions[0]?.documentId ?? '';

      expect(await asked(before)).toEqual(['test-existence accepted', 'feed accepted']);
      expect(await statusOf(first)).toEqual(['Approved']);
    }, 90_000);

    it('is looked up (TD3.1b) and replaced (TD2.1b): the DMP deprecates the old version', async () => {
      const { laboratory, sandbox } = scene();
      const before = await sandbox.countRequests();
      await laboratory.sendByMllp(saying('STRICT2', '9,90'));
      const report = await laboratory.revised('STRICT-1', 2, ALL_ACCEPTED);
      second = report.revisions[1]?.documentId ?? '';

      expect(await asked(before)).toEqual(['test-existence accepted', 'look-up accepted', 'feed accepted']);
      expect([await statusOf(first), await statusOf(second)]).toEqual([['Deprecated'], ['Approved']]);
      expect((await sandbox.documents(second))[0]?.replaces).toBe(first);
    }, 90_000);

    it('is mailed again to everybody, and the mail says that it cancels and replaces', async () => {
      const mails = await scene().sandbox.mailsWith(second);

      expect(mails.map(({ recipients }) => recipients[0]?.address).sort()).toEqual([
        expect.stringMatching(/@patient\.mssante\.fr$/),
        PRESCRIBER,
      ]);
      for (const { text, problems, attachments, subject } of mails) {
        expect(problems).toEqual([]);
        expect(text).toContain('annule et remplace');
        expect(subject).toMatch(/^XDM\/1\.0\/DDM\+/);
        expect(attachments.map(({ fileName }) => fileName)).toEqual(['IHE_XDM.ZIP', expect.stringMatching(/\.pdf$/)]);
      }
    });

    it('is withdrawn (TD3.1b, TD3.3c): the DMP shows nothing of it', async () => {
      const { laboratory, sandbox } = scene();
      const before = await sandbox.countRequests();
      expect(await laboratory.withdraw(reportSetId)).toBe(202);
      await laboratory.revised('STRICT-1', 2, { dmp: 'WITHDRAWN', prescriber: 'WITHDRAWN', patient: 'WITHDRAWN' });
      await laboratory.revised('STRICT-1', 1, { dmp: 'WITHDRAWN', prescriber: 'WITHDRAWN', patient: 'WITHDRAWN' });

      // Each version is looked up, and the one that the DMP shows is deleted.
      expect((await asked(before)).sort()).toEqual(['look-up accepted', 'look-up accepted', 'update accepted']);
      expect([await statusOf(first), await statusOf(second)]).toEqual([['Deprecated'], ['Deleted']]);
    }, 90_000);

    it('is taken back by mail: everybody is told which document to delete, once', async () => {
      const mails = await scene().sandbox.mailsWith(second);
      const [sent, notices] = [mails.slice(0, 2), mails.slice(2)];

      expect(notices.map(({ recipients }) => recipients[0]?.address).sort()).toEqual(
        sent.map(({ recipients }) => recipients[0]?.address).sort(),
      );
      for (const { text, problems, attachments, headers, recipients } of notices) {
        const former = sent.find((mail) => mail.recipients[0]?.address === recipients[0]?.address);
        expect(problems).toEqual([]);
        expect(text).toMatch(/retire le compte rendu/);
        expect(text).not.toMatch(/9,90|PAT-TROIS|DOMINIQUE|279035/);
        expect(attachments.map(({ fileName }) => fileName)).toEqual(['IHE_XDM.ZIP']);
        expect(headers).toContainEqual({ name: 'References', value: former?.messageId });
      }
      expect(notices).toHaveLength(2);
    });
  });
}
