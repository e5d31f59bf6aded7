import { createHash } from 'node:crypto';
import {
  bloodCount,
  checkWithOfficialKit,
  describeWithOfficial,
  judgeMail,
  oru,
  reactiveProtein,
  serology,
  TEST_MATRICULE,
  thyrotropin,
  whyNoPython,
} from '@segur/testing';
import type { ShownReport } from '../laboratory-client.js';
import { verdictOf } from '../mllp-exchange.js';
import type { ReceivedMail } from '../sandbox-view.js';
import { ALL_ACCEPTED, type Scene } from '../scene.js';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A final report of numbers, a value below the limit, a coded one and text: from the port to the DMP and the mailboxes. */
export function deliverReport(scene: () => Scene): void {
  describe.each(['MLLP', 'HTTP'])('a report sent by %s', (door) => {
    const fillerNumber = `WALK-${door}`;
    const exams = [bloodCount, reactiveProtein, thyrotropin, serology];
    const message = oru({ controlId: `WALK${door}`, fillerNumber, exams });
    let ack: Buffer;
    let report: ShownReport;
    let cda: Buffer;
    let mails: readonly ReceivedMail[];

    beforeAll(async () => {
      const { laboratory, sandbox } = scene();
      ack = await (door === 'MLLP' ? laboratory.sendByMllp(message) : laboratory.sendByHttp(message));
      report = await laboratory.delivered(fillerNumber, ALL_ACCEPTED);
      cda = await laboratory.document(report.reportSetId);
      mails = await sandbox.mails(report.deliveries.map(({ remoteId }) => remoteId));
    }, 90_000);

    it('is acknowledged', () => {
      expect(verdictOf(ack)).toEqual({ code: 'AA' });
      expect(report).toMatchObject({ status: 'VALIDATED', revision: 1, refusals: [] });
    });

    it('is in the DMP once, with the very bytes that the platform shows', async () => {
      const held = await scene().sandbox.documents(report.revisions[0]?.documentId ?? '');

      expect(held.map(({ status, bytes }) => ({ status, sha256: sha256(bytes) }))).toEqual([
        { status: 'Approved', sha256: sha256(cda) },
      ]);
    });

    it('is mailed to the prescriber and to the patient, without a fault', () => {
      const addresses = mails.flatMap(({ recipients }) => recipients.map(({ address }) => address));

      expect(addresses.sort()).toEqual([`${TEST_MATRICULE}@patient.mssante.fr`, 'louis.testpresc@cabinet-exemple.mssante.fr']);
      expect(mails.flatMap(({ problems }) => problems)).toEqual([]);
    });

    const lacking = whyNoPython();
    (lacking === undefined ? it : it.skip)(
      `travels in an archive that Python's standard library reads${lacking === undefined ? '' : ` [skipped: ${lacking}]`}`,
      async () => {
        for (const { id } of mails) {
          const { defects, archive } = judgeMail(await scene().sandbox.rawMail(id));
          const file = archive?.files['IHE_XDM/SUBSET01/DOC0001.XML'];

          expect(defects).toEqual([]);
          expect(file).toEqual({ size: cda.length, sha1: createHash('sha1').update(cda).digest('hex') });
          expect(archive?.metadata.slots).toMatchObject({ hash: [file?.sha1], size: [String(file?.size)], URI: ['DOC0001.XML'] });
        }
      },
    );

    describeWithOfficial('ci-sis', 'before the official kit', () => {
      it('has no error in any layer, and no remark of the kit', async () => {
        const { errors, warnings } = await checkWithOfficialKit(cda);

        expect(errors).toEqual([]);
        expect(warnings.filter(({ layer }) => layer === 'kit')).toEqual([]);
      }, 60_000);
    });
  });
}
