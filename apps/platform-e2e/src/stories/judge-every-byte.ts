import { createHash, randomUUID } from 'node:crypto';
import type { DevelopmentPki } from '@segur/crypto';
import {
  bloodCount,
  contentsOfMail,
  glucose,
  judgeMail,
  judgePdfA,
  judgeSignatures,
  oru,
  type IpfJudge,
  type JudgedRequest,
  type KeptRequest,
} from '@segur/testing';
import { entrusting, finishedDocument } from '../entrusting-message.js';
import type { LaboratoryClient } from '../laboratory-client.js';
import type { ReceivedMail, SandboxView } from '../sandbox-view.js';
import { ALL_ACCEPTED } from '../scene.js';

/** A laboratory that feeds the judge, and the operator that takes its mails. */
interface Hearing {
  readonly judge: IpfJudge;
  readonly neighbour: LaboratoryClient;
  readonly sandbox: SandboxView;
  readonly pki: DevelopmentPki;
}

const NUMBER = 'BYTES-1';
const saying = (controlId: string, value: string) => {
  const results = glucose.results.map((result) => ({ ...result, value }));
  return oru({ controlId, fillerNumber: NUMBER, exams: [bloodCount, { ...glucose, results }] });
};
const WITHDRAWN = { dmp: 'WITHDRAWN', prescriber: 'WITHDRAWN', patient: 'WITHDRAWN' };
const DOCUMENT = 'IHE_XDM/SUBSET01/DOC0001.XML';
const sha = (algorithm: 'sha1' | 'sha256', bytes: Buffer) => createHash(algorithm).update(bytes).digest('hex');
const changed = (bytes: Buffer, from: string, to: string) => {
  const text = bytes.toString('utf8');
  if (!text.includes(from)) throw new Error('Nothing to change');
  return Buffer.from(text.replace(from, to));
};

/** One report goes out, is corrected and withdrawn: all that left, taken off the wire, before judges that share nothing with us. */
export function judgeEveryByte(hearing: () => Hearing): void {
  describe('what left of one report, from its first sending to its withdrawal', () => {
    let log: readonly JudgedRequest[];
    let kept: readonly KeptRequest[];
    let mails: readonly ReceivedMail[];
    let raw: readonly Buffer[];
    /** Of each version: its identifier, and its CDA and XAdES as they came to the repository. */
    let versions: readonly { readonly documentId: string; readonly cda: Buffer; readonly lot: Buffer }[];

    beforeAll(async () => {
      const { judge, neighbour, sandbox } = hearing();
      const before = (await judge.kept()).length;
      await neighbour.sendByHttp(saying('BYTES1', '5,20'));
      const { reportSetId } = await neighbour.delivered(NUMBER, ALL_ACCEPTED);
      await neighbour.sendByHttp(saying('BYTES2', '9,90'));
      await neighbour.revised(NUMBER, 2, ALL_ACCEPTED);
      await neighbour.withdraw(reportSetId);
      await neighbour.revised(NUMBER, 1, WITHDRAWN);
      const { revisions } = await neighbour.revised(NUMBER, 2, WITHDRAWN);

      log = (await judge.stored()).log.slice(before);
      kept = (await judge.kept()).slice(before);
      const lots = kept.filter(({ attachments }) => attachments.length === 2);
      versions = revisions.map(({ documentId = '' }, index) => {
        const [cda = Buffer.alloc(0), lot = Buffer.alloc(0)] = lots[index]?.attachments ?? [];
        return { documentId, cda, lot };
      });
      mails = (await Promise.all(versions.map(({ documentId }) => sandbox.mailsWith(documentId)))).flat();
      raw = await Promise.all(mails.map(({ id }) => sandbox.rawMail(id)));
    }, 120_000);

    it('is accepted by another repository and registry (IPF, French profile), over TLS with the laboratory’s certificate', async () => {
      const { documents } = await hearing().judge.stored();
      const statusOf = (uniqueId: string) => documents.find((document) => document.uniqueId === uniqueId)?.status;
      const [first, second] = versions.map(({ documentId }) => documentId);

      // TD2.1a; TD3.1b and TD2.1b; a TD3.1b for each version, and TD3.3c.
      expect(log.map(({ transaction }) => transaction)).toEqual(['ITI-41', 'ITI-18', 'ITI-41', 'ITI-18', 'ITI-18', 'ITI-57']);
      expect(log.map(({ outcome, errors }) => [outcome, ...errors])).toEqual(log.map(() => ['success']));
      expect([statusOf(first ?? ''), statusOf(second ?? '')]).toEqual(['Deprecated', 'Deleted']);
      expect(JSON.stringify(log.map(({ wire }) => wire)).match(/CN=DMP AUTH_CLI/g)).toHaveLength(6);
    });

    it('has one assertion in each call, whose signature (JDK) covers the whole of it and no more', async () => {
      const { pki } = hearing();
      const judgement = { certificatePem: pki.seal.certificatePem, count: 1 };
      const envelopes = Object.fromEntries(kept.map(({ envelope }, index) => [`call-${index}`, envelope]));
      const { valid, said } = await judgeSignatures(envelopes, judgement);

      expect([valid, said]).toEqual([true, expect.any(String)]);
      expect(
        said.match(
          / reference "#_[\w-]+" sha256 \[enveloped-signature, xml-exc-c14n\] covers saml2:Assertion \(parent of the signature\)/g,
        ),
      ).toHaveLength(6);
      const forged = Object.fromEntries(
        kept.map(({ envelope }, index) => [`call-${index}`, changed(envelope, '>INDIRECTE<', '>INDIRECTF<')]),
      );
      const refused = await judgeSignatures(forged, judgement);
      expect([refused.valid, refused.said.match(/digest differs/g)?.length]).toEqual([false, 6]);
      expect((await judgeSignatures(envelopes, { ...judgement, certificatePem: pki.authentication.certificatePem })).valid).toBe(
        false,
      );
    }, 60_000);

    it('has a signature (XAdES) of each lot that covers manifest, properties and the document that was sent', async () => {
      const { pki } = hearing();
      for (const { documentId, cda, lot } of versions) {
        const names = `urn:oid:${documentId}`;
        const judge = (bytes: Buffer, document: Buffer) =>
          judgeSignatures(
            { lot: bytes },
            { certificatePem: pki.seal.certificatePem, legacy: true, count: 1, documents: { [names]: document } },
          );
        const { valid, said } = await judge(lot, cda);

        expect([valid, said]).toEqual([true, expect.any(String)]);
        expect(said).toMatch(/ok {3}#1 reference "#IHEManifest" sha1 .* covers (ds:)?Manifest/);
        expect(said).toMatch(/ok {3}#1 reference "#S0-SignedProperties" sha1 .* covers (\w+:)?SignedProperties/);
        expect(said).toContain(`ok   #1 manifest reference "${names}" sha1`);
        expect((await judge(lot, changed(cda, 'PAT-TROIS', 'PAT-TROIZ'))).valid).toBe(false);
        expect((await judge(changed(lot, 'SigningTime>20', 'SigningTime>21'), cda)).valid).toBe(false);
      }
    }, 60_000);

    it('is mailed in six mails that Python reads: two each to send, to replace and to withdraw', () => {
      const [first, second] = versions;
      const judged = raw.map((mime, index) => ({ ...judgeMail(mime), id: mails[index]?.archive?.documents[0]?.uniqueId }));
      const told = judged.map(({ id, archive }) => [
        id === first?.documentId ? 'first' : 'second',
        archive?.metadata.slots['urn:action:extraMetadataSlot']?.[0] ?? 'new',
      ]);

      expect(told).toEqual([
        ...['first', 'first'].map((version) => [version, 'new']),
        ...['C', 'C', 'D', 'D'].map((action) => ['second', action]),
      ]);
      for (const { defects, archive, id, headers, text } of judged) {
        const cda = (id === first?.documentId ? first : second)?.cda ?? Buffer.alloc(0);
        const file = { size: cda.length, sha1: sha('sha1', cda) };
        expect(defects).toEqual([]);
        expect(headers['subject']).toMatch(/^XDM\/1\.0\/DDM\+/);
        expect(text).not.toMatch(/5,20|9,90/);
        expect(archive?.names).toEqual(['INDEX.HTM', 'README.TXT', 'IHE_XDM/SUBSET01/METADATA.XML', DOCUMENT]);
        expect(archive?.index.links).toEqual(['README.TXT', DOCUMENT]);
        expect(archive?.readme).toContain(DOCUMENT);
        expect(archive?.files[DOCUMENT]).toEqual(file);
        expect(archive?.metadata).toMatchObject({
          dangling: [],
          slots: { hash: [file.sha1], size: [`${file.size}`], URI: ['DOC0001.XML'] },
        });
        expect(archive?.metadata.identifiers['XDSDocumentEntry.uniqueId']).toBe(id);
      }
    });

    it('has a PDF/A-1 beside the archive (veraPDF), the same that is in the document', async () => {
      const contents = raw.slice(0, 4).map(contentsOfMail);
      const pdfs = contents.map((files) => Object.entries(files).find(([name]) => name.endsWith('.pdf'))?.[1] ?? Buffer.alloc(0));
      const [first, , second] = pdfs as [Buffer, Buffer, Buffer, Buffer];

      expect(await judgePdfA({ first, second })).toMatchObject({ valid: true });
      expect(new Set(pdfs.map((pdf) => sha('sha256', pdf))).size).toBe(2);
      for (const [index, pdf] of [first, second].entries()) {
        expect(versions[index]?.cda.toString('utf8').replaceAll(/\s/g, '')).toContain(pdf.toString('base64'));
      }
    }, 60_000);

    it('is accepted as well as a document of level 1 around the same PDF', async () => {
      const { judge, neighbour } = hearing();
      const { reportSetId } = await neighbour.revised(NUMBER, 2, WITHDRAWN);
      const pdf = await neighbour.document(reportSetId, 'pdf');
      const cda = finishedDocument({ reportSetId: randomUUID(), fillerNumber: 'BYTES-N1', level: 1, pdf });
      const before = (await judge.kept()).length;
      await neighbour.sendByHttp(entrusting([cda], { controlId: 'BYTESN1', fillerNumber: 'BYTES-N1' }));
      await neighbour.delivered('BYTES-N1', ALL_ACCEPTED);
      const calls = (await judge.stored()).log.slice(before);

      expect(calls.map(({ transaction, outcome, errors }) => [transaction, outcome, ...errors])).toEqual([['ITI-41', 'success']]);
      expect((await judge.kept())[before]?.attachments[0]?.equals(cda)).toBe(true);
    }, 60_000);

    it('has the same documents in its archives as in its submissions: what the official kit says of the ones holds for the others', () => {
      const archived = raw.map((mime) => contentsOfMail(mime)[DOCUMENT] ?? Buffer.alloc(0));
      const [first, second] = versions;

      expect(archived.map((cda) => sha('sha256', cda))).toEqual(
        [first, first, second, second, second, second].map((version) => sha('sha256', version?.cda ?? Buffer.alloc(0))),
      );
    });
  });
}
