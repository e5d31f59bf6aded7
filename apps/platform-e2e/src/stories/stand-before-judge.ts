import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bloodCount, describeWithOfficial, oru, reactiveProtein, serology, thyrotropin, type IpfJudge } from '@segur/testing';
import type { LaboratoryClient } from '../laboratory-client.js';

/** What the flow really sends to a DMP, before a judge that shares nothing with us. */
export function standBeforeJudge(scene: () => { readonly judge: IpfJudge; readonly neighbour: LaboratoryClient }): void {
  const accepted = async (fillerNumber: string) => {
    const { judge, neighbour } = scene();
    const isAtDmp = ({ channel, state }: { channel: string; state: string }) => channel === 'dmp' && state !== 'PENDING';
    const report = await neighbour.reportWhen(fillerNumber, ({ deliveries }) => deliveries.some(isAtDmp));
    const documentId = report.revisions[0]?.documentId ?? '';
    const cda = await neighbour.document(report.reportSetId);
    const { documents, log } = await judge.stored();
    return { report, documentId, cda, log, held: documents.filter(({ uniqueId }) => uniqueId === documentId) };
  };
  const sha1 = (bytes: Buffer) => createHash('sha1').update(bytes).digest('hex');

  it('a report of the project’s own is accepted by the judge', async () => {
    const exams = [bloodCount, reactiveProtein, thyrotropin, serology];
    await scene().neighbour.sendByHttp(oru({ controlId: 'JUDGE1', fillerNumber: 'JUDGE-OWN', exams }));
    const { report, documentId, cda, held, log } = await accepted('JUDGE-OWN');

    expect(log.flatMap(({ errors }) => errors)).toEqual([]);
    expect(report.deliveries).toContainEqual(expect.objectContaining({ channel: 'dmp', state: 'ACCEPTED', remoteId: documentId }));
    expect(held).toMatchObject([
      { status: 'Approved', hash: sha1(cda), hashDeclared: sha1(cda), sizeDeclared: String(cda.length) },
    ]);
    expect((await scene().judge.document(documentId)).equals(cda)).toBe(true);
  }, 90_000);

  describeWithOfficial('hl7v2-examples', 'the published message', (directory) => {
    it('is accepted by the judge, its document unchanged', async () => {
      const message = readFileSync(join(directory, 'segur2_v2.1_ORU_INIT_N3.hl7'));
      const sent = Buffer.from(/\^Base64\^([^|]+)/.exec(message.toString('latin1'))?.[1] ?? '', 'base64');
      await scene().neighbour.sendByHttp(message);
      const { report, documentId, held, log } = await accepted('1001-E1');

      expect(log.flatMap(({ errors }) => errors)).toEqual([]);
      expect(report.deliveries).toContainEqual(
        expect.objectContaining({ channel: 'dmp', state: 'ACCEPTED', remoteId: documentId }),
      );
      expect(held).toMatchObject([{ status: 'Approved', hash: sha1(sent), hashDeclared: sha1(sent) }]);
      expect((await scene().judge.document(documentId)).equals(sent)).toBe(true);
    }, 90_000);
  });
}
