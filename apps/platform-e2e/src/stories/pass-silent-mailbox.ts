import { eventually, oru } from '@segur/testing';
import { ALL_ACCEPTED, type Scene } from '../scene.js';
import { later } from '../time-to-pass.js';

const SILENT = 'louis.testpresc@cabinet-exemple.mssante.fr';
const REPORTS = Array.from({ length: 10 }, (_, number) => `SILENT-${number}`);

/** The operator never answers for one recipient, who gets a mail of every report. Needs a clock to move. */
export function passSilentMailbox(scene: () => Scene): void {
  describe('a mailbox for which the operator does not answer', () => {
    it('holds some connections, and nobody else’s mails', async () => {
      const { laboratory, sandbox } = scene();
      await sandbox.breaks('mail', { mode: 'hang', recipient: SILENT });
      let most = 0;
      try {
        for (const number of REPORTS)
          await laboratory.sendByMllp(oru({ controlId: number.replace('-', ''), fillerNumber: number }));
        for (const number of REPORTS) {
          await laboratory.delivered(number, { ...ALL_ACCEPTED, prescriber: 'PENDING' });
          most = Math.max(most, await sandbox.hanging('mail'));
        }
        // Everybody else's arrived while these still hang.
        expect(await sandbox.hanging('mail')).toBe(most);
      } finally {
        await sandbox.breaks('mail', { mode: 'off' });
      }

      // Half of the four connections to the operator.
      expect(most).toBe(2);
    }, 120_000);

    it('gets its mails once it answers again, each once', async () => {
      const { laboratory, sandbox } = scene();
      const counts = async () => {
        for (const number of REPORTS) {
          const [documentId = ''] = (await laboratory.delivered(number, ALL_ACCEPTED)).revisions.map(
            (revision) => revision.documentId,
          );
          const addresses = (await sandbox.mailsWith(documentId)).map(({ recipients }) => recipients[0]?.address);
          expect(addresses.filter((address) => address === SILENT)).toHaveLength(1);
        }
      };
      await eventually(async () => (await sandbox.hanging('mail')) === 0);
      await later(scene(), 15_000);

      await counts();
    }, 120_000);
  });
}
