import { issueTestPki, type DevelopmentPki } from '@segur/crypto';
import { eventually } from '@segur/testing';
import { DmpDouble } from './dmp-double.js';
import { Scene } from './scene.js';

const MINUTES = 60_000;

describe('versions of a report', () => {
  const scene = new Scene(4);
  let pki: DevelopmentPki;
  let dmp: DmpDouble;

  beforeAll(async () => {
    pki = await issueTestPki();
    dmp = new DmpDouble(pki);
    await scene.start(pki, await dmp.listen());
  });
  afterAll(async () => {
    await scene.stop();
    dmp.close();
  });
  beforeEach(() => {
    dmp.forget();
    scene.clock.advance(60 * MINUTES);
  });

  it('all arrive in their order, without a person, when the DMP was down for an hour', async () => {
    const corrected = await scene.validate();
    await scene.reaches(corrected.reportSetId, 'ACCEPTED');
    dmp.close();
    const first = await Promise.all([1, 2, 3].map(() => scene.validate()));
    const { documentId: correction } = await scene.validate({ reportSetId: corrected.reportSetId, revision: 2 });
    const { documentId: second } = await scene.validate({ reportSetId: first[0]?.reportSetId ?? '', revision: 2 });
    for (let minute = 0; minute < 60; minute += 10) await scene.later(10);
    expect(dmp.submissions).toHaveLength(1);
    await dmp.listen();
    for (let hour = 0; hour < 4; hour += 1) await scene.later(60);

    await scene.stand(corrected.reportSetId, 'ACCEPTED', 'ACCEPTED');
    await scene.stand(first[0]?.reportSetId ?? '', 'NOT_ELIGIBLE', 'ACCEPTED');
    for (const { reportSetId } of first.slice(1)) await scene.stand(reportSetId, 'ACCEPTED');
    const untouched = first.slice(1).map(({ documentId }) => documentId);
    expect([...dmp.shown()].sort()).toEqual([correction, second, ...untouched].sort());
    expect(dmp.statuses.get(corrected.documentId)).toBe('Deprecated');
    expect(dmp.submissions).toHaveLength(5);
  });

  it('go one after the other when the first is under way', async () => {
    let release = () => undefined as void;
    dmp.next = [{ hold: new Promise<void>((resolve) => (release = resolve)) }];
    const { reportSetId, documentId } = await scene.validate();
    await eventually(() => dmp.submissions.length === 1);
    const { documentId: newer } = await scene.validate({ reportSetId, revision: 2 });
    const waiting =
      'SELECT 1 FROM dmp_feeding.attempt WHERE finished_at IS NULL AND lease IS NULL AND number = 0 AND available_at > $1';
    await eventually(async () => (await scene.rows(waiting, [scene.clock.now()])).length === 1);
    expect(dmp.submissions).toHaveLength(1);
    release();
    await scene.reaches(reportSetId, 'ACCEPTED', 1);
    await scene.later(1);
    await scene.stand(reportSetId, 'ACCEPTED', 'ACCEPTED');

    expect([dmp.shown(), dmp.statuses.get(documentId)]).toEqual([[newer], 'Deprecated']);
  });

  it('are not sent again once they are passed: a lost answer is only looked into', async () => {
    dmp.next = ['drop-before-commit'];
    const { reportSetId } = await scene.validate();
    await scene.reaches(reportSetId, 'UNCERTAIN');
    await scene.idle();
    const { documentId: newer } = await scene.validate({ reportSetId, revision: 2 });
    await scene.later();
    await scene.later();
    await scene.stand(reportSetId, 'NOT_ELIGIBLE', 'ACCEPTED');

    expect([dmp.submissions.length, dmp.shown()]).toEqual([2, [newer]]);
    expect(dmp.submissions.at(-1)?.envelope).not.toContain('AssociationType:RPLC');
  });

  it('replace a passed one that had arrived all the same', async () => {
    dmp.next = ['drop-after-accept'];
    const { reportSetId, documentId } = await scene.validate();
    await scene.reaches(reportSetId, 'UNCERTAIN');
    await scene.idle();
    const { documentId: newer } = await scene.validate({ reportSetId, revision: 2 });
    await scene.later();
    await scene.stand(reportSetId, 'ACCEPTED', 'ACCEPTED');

    expect([dmp.shown(), dmp.statuses.get(documentId), dmp.submissions.length]).toEqual([[newer], 'Deprecated', 2]);
  });

  it('are first submissions when the former one was refused, or deleted at the DMP since', async () => {
    dmp.next = [{ failure: 'InvalidDocumentContent' }];
    const refused = await scene.validate();
    await scene.reaches(refused.reportSetId, 'REJECTED');
    await scene.validate({ reportSetId: refused.reportSetId, revision: 2 });
    await scene.reaches(refused.reportSetId, 'ACCEPTED', 2);
    const deleted = await scene.validate();
    await scene.reaches(deleted.reportSetId, 'ACCEPTED');
    dmp.statuses.set(deleted.documentId, 'urn:asip:ci-sis:2010:StatusType:Deleted');
    await scene.validate({ reportSetId: deleted.reportSetId, revision: 2 });
    await scene.reaches(deleted.reportSetId, 'ACCEPTED', 2);

    for (const { envelope } of dmp.submissions) expect(envelope).not.toContain('AssociationType:RPLC');
  });

  it.each`
    record      | code
    ${'closed'} | ${'dmp-closed'}
    ${'none'}   | ${'dmp-none'}
  `('are not sent where the DMP is $record, and it is asked again for the next', async ({ record, code }) => {
    dmp.nextRecords = [record as 'closed' | 'none'];
    const { reportSetId } = await scene.validate();
    expect(await scene.reaches(reportSetId, 'NOT_ELIGIBLE')).toMatchObject({ errorCode: code });
    await scene.later();
    expect([dmp.submissions.length, dmp.questions.length]).toEqual([0, 1]);

    await scene.validate({ reportSetId, revision: 2 });
    await scene.reaches(reportSetId, 'ACCEPTED', 2);
    expect([dmp.submissions.length, dmp.questions.length]).toEqual([1, 2]);
    expect(dmp.questions[0]).toMatch(/<saml2:Assertion.*TEST_EXST.*extension="279035121518989"/s);
  });
});
