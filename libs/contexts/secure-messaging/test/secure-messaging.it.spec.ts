import { createHash, randomUUID } from 'node:crypto';
import { issueTestPki, type DevelopmentPki } from '@segur/crypto';
import { eventually, judgeMail, TEST_MATRICULE } from '@segur/testing';
import { simpleParser, type ParsedMail } from 'mailparser';
import { OperatorDouble } from './operator-double.js';
import { BARE_TENANT, Scene } from './scene.js';

const MINUTE_MS = 60_000;
const PATIENT = `${TEST_MATRICULE}@patient.mssante.fr`;
const PRESCRIBER = 'louis.testpresc@medecin.mssante.fr';
const recipients = [{ role: 'prescriber', mssAddress: PRESCRIBER }] as const;
const everyone = [...recipients, { role: 'patient', mssAddress: PATIENT }] as const;

describe('secure-messaging', () => {
  let pki: DevelopmentPki;
  let operator: OperatorDouble;
  let port: number;
  const scene = new Scene();

  beforeAll(async () => {
    pki = await issueTestPki();
    operator = new OperatorDouble(pki);
    port = await operator.listen();
    await scene.start(pki, port);
  });
  afterAll(async () => {
    await scene.stop();
    await operator.close();
  });
  beforeEach(() => {
    operator.mails.length = 0;
    operator.fates = [];
  });

  it('mails a document to prescriber and patient, with the certificate of the laboratory', async () => {
    const { reportSetId, pdf, cda } = await scene.validate({}, { recipients: everyone });
    await scene.reaches(reportSetId, 'ACCEPTED', { role: 'prescriber' });
    await scene.reaches(reportSetId, 'ACCEPTED', { role: 'patient' });

    const [first, second] = [PRESCRIBER, PATIENT].map((to) => operator.mails.find((mail) => mail.to.includes(to)));
    expect(operator.mails).toHaveLength(2);
    expect(first).toMatchObject({
      login: 'resultats@labo.mssante.fr',
      from: 'resultats@labo.mssante.fr',
      to: [PRESCRIBER],
      notify: ['SUCCESS', 'FAILURE', 'DELAY'],
      envelopeId: scene.factsOf(reportSetId, 'prescriber')[0]?.deliveryId,
      tls: 'TLSv1.3',
      client: 'DMP AUTH_CLI',
    });
    const [row] = await scene.rows<{ sha256: string }>(
      "SELECT mime_sha256 AS sha256 FROM secure_messaging.dispatch WHERE report_set_id = $1 AND recipient_role = 'prescriber'",
      [reportSetId],
    );
    expect(row?.sha256).toBe(
      createHash('sha256')
        .update(first?.bytes ?? '')
        .digest('hex'),
    );
    const mail: ParsedMail = await simpleParser(first?.bytes ?? '');
    expect(mail.subject).toBe("XDM/1.0/DDM+CR d'examens biologiques PATIENT-TEST Camille 28/03/1979");
    expect(mail.to).toMatchObject({ text: PRESCRIBER });
    expect(mail.attachments.map(({ filename }) => filename)).toEqual([
      'IHE_XDM.ZIP',
      "20261120_CR d'examens biologiques_PATIENT-TEST_Camille_DOS-2026-0001.pdf",
    ]);
    expect(mail.attachments[1]?.content.equals(pdf)).toBe(true);
    expect(judgeMail(first?.bytes ?? Buffer.alloc(0)).archive?.files['IHE_XDM/SUBSET01/DOC0001.XML']?.size).toBe(cda.length);
    expect(judgeMail(second?.bytes ?? Buffer.alloc(0)).headers).toMatchObject({
      to: PATIENT,
      'x-mss-mes': 'FIN',
      'x-mss-ins': 'O',
    });
    expect(scene.factsOf(reportSetId, 'patient')).toMatchObject([
      { channel: 'mss', state: 'PENDING', stateRevision: 1, attempts: 0, revision: 1 },
      {
        channel: 'mss',
        state: 'ACCEPTED',
        stateRevision: 2,
        attempts: 1,
        remoteId: judgeMail(second?.bytes ?? Buffer.alloc(0)).headers['message-id'],
      },
    ]);
  });

  it('uses one connection for several mails', async () => {
    const before = operator.connections;
    const reports = await Promise.all(Array.from({ length: 5 }, () => scene.validate({}, { recipients: everyone })));
    for (const { reportSetId } of reports) for (const { role } of everyone) await scene.reaches(reportSetId, 'ACCEPTED', { role });

    expect(operator.mails).toHaveLength(10);
    expect(operator.connections - before).toBeLessThanOrEqual(1);
  });

  it.each`
    what                                    | change                                                                                     | code
    ${'a prescriber without address'}       | ${{ recipients: [{ role: 'prescriber' }] }}                                                | ${'mss-address-missing'}
    ${'a patient who is not qualified'}     | ${{ recipients: [everyone[1]], qualifiedIns: undefined }}                                  | ${'ins-not-qualified'}
    ${"the mailbox of another's matricule"} | ${{ recipients: [{ role: 'patient', mssAddress: '179035121518900@patient.mssante.fr' }] }} | ${'mss-address-of-another'}
  `('does not mail to $what', async ({ change, code }) => {
    const { reportSetId } = await scene.validate({}, change);
    const fact = await scene.reaches(reportSetId, 'NOT_ELIGIBLE');

    expect(fact).toMatchObject({ errorCode: code, attempts: 0, stateRevision: 1 });
    expect(fact).not.toHaveProperty('remoteId');
    expect(operator.mails).toHaveLength(0);
  });

  it('does not mail for a laboratory without a mailbox', async () => {
    const { reportSetId } = await scene.validate({}, { recipients }, BARE_TENANT);

    expect(await scene.reaches(reportSetId, 'NOT_ELIGIBLE')).toMatchObject({ errorCode: 'mss-not-configured' });
  });

  it.each`
    at        | reply  | text
    ${'RCPT'} | ${550} | ${'5.1.1 no such mailbox'}
    ${'DATA'} | ${554} | ${'5.7.1 refused'}
  `('is refused for good by $reply at $at, and keeps the connection', async ({ at, reply, text }) => {
    operator.fates = [{ at, reply, text }];
    const before = operator.connections;
    const { reportSetId } = await scene.validate({}, { recipients });

    expect(await scene.reaches(reportSetId, 'REJECTED')).toMatchObject({
      errorCode: `smtp-${reply}-${text.slice(0, 5)}`,
      attempts: 1,
    });
    const next = await scene.validate({}, { recipients });
    await scene.reaches(next.reportSetId, 'ACCEPTED');
    expect(operator.connections - before).toBeLessThanOrEqual(1);
  });

  it.each`
    fate                                               | code
    ${{ at: 'RCPT', reply: 451, text: '4.7.1 later' }} | ${'smtp-451-4.7.1'}
    ${{ at: 'MAIL', reply: 553, text: '5.7.1 who?' }}  | ${'smtp-553-5.7.1'}
    ${{ cut: 'at RCPT' }}                              | ${'remote-unavailable'}
  `('waits after $fate, and sends when its time comes', async ({ fate, code }) => {
    // A reused connection that is cut before the first byte of a mail is tried anew at once, and is cut again.
    operator.fates = 'cut' in fate ? [fate, fate] : [fate];
    const { reportSetId } = await scene.validate({}, { recipients });
    expect(await scene.reaches(reportSetId, 'WAITING_RETRY')).toMatchObject({ errorCode: code, attempts: 1 });
    expect(operator.mails).toHaveLength(0);
    operator.fates = [];
    await scene.later(2 * MINUTE_MS);

    const fact = await scene.reaches(reportSetId, 'ACCEPTED');
    expect(fact).toMatchObject({ attempts: 2, stateRevision: 3 });
    expect(fact).not.toHaveProperty('errorCode');
    expect(operator.mails).toHaveLength(1);
  });

  it('sends the same bytes again when the answer was lost, and says that it may have arrived until it knows', async () => {
    operator.fates = [{ cut: 'after DATA' }, { at: 'RCPT', reply: 450, text: 'busy' }];
    const { reportSetId } = await scene.validate({}, { recipients });
    expect(await scene.reaches(reportSetId, 'UNCERTAIN')).toMatchObject({ errorCode: 'smtp-answer-lost', attempts: 1 });
    await scene.later(2 * MINUTE_MS);
    await eventually(() => scene.factsOf(reportSetId).length === 3);
    expect(scene.factsOf(reportSetId)[2]).toMatchObject({ state: 'UNCERTAIN', errorCode: 'smtp-450', attempts: 2 });
    await scene.later(6 * MINUTE_MS);
    await scene.reaches(reportSetId, 'ACCEPTED');

    const [first, second, ...more] = operator.mails;
    expect(more).toHaveLength(0);
    expect(second?.bytes.equals(first?.bytes ?? Buffer.alloc(0))).toBe(true);
    expect(new Set(scene.factsOf(reportSetId).map(({ remoteId }) => remoteId)).size).toBe(1);
  });

  it('sends again what was cut in the middle', async () => {
    operator.fates = [{ cut: 'in DATA' }];
    const { reportSetId } = await scene.validate({}, { recipients });
    await eventually(() => scene.factsOf(reportSetId).length === 2);
    expect(operator.mails).toHaveLength(0);
    expect(['WAITING_RETRY', 'UNCERTAIN']).toContain(scene.factsOf(reportSetId)[1]?.state);
    await scene.later(2 * MINUTE_MS);

    await scene.reaches(reportSetId, 'ACCEPTED');
  });

  it('waits for a server that is down', async () => {
    await operator.close();
    const { reportSetId } = await scene.validate({}, { recipients });
    expect(await scene.reaches(reportSetId, 'WAITING_RETRY')).toMatchObject({ errorCode: 'remote-unavailable' });
    operator = new OperatorDouble(pki);
    await operator.listen(port);
    await scene.later(2 * MINUTE_MS);

    await scene.reaches(reportSetId, 'ACCEPTED');
    expect(operator.mails).toHaveLength(1);
  });

  it('sends nothing twice: neither for the same event, nor for a revision that was passed', async () => {
    const { event, reportSetId } = await scene.validate({ revision: 2 }, { recipients });
    await scene.reaches(reportSetId, 'ACCEPTED');
    await scene.append(event);
    await scene.append({ ...event, id: randomUUID() });
    await scene.append({ ...event, id: randomUUID(), data: { ...event.data, revision: 1 } });
    // What follows on the log has passed behind them.
    const next = await scene.validate({ reportSetId, revision: 3 }, { recipients });
    await scene.reaches(next.reportSetId, 'ACCEPTED', { revision: 3 });

    expect(scene.factsOf(reportSetId)).toHaveLength(4);
    expect(operator.mails).toHaveLength(2);
  });

  it('sends a correction to all who got the first version, and says that it cancels and replaces', async () => {
    const copy = { role: 'correspondent', mssAddress: 'autre@medecin.mssante.fr' } as const;
    const { reportSetId } = await scene.validate({}, { recipients: [...recipients, copy] });
    for (const role of ['prescriber', 'correspondent'] as const) await scene.reaches(reportSetId, 'ACCEPTED', { role });
    await scene.validate({ reportSetId, revision: 2 }, { recipients });
    for (const role of ['prescriber', 'correspondent'] as const)
      await scene.reaches(reportSetId, 'ACCEPTED', { role, revision: 2 });

    expect(operator.mails.slice(2).flatMap(({ to }) => to)).toEqual(expect.arrayContaining([PRESCRIBER, copy.mssAddress]));
    for (const { bytes } of operator.mails.slice(2)) {
      const { text, archive } = judgeMail(bytes);
      expect(text).toContain('annule et remplace');
      expect(archive?.metadata.slots).toMatchObject({ 'urn:action:extraMetadataSlot': ['C'] });
    }
  });

  it('never sends an old version after a new one', async () => {
    operator.fates = [{ at: 'RCPT', reply: 451, text: 'later' }];
    const { reportSetId } = await scene.validate({}, { recipients });
    await scene.reaches(reportSetId, 'WAITING_RETRY');
    await scene.validate({ reportSetId, revision: 2 }, { recipients });
    await scene.reaches(reportSetId, 'ACCEPTED', { revision: 2 });
    await scene.later(2 * MINUTE_MS);

    expect(await scene.reaches(reportSetId, 'NOT_ELIGIBLE', { revision: 1 })).toMatchObject({ errorCode: 'mss-superseded' });
    expect(operator.mails).toHaveLength(1);
  });

  it('gives up after a day', async () => {
    operator.fates = Array.from({ length: 30 }, () => ({ at: 'RCPT', reply: 451, text: 'later' }) as const);
    const { reportSetId } = await scene.validate({}, { recipients });
    for (let attempt = 1; attempt <= 25; attempt += 1) {
      await eventually(() => (scene.factsOf(reportSetId).at(-1)?.attempts ?? 0) >= attempt);
      await scene.later(3 * 60 * MINUTE_MS);
    }

    expect(await scene.reaches(reportSetId, 'FAILED')).toMatchObject({ errorCode: 'smtp-451', attempts: 26 });
  }, 120_000);

  it('writes neither matricule nor name nor address in a row, a fact or a log line', async () => {
    const written = `${await scene.everythingWritten()}\n${scene.logged.join('')}\n${JSON.stringify(scene.facts)}\n${await scene.metrics.exposition()}`;

    expect(written).toContain('mail-sent');
    expect(written).toContain('mail-not-sent');
    expect(written).not.toMatch(new RegExp(`${TEST_MATRICULE}|179035121518900|PATIENT-TEST|camille|louis\\.testpresc|autre@`, 'i'));
  });

  it('counts what it sends, and says when the certificate ends', async () => {
    const metrics = await scene.metrics.exposition();

    expect(metrics).toMatch(/delivery_attempts_total\{channel="mss",outcome="accepted"\} \d+/);
    expect(metrics).toMatch(/certificate_expiry_seconds\{tenant="750000000",usage="mss-authentication"\} \d+/);
  });
});
