import { issueTestPki, type DevelopmentPki } from '@segur/crypto';
import { eventually } from '@segur/testing';
import { DmpDouble } from './dmp-double.js';
import { Scene, TENANT } from './scene.js';

describe('a report that is withdrawn', () => {
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
    scene.clock.advance(3_600_000);
  });

  it('is deleted where it was accepted: looked up, then deleted by the entry of that moment', async () => {
    const { reportSetId, documentId } = await scene.validate();
    await scene.reaches(reportSetId, 'ACCEPTED');
    const event = await scene.withdraw(reportSetId);
    await scene.reaches(reportSetId, 'WITHDRAWN');

    expect({ lookups: dmp.lookups, deletions: dmp.deletions, shown: dmp.shown() }).toEqual({
      lookups: [documentId],
      deletions: [documentId],
      shown: [],
    });
    expect(await scene.facts(reportSetId)).toMatchObject([
      { state: 'PENDING' },
      { state: 'ACCEPTED' },
      { state: 'WITHDRAWING', stateRevision: 3, channel: 'dmp', remoteId: documentId },
      { state: 'WITHDRAWN', stateRevision: 4, attempts: 2 },
    ]);

    await scene.consumeWithdrawal(event);
    await scene.withdraw(reportSetId);
    await scene.later();
    expect(await scene.facts(reportSetId)).toHaveLength(4);
    expect(dmp.deletions).toHaveLength(1);
  });

  it('never leaves when it waits for its next try', async () => {
    dmp.next = [{ failure: 'XDSRegistryBusy' }];
    const { reportSetId } = await scene.validate();
    await scene.reaches(reportSetId, 'WAITING_RETRY');
    await scene.idle();
    await scene.withdraw(reportSetId);
    await scene.reaches(reportSetId, 'WITHDRAWN');
    await scene.later();

    expect([dmp.submissions.length, dmp.lookups, dmp.shown()]).toEqual([1, [], []]);
  });

  it('is deleted as soon as it arrives, when it was under way', async () => {
    let release = () => undefined as void;
    dmp.next = [{ hold: new Promise<void>((resolve) => (release = resolve)) }];
    const { reportSetId, documentId } = await scene.validate();
    await eventually(() => dmp.submissions.length === 1);
    await scene.withdraw(reportSetId);
    await scene.reaches(reportSetId, 'WITHDRAWING');
    release();
    await scene.reaches(reportSetId, 'WITHDRAWN');
    await scene.later();

    expect([dmp.deletions, dmp.shown(), dmp.submissions.length]).toEqual([[documentId], [], 1]);
    expect((await scene.facts(reportSetId)).map(({ state }) => state)).toEqual(['PENDING', 'WITHDRAWING', 'WITHDRAWN']);
  });

  it('is looked up where the answer was lost, and deleted if it is there', async () => {
    dmp.next = ['drop-after-accept'];
    const { reportSetId, documentId } = await scene.validate();
    await scene.reaches(reportSetId, 'UNCERTAIN');
    await scene.withdraw(reportSetId);
    await scene.reaches(reportSetId, 'WITHDRAWN');

    expect([dmp.deletions, dmp.shown()]).toEqual([[documentId], []]);
  });

  it('is waited for where the answer was lost: the DMP may still be at it', async () => {
    dmp.next = ['drop-before-commit'];
    const { reportSetId, documentId } = await scene.validate();
    await scene.reaches(reportSetId, 'UNCERTAIN');
    await scene.idle();
    await scene.withdraw(reportSetId);
    await eventually(async () => (await scene.facts(reportSetId)).at(-1)?.errorCode === 'dmp-answer-lost');
    // It came late: after the first look.
    dmp.kept.set(documentId, 'urn:uuid:00000000-0000-4000-8000-00000000dead');
    await scene.later(1);
    await scene.reaches(reportSetId, 'WITHDRAWN');

    expect([dmp.deletions, dmp.shown(), dmp.submissions.length]).toEqual([[documentId], [], 1]);
  });

  it('is not waited for longer than the DMP may take', async () => {
    dmp.next = ['drop-before-commit'];
    const { reportSetId } = await scene.validate();
    await scene.reaches(reportSetId, 'UNCERTAIN');
    await scene.idle();
    await scene.withdraw(reportSetId);
    await eventually(async () => (await scene.facts(reportSetId)).at(-1)?.errorCode === 'dmp-answer-lost');
    await scene.later(5);
    await scene.reaches(reportSetId, 'WITHDRAWN');

    expect([dmp.deletions, dmp.submissions.length]).toEqual([[], 1]);
  });

  it('takes every version with it: the current one is deleted, the replaced ones are shown no more', async () => {
    const { reportSetId } = await scene.validate();
    await scene.reaches(reportSetId, 'ACCEPTED');
    const { documentId: current } = await scene.validate({ reportSetId, revision: 2 });
    await scene.reaches(reportSetId, 'ACCEPTED', 2);
    await scene.withdraw(reportSetId, 2);
    await scene.stand(reportSetId, 'WITHDRAWN', 'WITHDRAWN');

    expect([dmp.deletions, dmp.shown()]).toEqual([[current], []]);
  });

  it('takes a correction with it that waits for the first version', async () => {
    dmp.next = ['drop-after-accept'];
    const { reportSetId, documentId } = await scene.validate();
    await scene.reaches(reportSetId, 'UNCERTAIN');
    await scene.idle();
    await scene.validate({ reportSetId, revision: 2 });
    await scene.withdraw(reportSetId, 2);
    await scene.later();
    await scene.stand(reportSetId, 'WITHDRAWN', 'WITHDRAWN');

    expect(dmp.shown()).toEqual([]);
    expect(dmp.kept.has(documentId)).toBe(true);
  });

  it('stays here when its document is announced after the withdrawal', async () => {
    const first = await scene.validate();
    await scene.reaches(first.reportSetId, 'ACCEPTED');
    await scene.withdraw(first.reportSetId, 2);
    await scene.validate({ reportSetId: first.reportSetId, revision: 2 });
    await scene.stand(first.reportSetId, 'WITHDRAWN', 'WITHDRAWN');

    expect([dmp.submissions.length, dmp.shown()]).toEqual([1, []]);
  });

  it('may be followed by a new version, which replaces nothing', async () => {
    const { reportSetId } = await scene.validate();
    await scene.reaches(reportSetId, 'ACCEPTED');
    dmp.nextDeletions = [{ failure: 'XDSRegistryBusy' }];
    await scene.withdraw(reportSetId);
    await eventually(() => dmp.deletions.length === 1);
    await scene.idle();
    const { documentId } = await scene.validate({ reportSetId, revision: 2 });
    await scene.later();
    await scene.stand(reportSetId, 'WITHDRAWN', 'ACCEPTED');

    expect(dmp.shown()).toEqual([documentId]);
    expect(dmp.submissions.at(-1)?.envelope).not.toContain('AssociationType:RPLC');
  });

  it('never replaces the document of another patient: that one is withdrawn first', async () => {
    const { reportSetId } = await scene.validate();
    await scene.reaches(reportSetId, 'ACCEPTED');
    const other = { value: '154027505612376', oid: '1.2.250.1.213.1.4.10' };
    const { documentId } = await scene.validate({ reportSetId, revision: 2 }, {}, TENANT, other);

    expect(await scene.reaches(reportSetId, 'WAITING_RETRY', 2)).toMatchObject({ errorCode: 'dmp-patient-changed' });
    await scene.idle();
    expect(dmp.submissions).toHaveLength(1);
    await scene.withdraw(reportSetId);
    await scene.stand(reportSetId, 'WITHDRAWN', 'ACCEPTED');
    expect(dmp.shown()).toEqual([documentId]);
    expect(dmp.submissions[1]?.envelope).not.toContain('AssociationType:RPLC');
  });

  it.each(['drop-after-accept', { failure: 'XDSMetadataUpdateError' }, { failure: 'XDSRegistryBusy' }] as const)(
    'is looked up again after %p of its deletion',
    async (behaviour) => {
      const { reportSetId, documentId } = await scene.validate();
      await scene.reaches(reportSetId, 'ACCEPTED');
      dmp.nextDeletions = [behaviour];
      await scene.withdraw(reportSetId);
      await eventually(() => dmp.deletions.length === 1);
      await scene.later();
      await scene.reaches(reportSetId, 'WITHDRAWN');

      expect(dmp.shown()).not.toContain(documentId);
      expect(dmp.lookups).toEqual([documentId, documentId]);
    },
  );

  it('waits for a person when the DMP refuses, and is tried anew when it is withdrawn anew', async () => {
    const { reportSetId } = await scene.validate();
    await scene.reaches(reportSetId, 'ACCEPTED');
    dmp.nextDeletions = [{ failure: 'DMPAccessDeniedByRightsService' }];
    await scene.withdraw(reportSetId);
    expect(await scene.reaches(reportSetId, 'FAILED')).toMatchObject({ errorCode: 'dmp-not-withdrawn' });
    await scene.withdraw(reportSetId);
    await scene.reaches(reportSetId, 'WITHDRAWN');

    expect(dmp.shown()).toEqual([]);
    expect(scene.logged.join('')).toContain('DMPAccessDeniedByRightsService');
  });

  it('says nothing where the DMP never had it', async () => {
    const { reportSetId } = await scene.validate({}, { qualifiedIns: undefined });
    await scene.withdraw(reportSetId);
    await scene.later();

    expect(await scene.states(reportSetId)).toEqual(['NOT_ELIGIBLE']);
    expect(dmp.lookups).toEqual([]);
  });
});
