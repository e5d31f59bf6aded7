import { oru } from '@segur/testing';
import type { LaboratoryClient } from '../laboratory-client.js';
import type { Scene } from '../scene.js';

interface Listed {
  readonly items: readonly { readonly reportSetId: string }[];
}

/** Two laboratories on one platform: the same numbers are other reports, and nobody sees what is not theirs. */
export function keepLaboratoriesApart(scene: () => Scene & { readonly neighbour: LaboratoryClient }): void {
  describe('two laboratories', () => {
    const message = oru({ controlId: 'SAME1', fillerNumber: 'SAME-NUMBER' });
    let own: string;
    let theirs: string;

    beforeAll(async () => {
      const { laboratory, neighbour } = scene();
      await laboratory.sendByHttp(message);
      await neighbour.sendByHttp(message);
      const validated = ({ status }: { status: string }) => status === 'VALIDATED';
      ({ reportSetId: own } = await laboratory.reportWhen('SAME-NUMBER', validated));
      ({ reportSetId: theirs } = await neighbour.reportWhen('SAME-NUMBER', validated));
    }, 90_000);

    it('have a report each from the same bytes', () => {
      expect(own).not.toBe(theirs);
    });

    it.each(['/api/v1/receptions', '/api/v1/reports'])('see their own in %s', async (path) => {
      const { laboratory, neighbour } = scene();
      const listed = async (client: LaboratoryClient) =>
        (await client.read<Listed>(path)).items.map(({ reportSetId }) => reportSetId);

      expect(await listed(laboratory)).toContain(own);
      expect(await listed(laboratory)).not.toContain(theirs);
      expect(await listed(neighbour)).toContain(theirs);
      expect(await listed(neighbour)).not.toContain(own);
    });

    it.each(['', '/documents/cda'])('get 404 for the report of the other%s', async (rest) => {
      const { laboratory, neighbour } = scene();
      const status = async (client: LaboratoryClient, id: string) => (await client.fetch(`/api/v1/reports/${id}${rest}`)).status;

      expect([await status(laboratory, own), await status(neighbour, theirs)]).toEqual([200, 200]);
      expect([await status(laboratory, theirs), await status(neighbour, own)]).toEqual([404, 404]);
    });

    it('do not know each other’s orders', async () => {
      const { laboratory, neighbour } = scene();
      const order = {
        prescribedAt: '2026-11-20',
        prescriber: { rpps: '99700000029' },
        patient: { birthName: 'PAT-TROIS', firstNames: 'DOMINIQUE', birthDate: '1979-03-28', sex: 'F' },
        exams: [{ freeText: 'Glycémie à jeun' }],
      };
      const headers = { 'content-type': 'application/json' };
      const answer = await laboratory.fetch('/api/v1/orders', { method: 'POST', headers, body: JSON.stringify(order) });
      const { orderId } = (await answer.json()) as { orderId: string };

      expect((await laboratory.fetch(`/api/v1/orders/${orderId}`)).status).toBe(200);
      expect((await neighbour.fetch(`/api/v1/orders/${orderId}`)).status).toBe(404);
    });

    it('are not told apart by MLLP without a certificate: nobody is taken for anybody', async () => {
      const ack = await scene().laboratory.sendByMllp(oru({ controlId: 'SAME2', fillerNumber: 'SAME-MLLP' }));

      expect(ack.toString('utf8')).toMatch(/\rMSA\|AR\|SAME2/);
    });
  });
}
