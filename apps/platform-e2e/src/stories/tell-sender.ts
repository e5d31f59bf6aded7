import { eventually, oru, TEST_MATRICULE } from '@segur/testing';
import type { ListeningSoftware } from '../listening-software.js';
import { ALL_ACCEPTED, type Scene } from '../scene.js';

/** The laboratory's software is told what became of its reports, also of those that arrived while nobody listened. */
export function tellSender(scene: () => Scene & { readonly software: ListeningSoftware }): void {
  describe('the software of the laboratory', () => {
    const ALL_TOLD = ['Z01 Y', 'Z02 Y', 'Z02 Y'];
    const told = (controlId: string) =>
      scene()
        .software.of(controlId)
        .map(({ event, verdict }) => `${event} ${verdict}`)
        .sort();

    it('is told that the DMP and each mailbox took a report', async () => {
      const { laboratory, software } = scene();
      await laboratory.sendByHttp(oru({ controlId: 'TELL1', fillerNumber: 'TELL-1' }));
      await laboratory.delivered('TELL-1', ALL_ACCEPTED);
      const { acknowledgements } = await laboratory.reportWhen(
        'TELL-1',
        (report) => report.acknowledgements.filter(({ state }) => state === 'ACKNOWLEDGED').length === 3,
      );

      expect(told('TELL1')).toEqual(ALL_TOLD);
      expect(
        software
          .of('TELL1')
          .flatMap(({ mailbox }) => mailbox ?? [])
          .sort(),
      ).toEqual([`${TEST_MATRICULE}@patient.mssante.fr`, 'louis.testpresc@cabinet-exemple.mssante.fr']);
      expect(acknowledgements.map(({ kind, verdict }) => `${kind} ${verdict}`).sort()).toEqual([
        'dmp-reception positive',
        'mss-reception positive',
        'mss-reception positive',
      ]);
    }, 90_000);

    it('is told once it is back what happened while it was away, in order and once; deliveries did not wait', async () => {
      const { laboratory, software } = scene();
      await software.close();
      for (const number of [2, 3]) await laboratory.sendByHttp(oru({ controlId: `TELL${number}`, fillerNumber: `TELL-${number}` }));
      for (const number of [2, 3]) {
        await laboratory.delivered(`TELL-${number}`, ALL_ACCEPTED);
        await laboratory.reportWhen(
          `TELL-${number}`,
          ({ acknowledgements }) => acknowledgements.filter(({ state }) => state === 'WAITING').length === 3,
        );
      }
      await software.listen();
      const expected = new Map<string, readonly string[]>();
      for (const number of [2, 3]) {
        const { acknowledgements } = await laboratory.reportWhen(
          `TELL-${number}`,
          (report) => report.acknowledgements.filter(({ state }) => state === 'ACKNOWLEDGED').length === 3,
        );
        const kinds = [...acknowledgements].sort((a, b) => (a.acknowledgementId < b.acknowledgementId ? -1 : 1));
        expected.set(
          `TELL${number}`,
          kinds.map(({ kind }) => (kind === 'dmp-reception' ? 'Z01' : 'Z02')),
        );
      }

      for (const [controlId, events] of expected) {
        expect(told(controlId)).toEqual(ALL_TOLD);
        expect(software.of(controlId).map(({ event }) => event)).toEqual(events);
      }
      await eventually(() => software.told.length === 9);
    }, 90_000);
  });
}
