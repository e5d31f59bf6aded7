import { createHash, randomUUID } from 'node:crypto';
import { issueTestPki, type DevelopmentPki } from '@segur/crypto';
import { eventually, judgeMail, TEST_MATRICULE, type JudgedMail } from '@segur/testing';
import { OperatorDouble, type Fate } from './operator-double.js';
import { Scene } from './scene.js';

const MINUTE_MS = 60_000;
const PATIENT = `${TEST_MATRICULE}@patient.mssante.fr`;
const PRESCRIBER = 'louis.testpresc@medecin.mssante.fr';
const COLLEAGUE = 'autre@medecin.mssante.fr';
const recipients = [{ role: 'prescriber', mssAddress: PRESCRIBER }] as const;
const both = [...recipients, { role: 'correspondent', mssAddress: COLLEAGUE }] as const;
const everyone = [...recipients, { role: 'patient', mssAddress: PATIENT }] as const;

describe('withdrawing a report', () => {
  let pki: DevelopmentPki;
  let operator: OperatorDouble;
  const scene = new Scene();

  beforeAll(async () => {
    pki = await issueTestPki();
    operator = new OperatorDouble(pki);
    await scene.start(pki, await operator.listen());
  });
  afterAll(async () => {
    await scene.stop();
    await operator.close();
  });
  beforeEach(() => {
    operator.mails.length = 0;
    operator.fates = [];
  });

  const notices = () => operator.mails.map(({ bytes }) => judgeMail(bytes)).filter(isNotice);
  const states = (reportSetId: string, role = 'prescriber') =>
    scene.facts.filter((fact) => fact.reportSetId === reportSetId && fact.recipientRole === role).map(({ state }) => state);
  const rows = (reportSetId: string) =>
    scene.rows<{ revision: number; state: string; mayBeThere: boolean }>(
      `SELECT revision, state, may_be_there AS "mayBeThere" FROM secure_messaging.dispatch WHERE report_set_id = $1
       ORDER BY revision, recipient_number`,
      [reportSetId],
    );
  const handled = ({ id }: { readonly id: string }) =>
    eventually(async () => (await scene.rows('SELECT 1 FROM secure_messaging.inbox WHERE event_id = $1', [id])).length === 1);
  /** What is planned for another report has passed behind all that was stated before. */
  const passed = async () => {
    const { reportSetId } = await scene.validate({}, { recipients: [{ role: 'prescriber' }] });
    await scene.reaches(reportSetId, 'NOT_ELIGIBLE');
  };

  it('asks everyone who got it, once, to delete it', async () => {
    const { reportSetId, cda } = await scene.validate({}, { recipients: everyone });
    for (const { role } of everyone) await scene.reaches(reportSetId, 'ACCEPTED', { role });
    const sent = operator.mails.map(({ bytes }) => judgeMail(bytes));
    await scene.later(24 * 60 * MINUTE_MS);
    await scene.withdraw(reportSetId);
    for (const { role } of everyone) await scene.reaches(reportSetId, 'WITHDRAWN', { role });

    expect(operator.mails).toHaveLength(4);
    expect(notices().map(({ headers }) => headers['to'])).toEqual(expect.arrayContaining([PRESCRIBER, PATIENT]));
    for (const notice of notices()) {
      const first = sent.find(({ headers }) => headers['to'] === notice.headers['to']);
      expect(notice.defects).toEqual([]);
      expect(notice.headers).toMatchObject({ references: first?.headers['message-id'], subject: first?.headers['subject'] });
      expect(notice.headers['message-id']).not.toBe(first?.headers['message-id']);
      expect(notice.parts.map(({ type }) => type)).toEqual(['text/plain', 'application/zip']);
      expect(notice.archive?.files['IHE_XDM/SUBSET01/DOC0001.XML']).toEqual({
        size: cda.length,
        sha1: createHash('sha1').update(cda).digest('hex'),
      });
      expect(notice.archive?.metadata.dangling).toEqual([]);
      expect(notice.text).toContain('LABORATOIRE DE TEST retire le compte rendu');
      expect(notice.text).not.toMatch(/4,89|PATIENT-TEST|Camille|279035/i);
    }
    expect(states(reportSetId)).toEqual(['PENDING', 'ACCEPTED', 'WITHDRAWING', 'WITHDRAWN']);
    expect(scene.factsOf(reportSetId, 'patient').map(({ stateRevision }) => stateRevision)).toEqual([1, 2, 3, 4]);
    expect(await rows(reportSetId)).toEqual([
      { revision: 1, state: 'WITHDRAWN', mayBeThere: false },
      { revision: 1, state: 'WITHDRAWN', mayBeThere: false },
    ]);
  });

  it('sends nothing of what has not left', async () => {
    operator.fates = [{ at: 'RCPT', reply: 451, text: 'later' }];
    const { reportSetId } = await scene.validate({}, { recipients });
    await scene.reaches(reportSetId, 'WAITING_RETRY');
    await scene.withdraw(reportSetId);
    await scene.reaches(reportSetId, 'WITHDRAWN');
    await scene.later(2 * MINUTE_MS);
    await passed();

    expect(operator.mails).toHaveLength(0);
    expect(states(reportSetId)).toEqual(['PENDING', 'WAITING_RETRY', 'WITHDRAWN']);
  });

  it('ends what was refused, and leaves what nobody was to get', async () => {
    operator.fates = [{ at: 'RCPT', reply: 550, text: '5.1.1 no' }];
    const { reportSetId } = await scene.validate({}, { recipients: [...recipients, { role: 'correspondent' }] });
    await scene.reaches(reportSetId, 'REJECTED', { role: 'prescriber' });
    await scene.withdraw(reportSetId);
    await scene.reaches(reportSetId, 'WITHDRAWN', { role: 'prescriber' });

    expect(operator.mails).toHaveLength(0);
    expect(states(reportSetId, 'correspondent')).toEqual(['NOT_ELIGIBLE']);
  });

  it('plans nothing of a document that is only made later; the next one is the first again', async () => {
    const reportSetId = randomUUID();
    await handled(await scene.withdraw(reportSetId, 2));
    await scene.validate({ reportSetId, revision: 2 }, { recipients });
    await scene.validate({ reportSetId, revision: 3 }, { recipients }, undefined, true);
    await scene.reaches(reportSetId, 'ACCEPTED', { revision: 3 });

    expect(await rows(reportSetId)).toMatchObject([{ revision: 3, state: 'ACCEPTED' }]);
    expect(operator.mails).toHaveLength(1);
    const { text, archive } = judgeMail(operator.mails[0]?.bytes ?? Buffer.alloc(0));
    expect(text).not.toContain('annule et remplace');
    expect(archive?.metadata.slots).not.toHaveProperty(['urn:action:extraMetadataSlot']);
  });

  it('counts a mail whose answer was lost as one that may be there, and does not send it again', async () => {
    operator.fates = [{ cut: 'after DATA' }];
    const { reportSetId } = await scene.validate({}, { recipients });
    await scene.reaches(reportSetId, 'UNCERTAIN');
    await scene.withdraw(reportSetId);
    await scene.reaches(reportSetId, 'WITHDRAWN');
    await scene.later(2 * MINUTE_MS);
    await passed();

    expect(operator.mails).toHaveLength(2);
    expect(notices()).toHaveLength(1);
  });

  it.each<[string, Fate | undefined, number]>([
    ['taken', undefined, 1],
    ['not answered', { cut: 'after DATA' }, 1],
    ['refused', { at: 'DATA', reply: 554, text: '5.7.1 refused' }, 0],
    ['put off', { at: 'DATA', reply: 451, text: '4.7.1 later' }, 0],
  ])('waits for what becomes of a mail that is leaving, and is %s', async (_, then, asked) => {
    const answer = Promise.withResolvers<undefined>();
    operator.fates = [{ until: answer.promise, ...(then ? { then } : {}) }];
    const { reportSetId } = await scene.validate({}, { recipients });
    await eventually(() => operator.mails.length === 1);
    await handled(await scene.withdraw(reportSetId));
    expect(states(reportSetId)).toEqual(['PENDING']);
    answer.resolve(undefined);
    await scene.reaches(reportSetId, 'WITHDRAWN');
    await scene.later(2 * MINUTE_MS);
    await passed();

    expect(operator.mails).toHaveLength(1 + asked);
    expect(notices()).toHaveLength(asked);
  });

  it('counts a mail that a process was sending when it died as one that may be there', async () => {
    operator.fates = [{ at: 'RCPT', reply: 451, text: 'later' }];
    const { reportSetId } = await scene.validate({}, { recipients });
    const { deliveryId } = await scene.reaches(reportSetId, 'WAITING_RETRY');
    await scene.later(0);
    // What a claim looks like whose process is gone: the lease passes, and nobody wrote down what came of it.
    await scene.rows(
      `UPDATE secure_messaging.attempt SET number = number + 1, lease = $2, available_at = $3 WHERE subject_id = $1`,
      [deliveryId, randomUUID(), new Date(scene.clock.now().getTime() + MINUTE_MS)],
    );
    await handled(await scene.withdraw(reportSetId));
    expect(states(reportSetId)).toEqual(['PENDING', 'WAITING_RETRY']);
    scene.clock.advance(2 * MINUTE_MS);
    await scene.reaches(reportSetId, 'WITHDRAWN');

    expect(operator.mails).toHaveLength(1);
    expect(notices()).toHaveLength(1);
  });

  it('asks each mailbox about the newest version that it has, once', async () => {
    const { reportSetId } = await scene.validate({}, { recipients: both });
    for (const { role } of both) await scene.reaches(reportSetId, 'ACCEPTED', { role });
    const { cda } = await scene.validate({ reportSetId, revision: 2 }, { recipients });
    for (const { role } of both) await scene.reaches(reportSetId, 'ACCEPTED', { role, revision: 2 });
    await scene.withdraw(reportSetId, 2);
    for (const { role } of both) for (const revision of [1, 2]) await scene.reaches(reportSetId, 'WITHDRAWN', { role, revision });

    expect(
      notices()
        .map(({ headers }) => headers['to'])
        .sort(),
    ).toEqual([COLLEAGUE, PRESCRIBER].sort());
    for (const { archive } of notices())
      expect(archive?.files['IHE_XDM/SUBSET01/DOC0001.XML']?.sha1).toBe(createHash('sha1').update(cda).digest('hex'));
  });

  it('sends what follows to its own recipients only, also when it was planned before the withdrawal was read', async () => {
    const { reportSetId } = await scene.validate({}, { recipients: both });
    for (const { role } of both) await scene.reaches(reportSetId, 'ACCEPTED', { role });
    await scene.validate({ reportSetId, revision: 2 }, { recipients }, undefined, true);
    await scene.reaches(reportSetId, 'ACCEPTED', { revision: 2 });
    await scene.withdraw(reportSetId, 1);
    for (const { role } of both) await scene.reaches(reportSetId, 'WITHDRAWN', { role, revision: 1 });

    expect(notices()).toHaveLength(2);
    expect(await rows(reportSetId)).toMatchObject([
      { state: 'WITHDRAWN' },
      { state: 'WITHDRAWN' },
      { revision: 2, state: 'ACCEPTED' },
    ]);
    expect(operator.mails).toHaveLength(5);
  });

  it('repeats a notice until it is taken, with the same bytes', async () => {
    const { reportSetId } = await scene.validate({}, { recipients });
    await scene.reaches(reportSetId, 'ACCEPTED');
    operator.fates = [{ cut: 'after DATA' }, { at: 'RCPT', reply: 451, text: 'later' }];
    await scene.withdraw(reportSetId);
    await eventually(() => scene.factsOf(reportSetId).at(-1)?.errorCode === 'smtp-answer-lost');
    await scene.later(2 * MINUTE_MS);
    await eventually(() => scene.factsOf(reportSetId).at(-1)?.errorCode === 'smtp-451');
    await scene.later(6 * MINUTE_MS);
    const fact = await scene.reaches(reportSetId, 'WITHDRAWN');

    expect(fact).not.toHaveProperty('errorCode');
    expect(states(reportSetId)).toEqual(['PENDING', 'ACCEPTED', 'WITHDRAWING', 'WITHDRAWING', 'WITHDRAWING', 'WITHDRAWN']);
    const [, first, second, ...more] = operator.mails;
    expect(more).toHaveLength(0);
    expect(second?.bytes.equals(first?.bytes ?? Buffer.alloc(0))).toBe(true);
  });

  it('calls a person when a notice is refused; asked again, it tries again', async () => {
    const { reportSetId } = await scene.validate({}, { recipients });
    await scene.reaches(reportSetId, 'ACCEPTED');
    operator.fates = [{ at: 'RCPT', reply: 550, text: '5.1.1 no' }];
    await scene.withdraw(reportSetId);

    expect(await scene.reaches(reportSetId, 'FAILED')).toMatchObject({ errorCode: 'mss-not-withdrawn' });
    expect(await rows(reportSetId)).toMatchObject([{ mayBeThere: true }]);
    await scene.withdraw(reportSetId);
    await scene.reaches(reportSetId, 'WITHDRAWN');
  });

  it('is withdrawn once, however often that is said', async () => {
    const { reportSetId } = await scene.validate({}, { recipients });
    await scene.reaches(reportSetId, 'ACCEPTED');
    const event = await scene.withdraw(reportSetId);
    await scene.append(event);
    await scene.reaches(reportSetId, 'WITHDRAWN');
    await scene.append({ ...event, id: randomUUID() });
    await passed();

    expect(operator.mails).toHaveLength(2);
    expect(scene.factsOf(reportSetId)).toHaveLength(4);
  });

  it('writes neither matricule nor name nor address in a row, a fact or a log line', async () => {
    const written = `${await scene.everythingWritten()}\n${scene.logged.join('')}\n${JSON.stringify(scene.facts)}`;

    expect(written).toContain('withdrawal-notice-sent');
    expect(written).toContain('withdrawal-notice-not-sent');
    expect(written).not.toMatch(new RegExp(`${TEST_MATRICULE}|PATIENT-TEST|camille|louis\\.testpresc|autre@`, 'i'));
  });
});

function isNotice({ archive }: JudgedMail): boolean {
  return archive?.metadata.slots['urn:action:extraMetadataSlot']?.[0] === 'D';
}
