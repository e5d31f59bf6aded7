import { glucose, oru } from '@segur/testing';
import { ALL_ACCEPTED, type Scene } from '../scene.js';
import { later, MINUTES } from '../time-to-pass.js';

const saying = (controlId: string, fillerNumber: string, value: string) =>
  oru({ controlId, fillerNumber, exams: [{ ...glucose, results: glucose.results.map((result) => ({ ...result, value })) }] });

/** The DMP is down for an hour, while the laboratory works on. Needs a clock to move. */
export function outlastOutage(scene: () => Scene): void {
  describe('a DMP that is down for an hour', () => {
    const NEW = ['HOUR-1', 'HOUR-2', 'HOUR-3', 'HOUR-4'];
    const waiting = { ...ALL_ACCEPTED, dmp: 'WAITING_RETRY' };
    let asked: number;

    beforeAll(async () => {
      const { laboratory, sandbox } = scene();
      await laboratory.sendByMllp(saying('HOUR0', 'HOUR-0', '5,20'));
      await laboratory.delivered('HOUR-0', ALL_ACCEPTED);
      asked = await sandbox.countRequests();
      await sandbox.breaks('dmp', { mode: 'down' });
    }, 90_000);
    afterAll(() => scene().sandbox.breaks('dmp', { mode: 'off' }));

    it('holds no mail back, of new reports and of corrections', async () => {
      const { laboratory } = scene();
      for (const [index, number] of NEW.entries()) await laboratory.sendByMllp(saying(`HOUR${index + 1}`, number, '5,20'));
      await laboratory.sendByMllp(saying('HOUR0B', 'HOUR-0', '6,60'));
      for (const number of NEW) await laboratory.delivered(number, waiting);
      await laboratory.revised('HOUR-0', 2, waiting);
      await later(scene(), 2 * MINUTES);
      await laboratory.sendByMllp(saying('HOUR0C', 'HOUR-0', '7,70'));
      await laboratory.sendByMllp(saying('HOUR1B', 'HOUR-1', '9,90'));
      await laboratory.revised('HOUR-0', 3, waiting);
      await laboratory.revised('HOUR-1', 2, waiting);
    }, 120_000);

    it('is asked nothing meanwhile that it could lose, and everything stays queued', async () => {
      const { laboratory, sandbox } = scene();
      for (const minutes of [6, 32, 20]) await later(scene(), minutes * MINUTES);

      expect(await sandbox.countRequests()).toBe(asked);
      for (const number of NEW.slice(1)) await laboratory.delivered(number, waiting);
    }, 90_000);

    it('gets everything once it is back, in the order of revisions, without a person', async () => {
      const { laboratory, sandbox } = scene();
      await sandbox.breaks('dmp', { mode: 'off' });
      await later(scene(), 125 * MINUTES);
      for (const number of NEW.slice(1)) await laboratory.delivered(number, ALL_ACCEPTED);
      const corrected = await laboratory.revised('HOUR-0', 3, ALL_ACCEPTED);
      const queued = await laboratory.revised('HOUR-1', 2, ALL_ACCEPTED);
      const held = async (documentId = '') => {
        const [document] = await sandbox.documents(documentId);
        return document && { status: document.status, replaces: document.replaces };
      };
      const [first, second, third] = corrected.revisions.map(({ documentId }) => documentId);

      expect([await held(first), await held(second), await held(third)]).toEqual([
        { status: 'Deprecated', replaces: undefined },
        undefined,
        { status: 'Approved', replaces: first },
      ]);
      expect(await Promise.all(queued.revisions.map(({ documentId }) => held(documentId)))).toEqual([
        undefined,
        { status: 'Approved', replaces: undefined },
      ]);
      const requests = await sandbox.requests(asked);
      expect(requests.filter(({ outcome }) => outcome !== 'accepted')).toEqual([]);
      expect(requests.filter(({ transaction }) => transaction === 'feed')).toHaveLength(5);
    }, 120_000);
  });
}
