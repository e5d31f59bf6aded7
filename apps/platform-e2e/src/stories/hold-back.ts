import { bloodCount, glucose, oru, qualifiedPatient, TEST_MATRICULE, unmappedExam, unqualifiedPatient } from '@segur/testing';
import { ALL_ACCEPTED, type Scene } from '../scene.js';

/** What does not leave, and what leaves all the same. */
export function holdBack(scene: () => Scene): void {
  describe.each`
    identity                                  | patient                                         | fillerNumber
    ${'taken down at the desk'}               | ${unqualifiedPatient}                           | ${'HOLD-DESK'}
    ${'with a matricule that nobody checked'} | ${{ ...qualifiedPatient, reliability: 'PROV' }} | ${'HOLD-PROV'}
  `('an identity $identity', ({ patient, fillerNumber }: { patient: typeof unqualifiedPatient; fillerNumber: string }) => {
    it('goes to the prescriber alone, and no matricule with it', async () => {
      const { laboratory, sandbox } = scene();
      await laboratory.sendByMllp(oru({ controlId: fillerNumber, fillerNumber, patient, exams: [bloodCount] }));
      const report = await laboratory.delivered(fillerNumber, { dmp: 'NOT_ELIGIBLE', prescriber: 'ACCEPTED' });
      const cda = await laboratory.document(report.reportSetId);
      const mails = await sandbox.mails(report.deliveries.map(({ remoteId }) => remoteId));
      const raw = await Promise.all(mails.map(({ id }) => sandbox.rawMail(id)));

      expect(report.deliveries).toContainEqual(expect.objectContaining({ channel: 'dmp', errorCode: 'ins-not-qualified' }));
      expect(await sandbox.documents(report.revisions[0]?.documentId ?? '')).toEqual([]);
      expect(mails.flatMap(({ problems }) => problems)).toEqual([]);
      expect(mails.flatMap(({ recipients }) => recipients)).toMatchObject([
        { address: 'louis.testpresc@cabinet-exemple.mssante.fr' },
      ]);
      expect(cda.toString('utf8')).not.toContain(TEST_MATRICULE);
      expect(raw.join()).not.toContain(TEST_MATRICULE);
      expect(JSON.stringify(mails)).not.toContain(TEST_MATRICULE);
    }, 90_000);
  });

  it('an analysis without LOINC keeps its local code, and is delivered', async () => {
    const { laboratory } = scene();
    await laboratory.sendByMllp(oru({ controlId: 'HOLDCODE', fillerNumber: 'HOLD-CODE', exams: [unmappedExam] }));
    const { reportSetId } = await laboratory.delivered('HOLD-CODE', ALL_ACCEPTED);
    const cda = (await laboratory.document(reportSetId)).toString('utf8');
    const { items } = await laboratory.read<{ items: readonly { localCode: string }[] }>('/api/v1/mappings/missing');

    expect(cda).toMatch(/code="ZX901"/);
    expect(items).toContainEqual(expect.objectContaining({ localCode: 'ZX901', reason: 'unmapped' }));
  }, 90_000);

  it('a value type that is not read refuses the report by name, and sends nothing', async () => {
    const { laboratory, sandbox } = scene();
    const [documents, mails] = [await sandbox.countDocuments(), await sandbox.countMails()];
    const curve = { type: 'NA', code: 'COURBE^Courbe^LABO', value: '1^2^3' };
    const exams = [{ ...glucose, results: [...glucose.results, curve] }];
    await laboratory.sendByMllp(oru({ controlId: 'HOLDTYPE', fillerNumber: 'HOLD-TYPE', exams }));
    const { deliveries, refusals } = await laboratory.refused('HOLD-TYPE');

    expect(refusals.flatMap(({ findings }) => findings)).toContainEqual(
      expect.objectContaining({ severity: 'error', code: 'hl7-value-type-not-read', location: 'OBX[2]-2' }),
    );
    expect(deliveries).toEqual([]);
    expect([await sandbox.countDocuments(), await sandbox.countMails()]).toEqual([documents, mails]);
  }, 90_000);

  it('a DMP that is down holds back the DMP alone', async () => {
    const { laboratory, sandbox } = scene();
    await sandbox.breaks('dmp', { mode: 'down' });
    try {
      await laboratory.sendByMllp(oru({ controlId: 'HOLDDOWN', fillerNumber: 'HOLD-DOWN' }));
      const { deliveries } = await laboratory.delivered('HOLD-DOWN', { ...ALL_ACCEPTED, dmp: 'WAITING_RETRY' });

      expect(deliveries.find(({ channel }) => channel === 'dmp')?.errorCode).toEqual(expect.any(String));
    } finally {
      await sandbox.breaks('dmp', { mode: 'off' });
    }
  }, 90_000);
}
