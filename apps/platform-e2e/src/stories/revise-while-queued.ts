import { eventually, glucose, oru } from '@segur/testing';
import { ALL_ACCEPTED, type Scene } from '../scene.js';
import { later, MINUTES } from '../time-to-pass.js';

const TWO_HOURS = 130 * MINUTES;
const saying = (controlId: string, fillerNumber: string, value: string) =>
  oru({ controlId, fillerNumber, exams: [{ ...glucose, results: glucose.results.map((result) => ({ ...result, value })) }] });

/** A report is corrected or withdrawn while its first version has not left, or is just leaving. Needs a clock to move. */
export function reviseWhileQueued(scene: () => Scene): void {
  describe('a report whose first version is still queued', () => {
    const { breaks, restores } = faultsOf(scene);
    const send = (number: string, value = '5,20', suffix = '') =>
      scene().laboratory.sendByMllp(saying(`${number.replace('-', '')}${suffix}`, number, value));
    const documentsOf = async (number: string) =>
      (await scene().laboratory.reportWhen(number, ({ revisions }) => revisions.length > 0)).revisions.map(
        ({ documentId = '' }) => documentId,
      );
    /** Where each version stands at the DMP, oldest first. `none`: it never had it. */
    const shown = async (number: string) =>
      Promise.all((await documentsOf(number)).map(async (id) => (await scene().sandbox.documents(id))[0]?.status ?? 'none'));
    /** Which version each mail of a report brought, in the order of their arrival, by address. */
    const mailed = async (number: string) => {
      const ids = await documentsOf(number);
      const mails = await Promise.all(ids.map((id) => scene().sandbox.mailsWith(id)));
      return mails.map((ofVersion) => ofVersion.length);
    };
    afterEach(() => restores());

    it('is corrected while the DMP is down: the DMP gets the correction alone', async () => {
      const { laboratory } = scene();
      await breaks('dmp', { mode: 'down' });
      await send('QUEUE-1');
      await laboratory.delivered('QUEUE-1', { ...ALL_ACCEPTED, dmp: 'WAITING_RETRY' });
      await send('QUEUE-1', '9,90', 'B');
      await laboratory.revised('QUEUE-1', 2, { ...ALL_ACCEPTED, dmp: 'WAITING_RETRY' });
      await restores();
      await later(scene(), TWO_HOURS);
      const report = await laboratory.revised('QUEUE-1', 2, ALL_ACCEPTED);

      expect(await shown('QUEUE-1')).toEqual(['none', 'Approved']);
      expect(report.deliveries).toContainEqual(
        expect.objectContaining({ channel: 'dmp', revision: 1, state: 'NOT_ELIGIBLE', errorCode: 'dmp-superseded' }),
      );
      expect(await mailed('QUEUE-1')).toEqual([2, 2]);
    }, 120_000);

    it('is withdrawn while the DMP is down: the DMP never gets it, and who got the mail is told to delete it', async () => {
      const { laboratory, sandbox } = scene();
      await breaks('dmp', { mode: 'down' });
      await send('QUEUE-2');
      const { reportSetId } = await laboratory.delivered('QUEUE-2', { ...ALL_ACCEPTED, dmp: 'WAITING_RETRY' });
      await laboratory.withdraw(reportSetId);
      await laboratory.delivered('QUEUE-2', { dmp: 'WITHDRAWN', prescriber: 'WITHDRAWN', patient: 'WITHDRAWN' });
      const asked = await sandbox.countRequests();
      await restores();
      await later(scene(), TWO_HOURS);
      await later(scene(), TWO_HOURS);

      expect(await shown('QUEUE-2')).toEqual(['none']);
      expect(await sandbox.countRequests()).toBe(asked);
      expect(await mailed('QUEUE-2')).toEqual([4]);
    }, 120_000);

    it('is corrected while nobody can be reached: each mailbox gets the correction alone', async () => {
      const { laboratory } = scene();
      await breaks('dmp', { mode: 'down' });
      await breaks('mail', { mode: 'down' });
      const waiting = { dmp: 'WAITING_RETRY', prescriber: 'WAITING_RETRY', patient: 'WAITING_RETRY' };
      await send('QUEUE-3');
      await laboratory.delivered('QUEUE-3', waiting);
      await send('QUEUE-3', '9,90', 'B');
      await laboratory.revised('QUEUE-3', 2, waiting);
      await restores();
      await later(scene(), TWO_HOURS);
      await laboratory.revised('QUEUE-3', 2, ALL_ACCEPTED);
      const none = { dmp: 'NOT_ELIGIBLE', prescriber: 'NOT_ELIGIBLE', patient: 'NOT_ELIGIBLE' };
      await laboratory.revised('QUEUE-3', 1, none);

      expect(await shown('QUEUE-3')).toEqual(['none', 'Approved']);
      expect(await mailed('QUEUE-3')).toEqual([0, 2]);
    }, 120_000);

    it('is withdrawn while nobody can be reached: nothing of it ever leaves', async () => {
      const { laboratory, sandbox } = scene();
      await breaks('dmp', { mode: 'down' });
      await breaks('mail', { mode: 'down' });
      await send('QUEUE-4');
      const { reportSetId } = await laboratory.delivered('QUEUE-4', {
        ...{ dmp: 'WAITING_RETRY', prescriber: 'WAITING_RETRY', patient: 'WAITING_RETRY' },
      });
      await laboratory.withdraw(reportSetId);
      await laboratory.delivered('QUEUE-4', { dmp: 'WITHDRAWN', prescriber: 'WITHDRAWN', patient: 'WITHDRAWN' });
      const mails = await sandbox.countMails();
      await restores();
      await later(scene(), TWO_HOURS);
      await later(scene(), TWO_HOURS);

      expect(await shown('QUEUE-4')).toEqual(['none']);
      expect([await mailed('QUEUE-4'), await sandbox.countMails()]).toEqual([[0], mails]);
    }, 120_000);

    it('is corrected during the calls that send it: the correction comes after it, and replaces it', async () => {
      const { laboratory, sandbox } = scene();
      await breaks('dmp', { mode: 'hang' });
      await breaks('mail', { mode: 'hang' });
      await send('QUEUE-5');
      await hanging('dmp', 1);
      await hanging('mail', 2);
      await send('QUEUE-5', '9,90', 'B');
      await laboratory.revised('QUEUE-5', 2, { dmp: 'PENDING', prescriber: 'PENDING', patient: 'PENDING' });
      expect([await sandbox.hanging('dmp'), await sandbox.hanging('mail')]).toEqual([1, 2]);
      await restores();
      await laboratory.revised('QUEUE-5', 1, ALL_ACCEPTED);
      await later(scene(), 2 * MINUTES);
      await laboratory.revised('QUEUE-5', 2, ALL_ACCEPTED);
      const [first = '', second = ''] = await documentsOf('QUEUE-5');
      const mails = await sandbox.mails(
        (await laboratory.revised('QUEUE-5', 2, ALL_ACCEPTED)).deliveries.map(({ remoteId }) => remoteId),
      );
      const versions = mails.map(({ archive }) => archive?.documents[0]?.uniqueId);

      expect(await shown('QUEUE-5')).toEqual(['Deprecated', 'Approved']);
      expect((await sandbox.documents(second))[0]?.replaces).toBe(first);
      expect(versions).toEqual([first, first, second, second]);
    }, 120_000);

    it('is withdrawn during the calls that send it: it is deleted as soon as it arrived, and no mail brings it after the one that takes it back', async () => {
      const { laboratory, sandbox } = scene();
      await breaks('dmp', { mode: 'hang' });
      await breaks('mail', { mode: 'hang' });
      await send('QUEUE-6');
      await hanging('dmp', 1);
      await hanging('mail', 2);
      const { reportSetId } = await laboratory.reportWhen('QUEUE-6', () => true);
      await laboratory.withdraw(reportSetId);
      await laboratory.reportWhen('QUEUE-6', ({ deliveries }) => deliveries.some(({ state }) => state === 'WITHDRAWING'));
      await restores();
      await laboratory.delivered('QUEUE-6', { dmp: 'WITHDRAWN', prescriber: 'WITHDRAWN', patient: 'WITHDRAWN' });
      const [documentId = ''] = await documentsOf('QUEUE-6');
      const mails = await sandbox.mailsWith(documentId);

      expect(await shown('QUEUE-6')).toEqual(['Deleted']);
      for (const address of new Set(mails.map(({ recipients }) => recipients[0]?.address))) {
        const texts = mails
          .filter(({ recipients }) => recipients[0]?.address === address)
          .map(({ text }) => /retire le compte rendu/.test(text));
        expect(texts).toEqual([false, true]);
      }
      expect(mails).toHaveLength(4);
    }, 120_000);

    async function hanging(service: 'dmp' | 'mail', count: number): Promise<void> {
      await eventually(async () => (await scene().sandbox.hanging(service)) === count, { withinMs: 30_000 });
    }
  });
}

/** Breaks services, and mends all that were broken. */
function faultsOf(scene: () => Scene) {
  const broken = new Set<'dmp' | 'mail'>();
  return {
    breaks: async (service: 'dmp' | 'mail', fault: { readonly mode: string }) => {
      broken.add(service);
      await scene().sandbox.breaks(service, fault);
    },
    restores: async () => {
      for (const service of broken) await scene().sandbox.breaks(service, { mode: 'off' });
      broken.clear();
    },
  };
}
