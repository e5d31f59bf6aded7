import { randomUUID } from 'node:crypto';
import { bloodCount, contentsOfMail, glucose, judgeMail, oruText } from '@segur/testing';
import { documentIdOf } from '@segur/laboratory';
import { entrusting, finishedDocument, type Entrusting, type FinishedDocument } from '../entrusting-message.js';
import { verdictOf } from '../mllp-exchange.js';
import { ALL_ACCEPTED, type Scene } from '../scene.js';

const DOCUMENT = 'IHE_XDM/SUBSET01/DOC0001.XML';

/** HL7 messages other than ORU^R01 with results: OUL, MDM, and finished documents of both levels, each to the DMP and the mailboxes. */
export function handInByHl7(scene: () => Scene): void {
  describe('results centred on their specimens (OUL^R22)', () => {
    it('become a document like those of ORU^R01', async () => {
      const { laboratory, sandbox } = scene();
      // SPM comes first, then the orders upon it, each OBR before its ORC.
      const [msh = '', pid = '', pv1 = '', ...rest] = oruText({
        controlId: 'OUL1',
        fillerNumber: 'OUL-1',
        exams: [bloodCount, glucose],
      }).split('\r');
      const orders = rest
        .join('\r')
        .split(/(?=ORC\|)/)
        .filter(Boolean);
      const turned = orders.flatMap((order) => {
        const segments = order.split('\r').filter(Boolean);
        const of = (name: string) => segments.filter((segment) => segment.startsWith(`${name}|`));
        return [...of('SPM'), ...of('OBR'), ...of('ORC'), ...of('OBX')];
      });
      const message = [msh.replace('ORU^R01^ORU_R01', 'OUL^R22^OUL_R22'), pid, pv1, ...turned, ''].join('\r');
      const ack = await laboratory.sendByMllp(Buffer.from(message));
      const report = await laboratory.delivered('OUL-1', ALL_ACCEPTED);
      const cda = await laboratory.document(report.reportSetId);
      const held = await sandbox.documents(report.revisions[0]?.documentId ?? '');

      expect(verdictOf(ack)).toEqual({ code: 'AA' });
      expect(held.map(({ status, bytes }) => [status, bytes.equals(cda)])).toEqual([['Approved', true]]);
      for (const said of ['718-7', 'value="13.4"', 'value="5.20"', 'BLDV']) expect(cda.toString('utf8')).toContain(said);
    }, 90_000);
  });

  describe('a finished document', () => {
    let pdf: Buffer;
    beforeAll(async () => {
      const { laboratory } = scene();
      pdf = await laboratory.document((await laboratory.delivered('OUL-1', ALL_ACCEPTED)).reportSetId, 'pdf');
    });
    const entrust = (documents: readonly Buffer[], options: Entrusting) =>
      scene().laboratory.sendByMllp(entrusting(documents, options));
    const made = (number: string, options: Partial<FinishedDocument> = {}) => ({
      reportSetId: randomUUID(),
      fillerNumber: number,
      pdf,
      ...options,
    });

    it.each`
      what                  | number       | type                 | level
      ${'in a MDM'}         | ${'MDM-1'}   | ${'MDM^T02^MDM_T02'} | ${3}
      ${'of level 1 alone'} | ${'LEVEL-1'} | ${'ORU^R01^ORU_R01'} | ${1}
      ${'of level 3'}       | ${'LEVEL-3'} | ${'ORU^R01^ORU_R01'} | ${3}
    `(
      '$what is in the DMP and in the mails byte for byte, with its PDF beside it',
      async ({ number, type, level }: { number: string; type: NonNullable<Entrusting['type']>; level: 1 | 3 }) => {
        const { laboratory, sandbox } = scene();
        const cda = finishedDocument(made(number, { level }));
        const ack = await entrust([cda], { type, controlId: number.replace('-', ''), fillerNumber: number });
        const report = await laboratory.delivered(number, ALL_ACCEPTED);
        const documentId = report.revisions[0]?.documentId ?? '';
        const held = await sandbox.documents(documentId);
        const mails = await sandbox.mailsWith(documentId);

        expect(verdictOf(ack)).toEqual({ code: 'AA' });
        expect(held.map(({ status, bytes }) => [status, bytes.equals(cda)])).toEqual([['Approved', true]]);
        expect(JSON.stringify(held[0]?.metadata)).toContain(
          level === 1 ? 'urn:ihe:iti:xds-sd:pdf:2008' : 'urn:ihe:lab:xd-lab:2008',
        );
        expect(mails).toHaveLength(2);
        for (const { id, problems } of mails) {
          const raw = await sandbox.rawMail(id);
          const { [DOCUMENT]: archived, ...others } = contentsOfMail(raw);
          expect([problems, judgeMail(raw).defects]).toEqual([[], []]);
          expect(archived?.equals(cda)).toBe(true);
          expect(Object.entries(others).filter(([name, bytes]) => name.endsWith('.pdf') && bytes.equals(pdf))).toHaveLength(1);
        }
      },
      90_000,
    );

    it('is replaced by MDM^T10, and deleted by MDM^T04', async () => {
      const { laboratory, sandbox } = scene();
      const first = made('MDM-2');
      const second = finishedDocument({ ...first, version: 2 });
      await entrust([finishedDocument(first)], { type: 'MDM^T02^MDM_T02', controlId: 'MDM2', fillerNumber: 'MDM-2' });
      await laboratory.delivered('MDM-2', ALL_ACCEPTED);
      await entrust([second], { type: 'MDM^T10^MDM_T10', controlId: 'MDM2B', fillerNumber: 'MDM-2', asked: ['RO', 'C'] });
      await laboratory.revised('MDM-2', 2, ALL_ACCEPTED);
      const statuses = async () =>
        Promise.all([1, 2].map(async (version) => (await sandbox.documents(documentIdOf(first.reportSetId, version)))[0]?.status));
      expect(await statuses()).toEqual(['Deprecated', 'Approved']);
      await entrust([second], { type: 'MDM^T04^MDM_T04', controlId: 'MDM2C', fillerNumber: 'MDM-2', asked: ['CA', 'D'] });
      await laboratory.revised('MDM-2', 2, { dmp: 'WITHDRAWN', prescriber: 'WITHDRAWN', patient: 'WITHDRAWN' });

      expect(await statuses()).toEqual(['Deprecated', 'Deleted']);
    }, 90_000);

    it.each`
      what                                       | number      | documents                                     | code
      ${'twice, as level 1 and level 3'}         | ${'PAIR-1'} | ${[{ level: 1 }, { level: 3 }]}               | ${'document-second-not-read'}
      ${'twice, as level 3 and level 1'}         | ${'PAIR-2'} | ${[{ level: 3 }, { level: 1 }]}               | ${'document-second-not-read'}
      ${'as level 1 whose body is another file'} | ${'FILE-1'} | ${[{ level: 1, pdf: Buffer.from('GIF89a') }]} | ${'document-level-1-without-pdf'}
    `(
      'that comes $what is refused by name, and nothing leaves',
      async ({ number, documents, code }: { number: string; documents: Partial<FinishedDocument>[]; code: string }) => {
        const { laboratory, sandbox } = scene();
        const before = [await sandbox.countDocuments(), await sandbox.countMails()];
        const report = made(number);
        const ack = await entrust(
          documents.map((document) => finishedDocument({ ...report, ...document })),
          { controlId: number.replace('-', ''), fillerNumber: number },
        );
        const { refusals, deliveries } = await laboratory.refused(number);

        expect(verdictOf(ack)).toEqual({ code: 'AA' });
        expect(refusals.flatMap(({ findings }) => findings).filter(({ severity }) => severity === 'error')).toMatchObject([
          { code },
        ]);
        expect(deliveries).toEqual([]);
        expect([await sandbox.countDocuments(), await sandbox.countMails()]).toEqual(before);
      },
      90_000,
    );
  });
}
