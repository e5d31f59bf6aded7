import { createHash } from 'node:crypto';
import { issueTestPki, type DevelopmentPki } from '@segur/crypto';
import { describeWithOfficial, judgeSignatures, startIpfJudge, type IpfJudge } from '@segur/testing';
import { Scene } from './scene.js';

const START_MS = 240_000;

describeWithOfficial('judges', 'dmp-feeding before an independent judge (IPF)', () => {
  const scene = new Scene();
  let judge: IpfJudge;
  let pki: DevelopmentPki;

  beforeAll(async () => {
    pki = await issueTestPki();
    judge = await startIpfJudge({ server: pki.server, caPem: pki.caPem, client: pki.authentication });
    // The judge judges XDS: it has no patients.
    await scene.start(pki, `https://127.0.0.1:${judge.port}`, { preflight: 'none' });
  }, START_MS);
  afterAll(async () => {
    await scene.stop();
    await judge?.stop();
  });

  it('is accepted: transport, schema, metadata, French rules, hash and size', async () => {
    const { reportSetId, documentId, cda } = await scene.validate();
    await scene.reaches(reportSetId, 'ACCEPTED');
    const { documents, log } = await judge.stored();
    const hash = createHash('sha1').update(cda).digest('hex');

    expect(log.map(({ transaction, outcome, errors }) => ({ transaction, outcome, errors }))).toEqual([
      { transaction: 'ITI-41', outcome: 'success', errors: [] },
    ]);
    expect(documents.find(({ uniqueId }) => uniqueId === documentId)).toMatchObject({
      uniqueId: documentId,
      status: 'Approved',
      patientId: '279035121518989^^^&1.2.250.1.213.1.4.10&ISO^NH',
      sourcePatientId: 'IPP1^^^&2.999.2&ISO^PI',
      hash,
      hashDeclared: hash,
      sizeDeclared: `${cda.length}`,
    });
    expect(await judge.document(documentId)).toEqual(cda);
  });

  it('is signed: the JDK verifies the lot that the repository keeps, and the document that its manifest names', async () => {
    const { reportSetId, documentId, cda } = await scene.validate();
    await scene.reaches(reportSetId, 'ACCEPTED');
    const { documents } = await judge.stored();
    const lot = documents.find(({ uniqueId }) => uniqueId === documentId)?.submissionSetUniqueId;
    const signature = documents.find(({ uniqueId, ...entry }) => entry.submissionSetUniqueId === lot && uniqueId !== documentId);
    const file = await judge.document(signature?.uniqueId ?? '');
    const judgement = { certificatePem: pki.seal.certificatePem, legacy: true, count: 1 };
    const names = `urn:oid:${documentId}`;

    expect(await judgeSignatures({ lot: file }, { ...judgement, documents: { [names]: cda } })).toMatchObject({ valid: true });
    expect(
      await judgeSignatures({ lot: file }, { ...judgement, documents: { [names]: Buffer.concat([cda, Buffer.from(' ')]) } }),
    ).toMatchObject({ valid: true });
    const changed = Buffer.from(cda.toString('utf8').replace('</ClinicalDocument>', '<!-- x --></ClinicalDocument>'));
    expect(await judgeSignatures({ lot: file }, { ...judgement, documents: { [names]: changed } })).toMatchObject({ valid: false });
  });

  it('replaces its own version: the former one is deprecated', async () => {
    const { reportSetId, documentId } = await scene.validate();
    await scene.reaches(reportSetId, 'ACCEPTED');
    const next = await scene.validate({ reportSetId, revision: 2, replaces: { revision: 1, documentId } });
    await scene.reaches(reportSetId, 'ACCEPTED', 2);
    const { documents } = await judge.stored();
    const statusOf = (uniqueId: string) => documents.find((document) => document.uniqueId === uniqueId)?.status;

    expect([statusOf(documentId), statusOf(next.documentId)]).toEqual(['Deprecated', 'Approved']);
  });

  it('looks up, replaces and deletes: each call is accepted, and the judge shows nothing of the report any more', async () => {
    const before = (await judge.stored()).log.length;
    const first = await scene.validate();
    const { reportSetId } = first;
    await scene.reaches(reportSetId, 'ACCEPTED');
    const second = await scene.validate({ reportSetId, revision: 2, replaces: { revision: 1, documentId: first.documentId } });
    await scene.reaches(reportSetId, 'ACCEPTED', 2);
    await scene.withdraw(reportSetId, 2);
    await scene.stand(reportSetId, 'WITHDRAWN', 'WITHDRAWN');
    const { documents, log } = await judge.stored();
    const statusOf = (uniqueId: string) => documents.find((document) => document.uniqueId === uniqueId)?.status;
    const calls = log.slice(before).map(({ transaction, outcome, errors }) => [transaction, outcome, ...errors].join(' '));

    expect([statusOf(first.documentId), statusOf(second.documentId)]).toEqual(['Deprecated', 'Deleted']);
    expect([...calls].sort()).toEqual([
      ...['ITI-18 success', 'ITI-18 success', 'ITI-18 success'],
      ...['ITI-41 success', 'ITI-41 success', 'ITI-57 success'],
    ]);
  });

  it('deletes what it finds after a withdrawal, once', async () => {
    const { reportSetId, documentId } = await scene.validate();
    await scene.reaches(reportSetId, 'ACCEPTED');
    const event = await scene.withdraw(reportSetId);
    await scene.reaches(reportSetId, 'WITHDRAWN');
    await scene.consumeWithdrawal(event);
    await scene.idle();
    const { documents, log } = await judge.stored();

    expect(documents.find(({ uniqueId }) => uniqueId === documentId)?.status).toBe('Deleted');
    expect(log.filter(({ transaction }) => transaction === 'ITI-57')).toHaveLength(2);
  });

  it('passes with the codes of visibility', async () => {
    const delivery = {
      ...{ dmp: true, professionals: true, patient: true },
      ...{ maskedToProfessionals: true, hiddenFromPatient: true, hiddenFromRepresentatives: true },
    };
    const { reportSetId, documentId } = await scene.validate({}, { delivery });
    await scene.reaches(reportSetId, 'ACCEPTED');
    const { documents } = await judge.stored();

    expect(JSON.stringify(documents.find(({ uniqueId }) => uniqueId === documentId)?.confidentialityCode)).toMatch(
      /N.*MASQUE_PS.*INVISIBLE_PATIENT.*INVISIBLE_REPRESENTANTS_LEGAUX/,
    );
  });

  it('is told when its own certificate is not trusted', async () => {
    const [stranger, other] = [new Scene(), await issueTestPki()];
    try {
      await stranger.start({ ...pki, authentication: other.authentication }, `https://127.0.0.1:${judge.port}`, {
        preflight: 'none',
      });
      const { reportSetId } = await stranger.validate();
      expect(await stranger.reaches(reportSetId, 'WAITING_RETRY')).toMatchObject({ errorCode: 'dmp-tls-refused' });
    } finally {
      await stranger.stop();
    }
  });
});
