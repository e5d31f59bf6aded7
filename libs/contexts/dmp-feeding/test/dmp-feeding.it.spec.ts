import { issueTestPki, type DevelopmentPki } from '@segur/crypto';
import { eventually } from '@segur/testing';
import { DmpDouble, type Behaviour } from './dmp-double.js';
import { Scene, TENANT } from './scene.js';

describe('dmp-feeding', () => {
  let pki: DevelopmentPki;
  let dmp: DmpDouble;
  const scene = new Scene(4);

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
    dmp.submissions.length = 0;
    dmp.lookups.length = 0;
    dmp.next = [];
    // The pause of an earlier test is over.
    scene.clock.advance(3_600_000);
  });

  it('submits a document once, byte for byte, over TLS 1.2 with the certificate of the laboratory', async () => {
    const { reportSetId, documentId, cda, event } = await scene.validate();
    const accepted = await scene.reaches(reportSetId, 'ACCEPTED');
    const [seen] = dmp.submissions;

    expect(dmp.submissions).toHaveLength(1);
    expect(seen).toMatchObject({ client: 'DMP AUTH_CLI', tls: 'TLSv1.2', document: cda });
    expect(await scene.facts(reportSetId)).toMatchObject([
      { state: 'PENDING', stateRevision: 1, attempts: 0, channel: 'dmp', remoteId: documentId },
      { state: 'ACCEPTED', stateRevision: 2, attempts: 1, revision: 1 },
    ]);
    expect(accepted.errorCode).toBeUndefined();
    const facts = await scene.rows<{ cause: string }>(
      "SELECT envelope->>'causationId' AS cause FROM dmp_feeding.outbox WHERE envelope->>'key' = $1 ORDER BY seq",
      [reportSetId],
    );
    expect(facts[0]?.cause).toBe(event.id);
    expect(await scene.metrics.exposition()).toContain('delivery_attempts_total{channel="dmp",outcome="accepted"} 1');
  });

  it('plans nothing twice: neither the same event, nor a revision that was passed', async () => {
    const { event, reportSetId } = await scene.validate({ revision: 2 });
    await scene.reaches(reportSetId, 'ACCEPTED');
    await scene.consume(event);
    await scene.consume({ ...event, id: '019aa0c0-0000-7000-8000-000000000001' });
    await scene.consume({ ...event, id: '019aa0c0-0000-7000-8000-000000000002', data: { ...event.data, revision: 1 } });

    expect(await scene.facts(reportSetId)).toHaveLength(2);
  });

  it.each`
    what                           | sheet                          | tenantId       | code
    ${'an identity not qualified'} | ${{ qualifiedIns: undefined }} | ${TENANT}      | ${'ins-not-qualified'}
    ${'a laboratory without DMP'}  | ${{}}                          | ${'690000000'} | ${'dmp-not-configured'}
  `(
    'sends nothing for $what, and says so',
    async ({ sheet, tenantId, code }: { sheet: object; tenantId: string; code: string }) => {
      const { reportSetId } = await scene.validate({}, sheet, tenantId);

      expect(await scene.facts(reportSetId)).toMatchObject([{ state: 'NOT_ELIGIBLE', errorCode: code, attempts: 0 }]);
      expect(
        await scene.rows('SELECT 1 FROM dmp_feeding.attempt WHERE tenant_id = $1 AND finished_at IS NULL', [tenantId]),
      ).toEqual([]);
    },
  );

  it.each`
    behaviour                                        | state             | code
    ${{ failure: 'XDSRepositoryMetadataError' }}     | ${'REJECTED'}     | ${'XDSRepositoryMetadataError'}
    ${{ failure: 'XDSPatientIdDoesNotMatch' }}       | ${'REJECTED'}     | ${'XDSPatientIdDoesNotMatch'}
    ${{ failure: 'XDSDuplicateUniqueIdInRegistry' }} | ${'REJECTED'}     | ${'XDSDuplicateUniqueIdInRegistry'}
    ${{ fault: 'Sender', code: 'DMPClosed' }}        | ${'NOT_ELIGIBLE'} | ${'DMPClosed'}
  `(
    'ends at $state when the DMP says $code',
    async ({ behaviour, state, code }: { behaviour: Behaviour; state: 'REJECTED'; code: string }) => {
      dmp.next = [behaviour];
      const { reportSetId } = await scene.validate();

      expect(await scene.reaches(reportSetId, state)).toMatchObject({ errorCode: code, attempts: 1 });
      await scene.later();
      expect(dmp.submissions).toHaveLength(1);
    },
  );

  it.each`
    behaviour                                             | state              | code
    ${{ failure: 'XDSRegistryBusy' }}                     | ${'WAITING_RETRY'} | ${'XDSRegistryBusy'}
    ${{ fault: 'Receiver' }}                              | ${'WAITING_RETRY'} | ${'dmp-fault-receiver'}
    ${{ fault: 'Sender', code: 'DMPInvalidCertificate' }} | ${'WAITING_RETRY'} | ${'DMPInvalidCertificate'}
    ${{ status: 500 }}                                    | ${'WAITING_RETRY'} | ${'dmp-http-failure'}
    ${{ status: 503 }}                                    | ${'UNCERTAIN'}     | ${'dmp-http-unavailable'}
    ${'garbage'}                                          | ${'UNCERTAIN'}     | ${'dmp-answer-unreadable'}
    ${'drop-before-commit'}                               | ${'UNCERTAIN'}     | ${'dmp-answer-lost'}
  `(
    'after $code it sends the same lot again',
    async ({ behaviour, state, code }: { behaviour: Behaviour; state: 'UNCERTAIN'; code: string }) => {
      dmp.next = [behaviour];
      const { reportSetId } = await scene.validate();
      expect(await scene.reaches(reportSetId, state)).toMatchObject({ errorCode: code, attempts: 1 });
      await scene.later();
      expect(await scene.reaches(reportSetId, 'ACCEPTED')).toMatchObject({ attempts: 2, stateRevision: 3 });

      const [first, second] = dmp.submissions;
      const messageId = (envelope = '') => /urn:uuid:([^<]*)<\/wsa:MessageID>/.exec(envelope)?.[1] ?? '?';
      expect(second?.document).toEqual(first?.document);
      expect(messageId(second?.envelope)).not.toBe(messageId(first?.envelope));
      expect(second?.contentType).not.toBe(first?.contentType);
      const lot = (envelope = '') => /<s12:Body>.*/s.exec(envelope)?.[0].replaceAll(messageId(envelope), '');
      expect(lot(second?.envelope)).toBe(lot(first?.envelope));
    },
  );

  it.each<Behaviour>(['drop-after-accept', 'silent-after-accept'])(
    'finds what the DMP kept when the answer is lost (%s)',
    async (behaviour) => {
      dmp.next = [behaviour];
      const { reportSetId, documentId } = await scene.validate();
      expect(await scene.reaches(reportSetId, 'UNCERTAIN')).toMatchObject({ errorCode: 'dmp-answer-lost' });
      await scene.later();
      await scene.reaches(reportSetId, 'ACCEPTED');

      expect(dmp.lookups).toEqual([documentId]);
      expect(dmp.submissions).toHaveLength(1);
    },
  );

  it('looks first when a process died between its call and its note of it', async () => {
    dmp.next = [{ failure: 'XDSRegistryBusy' }];
    const { reportSetId, documentId } = await scene.validate();
    await scene.reaches(reportSetId, 'WAITING_RETRY');
    await scene.idle();
    // The second attempt was claimed, reached the DMP, and nobody wrote anything down.
    await scene.rows('UPDATE dmp_feeding.attempt SET number = 2 WHERE finished_at IS NULL');
    dmp.kept.set(documentId, 'urn:uuid:00000000-0000-4000-8000-00000000dead');
    await scene.later();

    expect(await scene.reaches(reportSetId, 'ACCEPTED')).toMatchObject({ attempts: 3 });
    expect(dmp.submissions).toHaveLength(1);
  });

  it('stops the whole laboratory when its certificate is refused, and goes on when the pause is over', async () => {
    dmp.next = [{ fault: 'Sender', code: 'DMPInvalidCertificate' }];
    const first = await scene.validate();
    await scene.reaches(first.reportSetId, 'WAITING_RETRY');
    const second = await scene.validate();
    expect(await scene.reaches(second.reportSetId, 'WAITING_RETRY')).toMatchObject({ errorCode: 'DMPInvalidCertificate' });
    expect(dmp.submissions).toHaveLength(1);

    await scene.later();
    await scene.reaches(first.reportSetId, 'ACCEPTED');
    await scene.reaches(second.reportSetId, 'ACCEPTED');
  });

  it('replaces the version that the DMP has', async () => {
    const { reportSetId, documentId } = await scene.validate();
    await scene.reaches(reportSetId, 'ACCEPTED');
    await scene.validate({ reportSetId, revision: 2, replaces: { revision: 1, documentId } });
    await scene.reaches(reportSetId, 'ACCEPTED', 2);

    expect(dmp.lookups).toEqual([documentId]);
    expect(dmp.submissions[1]?.envelope).toMatch(
      new RegExp(`AssociationType:RPLC" id="id\\d+" sourceObject="Document01" targetObject="${dmp.kept.get(documentId)}"`),
    );
  });

  it('leaves out a version that never left as soon as a newer one exists', async () => {
    dmp.next = [{ failure: 'XDSRegistryBusy' }];
    const { reportSetId, documentId } = await scene.validate();
    await scene.reaches(reportSetId, 'WAITING_RETRY');
    await scene.idle();
    const { documentId: newer } = await scene.validate({ reportSetId, revision: 2 });
    await eventually(async () => (await scene.facts(reportSetId)).some(({ errorCode }) => errorCode === 'dmp-superseded'));
    await scene.later();
    await scene.reaches(reportSetId, 'ACCEPTED', 2);

    expect(dmp.submissions).toHaveLength(2);
    expect([dmp.kept.has(documentId), dmp.kept.has(newer)]).toEqual([false, true]);
  });

  it('waits for a person after a day of tries, and has counted each of them once', async () => {
    const { reportSetId } = await scene.validate();
    await scene.reaches(reportSetId, 'ACCEPTED');
    dmp.next = [{ failure: 'XDSRegistryBusy' }];
    const { reportSetId: last } = await scene.validate();
    await scene.reaches(last, 'WAITING_RETRY');
    await scene.idle();
    // As the table of retries leaves it before its last try.
    await scene.rows('UPDATE dmp_feeding.attempt SET number = 25 WHERE finished_at IS NULL');
    await scene.rows('UPDATE dmp_feeding.submission SET attempts = 25 WHERE report_set_id = $1', [last]);
    dmp.next = [{ failure: 'XDSRegistryBusy' }];
    await scene.later();

    expect(await scene.reaches(last, 'FAILED')).toMatchObject({ errorCode: 'XDSRegistryBusy', attempts: 26 });
    expect(dmp.submissions).toHaveLength(3);
  });

  it('waits for a person when the document cannot be described', async () => {
    const ins = { value: '279035121518989', oid: '1.2.250.1.213.1.4.11' };
    const { reportSetId } = await scene.validate({}, { qualifiedIns: ins });

    expect(await scene.reaches(reportSetId, 'FAILED')).toMatchObject({ errorCode: 'xds-header-unsuitable' });
    expect(dmp.submissions).toHaveLength(0);
  });

  it('writes no identity in facts and logs', async () => {
    const facts = await scene.rows<{ envelope: unknown }>('SELECT envelope FROM dmp_feeding.outbox');
    const said = `${JSON.stringify(facts)}${scene.logged.join('')}`;

    expect(said).not.toMatch(/2790351215189|CAMILLE/);
    expect(scene.logged.join('')).toContain('document-submitted');
  });
});
