import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { v7 } from 'uuid';
import { issueTestPki } from '@segur/crypto';
import {
  ACKNOWLEDGEMENT_CHANGED,
  DELIVERY_CHANGED,
  DOCUMENT_VALIDATED,
  REPORT_WITHDRAWN,
  type AcknowledgementChanged,
  type DeliveryChanged,
  type DocumentValidated,
  type EventEnvelope,
} from '@segur/events';
import { reportSetIdOf } from '@segur/laboratory';
import { Metrics } from '@segur/telemetry';
import { eventually, oru } from '@segur/testing';
import { Application, KEYS, ONE, TWO } from './application.js';
import { finished } from './finished-document.js';
import { SglDouble } from './sgl-double.js';

type Change = Partial<Omit<DeliveryChanged, 'recipient'>> & { readonly recipient?: DeliveryChanged['recipient'] | undefined };

/** A message comes in, and its document with it. */
async function receive(context: Application, message: Buffer, tenantId: typeof ONE | typeof TWO = ONE): Promise<void> {
  const headers = { authorization: `Bearer ${KEYS[tenantId]}`, 'content-type': 'application/hl7-v2' };
  const answer = await context.app.inject({ method: 'POST', url: '/api/v1/messages', headers, payload: message });
  expect(answer.body).toContain('MSA|AA');
}

/** A channel says where a delivery stands. */
async function tell(context: Application, reportSetId: string, change: Change, tenantId: string = ONE): Promise<EventEnvelope> {
  const { recipient, ...said } = change;
  const data = DELIVERY_CHANGED.schema.parse({
    ...DELIVERY_CHANGED.example,
    ...{ reportSetId, deliveryId: v7(), ...said, ...(recipient && { recipient }) },
  });
  const occurredAt = '2026-11-24T08:00:00.000Z';
  const event = { id: v7(), topic: DELIVERY_CHANGED.name, key: reportSetId, tenantId, source: 'spec', occurredAt, data };
  await context.bus.append([event]);
  return event;
}

/** Every state of the acknowledgements of a report, as announced. */
function said(context: Application, reportSetId: string): AcknowledgementChanged[] {
  const events = context.events.filter(({ topic, key }) => topic === ACKNOWLEDGEMENT_CHANGED.name && key === reportSetId);
  return events.map(({ data }) => ACKNOWLEDGEMENT_CHANGED.schema.parse(data));
}

const states = (context: Application, reportSetId: string) => said(context, reportSetId).map(({ state }) => state);

async function endsAt(context: Application, reportSetId: string, ...wanted: string[]): Promise<void> {
  const last = () => {
    const byId = new Map(said(context, reportSetId).map((one) => [one.acknowledgementId, one.state]));
    return [...byId.values()];
  };
  await eventually(() => last().join() === wanted.join(), { orSay: () => `${last().join()}; ${context.logged.join('')}` });
}

describe('telling the software of a laboratory what became of its documents', () => {
  const [sgl, silent] = [new SglDouble(), new SglDouble()];
  let context: Application;

  beforeAll(async () => {
    await Promise.all([sgl.listen(), silent.listen()]);
    context = await Application.start(
      { ACKNOWLEDGEMENT_RETRY_SECONDS: '0.05' },
      {},
      { acknowledgements: { results: true, endpoint: { host: '127.0.0.1', port: sgl.port } } },
      { acknowledgements: { results: true, endpoint: { host: '127.0.0.1', port: silent.port } } },
    );
  });
  beforeEach(() => {
    sgl.received.length = 0;
    sgl.next = [];
  });
  afterAll(async () => {
    await context.close();
    await Promise.all([sgl.close(), silent.close()]);
  });

  /** A finished document whose sender wants to be told. */
  async function entrusted(number: string, options: object = {}): Promise<{ reportSetId: string; validated: DocumentValidated }> {
    await receive(context, finished(number, { wantsReception: true, ...options }));
    const reportSetId = reportSetIdOf(ONE, number);
    const { data } = await context.announced(DOCUMENT_VALIDATED.name, reportSetId);
    return { reportSetId, validated: data };
  }

  it('sends one message for the DMP and one for each mailbox, and keeps no mailbox in its facts', async () => {
    const { reportSetId, validated } = await entrusted('ACK-1', { controlId: 'CTRL-1' });
    await tell(context, reportSetId, { state: 'PENDING' });
    await tell(context, reportSetId, { state: 'ACCEPTED' });
    const recipient = { sheetSha256: validated.deliverySheet.sha256, number: 0 };
    await tell(context, reportSetId, { channel: 'mss', recipientRole: 'prescriber', state: 'ACCEPTED', recipient });
    await endsAt(context, reportSetId, 'ACKNOWLEDGED', 'ACKNOWLEDGED');

    expect(sgl.received).toEqual([
      expect.stringMatching(
        /^MSH\|\^~\\&\|PFI\|PF\|SIL\|labo\|\d{14}\+0000\|\|ZAM\^Z01\^ZAM_Z01\|[0-9A-F]{20}\|P\|2\.6\|.*\rEVN\|\|20261124080000\+0000\rOBX\|1\|CWE\|ACK_RECEPTION_DMP\^[^|]*\^AckMetierZAM\|CTRL-1\|Y\^/,
      ),
      expect.stringMatching(/ZAM\^Z02\^ZAM_Z01.*\|CTRL-1\|Y\^.*DESTINATAIRE_MSS.*louis@exemple\.mssante\.fr/s),
    ]);
    const of = (wanted: string) => said(context, reportSetId).filter(({ kind }) => kind === wanted);
    expect(of('dmp-reception')).toMatchObject([
      { verdict: 'positive', state: 'WAITING', receptionId: validated.receptionId, stateRevision: 1, attempts: 0 },
      { verdict: 'positive', state: 'ACKNOWLEDGED', stateRevision: 2, attempts: 1 },
    ]);
    expect(of('mss-reception').map(({ state }) => state)).toEqual(['WAITING', 'ACKNOWLEDGED']);
    expect(JSON.stringify(said(context, reportSetId))).not.toMatch(/louis|279035121518989/);
    expect(sgl.connections).toBe(1);
  });

  it('tells why something did not arrive', async () => {
    const { reportSetId } = await entrusted('ACK-2');
    await tell(context, reportSetId, { state: 'REJECTED', errorCode: 'DMPClosed' });
    await tell(context, reportSetId, {
      channel: 'mss',
      recipientRole: 'patient',
      state: 'NOT_ELIGIBLE',
      errorCode: 'ins-not-qualified',
    });
    await endsAt(context, reportSetId, 'ACKNOWLEDGED', 'ACKNOWLEDGED');

    expect(sgl.all('OBX', 5)).toEqual(['N^^expandedYes-NoIndicator', 'N^^expandedYes-NoIndicator']);
    expect(sgl.all('ERR', 5)).toEqual(['DMPClosed^DMPClosed^DMPERRORCODE', '906^ins-not-qualified^applicationErrorCondition']);
  });

  it('says one thing once, however often it reads it, and nothing to who did not ask', async () => {
    const { reportSetId } = await entrusted('ACK-3');
    await receive(context, finished('ACK-4', { wantsReception: false }));
    const silentId = reportSetIdOf(ONE, 'ACK-4');
    await context.announced(DOCUMENT_VALIDATED.name, silentId);
    const event = await tell(context, reportSetId, { state: 'ACCEPTED' });
    await context.bus.append([{ ...event, id: v7() }]);
    await tell(context, silentId, { state: 'ACCEPTED' });
    await tell(context, reportSetId, { channel: 'mss', state: 'NOT_ELIGIBLE', errorCode: 'mss-not-wished' });
    await tell(context, reportSetId, { channel: 'mss', recipientRole: 'correspondent', state: 'REJECTED', errorCode: 'smtp-550' });
    await endsAt(context, reportSetId, 'ACKNOWLEDGED', 'ACKNOWLEDGED');

    expect(sgl.all('MSH', 9)).toEqual(['ZAM^Z01^ZAM_Z01', 'ZAM^Z02^ZAM_Z01']);
    expect(said(context, silentId)).toEqual([]);
  });

  it('answers messages of results where the laboratory wants that', async () => {
    await receive(context, oru({ controlId: 'ORU-CTRL', fillerNumber: 'ACK-5' }));
    const reportSetId = reportSetIdOf(ONE, 'ACK-5');
    await context.announced('internal.report.structured.v1', reportSetId);
    await tell(context, reportSetId, { state: 'ACCEPTED' });
    await endsAt(context, reportSetId, 'ACKNOWLEDGED');

    expect(sgl.all('OBX', 4)).toEqual(['ORU-CTRL']);
  });

  it('answers the message that deleted a document, once it is gone', async () => {
    const document = randomUUID();
    const { reportSetId } = await entrusted('ACK-6', { document, controlId: 'BRINGS' });
    const deliveryId = v7();
    await tell(context, reportSetId, { deliveryId, state: 'ACCEPTED' });
    await endsAt(context, reportSetId, 'ACKNOWLEDGED');
    await receive(context, finished('ACK-6', { document, controlId: 'DELETES', asked: ['CA', 'D'], wantsReception: true }));
    await context.announced(REPORT_WITHDRAWN.name, reportSetId);
    await tell(context, reportSetId, { deliveryId, state: 'FAILED', errorCode: 'dmp-not-withdrawn', stateRevision: 4 });
    await tell(context, reportSetId, { deliveryId, state: 'WITHDRAWN', stateRevision: 6 });
    await endsAt(context, reportSetId, 'ACKNOWLEDGED', 'ACKNOWLEDGED', 'ACKNOWLEDGED');

    expect(sgl.all('OBX', 4)).toEqual(['BRINGS', 'DELETES', 'DELETES']);
    expect(sgl.all('OBX', 5).map((verdict) => verdict.charAt(0))).toEqual(['Y', 'N', 'Y']);
  });

  it('sends the same again after AR or a lost answer, before what follows it, and not after AE', async () => {
    const { reportSetId } = await entrusted('ACK-7');
    sgl.next = ['AR', 'hang-up', 'AA', 'AE'];
    await tell(context, reportSetId, { state: 'ACCEPTED' });
    await tell(context, reportSetId, { channel: 'mss', recipientRole: 'prescriber', state: 'REJECTED', errorCode: 'smtp-550' });
    await endsAt(context, reportSetId, 'ACKNOWLEDGED', 'REFUSED');
    const [first, second, third, fourth] = sgl.received;

    expect(sgl.received.length).toBeGreaterThanOrEqual(4);
    expect([second, third]).toEqual([first, first]);
    expect(fourth).toContain('ZAM^Z02');
    expect(said(context, reportSetId).filter(({ state }) => state === 'REFUSED')).toMatchObject([{ answerCode: 'sgl-refused' }]);
  });

  it('delivers all in order once software that was down is up, and nothing twice', async () => {
    const { port } = sgl;
    const { reportSetId } = await entrusted('ACK-8');
    const { reportSetId: other } = await entrusted('ACK-9');
    await sgl.close();
    await tell(context, reportSetId, { state: 'ACCEPTED' });
    await tell(context, other, { state: 'ACCEPTED' });
    await tell(context, reportSetId, { channel: 'mss', recipientRole: 'prescriber', state: 'REJECTED', errorCode: 'smtp-550' });
    await eventually(() => said(context, reportSetId).some(({ answerCode }) => answerCode === 'sgl-unreachable'));
    await eventually(() => states(context, reportSetId).filter((state) => state === 'WAITING').length >= 3);
    const measured = await context.app.get(Metrics, { strict: false }).exposition();
    await sgl.listen(port);
    await endsAt(context, reportSetId, 'ACKNOWLEDGED', 'ACKNOWLEDGED');
    await endsAt(context, other, 'ACKNOWLEDGED');

    expect(measured).toMatch(new RegExp(`acknowledgement_oldest_seconds\\{tenant="${ONE}"\\} 0?\\.?\\d`));
    expect(measured).toMatch(/acknowledgement_attempts_total\{kind="dmp-reception",outcome="sgl-unreachable"\} \d/);
    expect(sgl.received).toHaveLength(3);
    const own = sgl.received.filter((text) => text.includes('|ACK-8|'));
    expect(own.map((text) => /ZAM\^(Z\d\d)/.exec(text)?.[1])).toEqual(['Z01', 'Z02']);
  });

  it('serves a laboratory while the software of another says nothing', async () => {
    silent.next = Array.from({ length: 50 }, () => 'silent' as const);
    const theirs = ['THEIRS-1', 'THEIRS-2', 'THEIRS-3'];
    for (const number of theirs) {
      await receive(context, oru({ controlId: number, fillerNumber: number }), TWO);
      await context.announced('internal.report.structured.v1', reportSetIdOf(TWO, number));
      await tell(context, reportSetIdOf(TWO, number), { state: 'ACCEPTED' }, TWO);
    }
    await eventually(() => silent.received.length > 0);
    const { reportSetId } = await entrusted('ACK-10');
    await tell(context, reportSetId, { state: 'ACCEPTED' });
    await endsAt(context, reportSetId, 'ACKNOWLEDGED');

    expect(theirs.flatMap((number) => states(context, reportSetIdOf(TWO, number)))).not.toContain('ACKNOWLEDGED');
    silent.next = [];
    silent.hangUp();
    await Promise.all(theirs.map((number) => endsAt(context, reportSetIdOf(TWO, number), 'ACKNOWLEDGED')));
  });
});

describe('acknowledgements elsewhere', () => {
  it('are kept to be read where the laboratory has no place to send them to', async () => {
    const context = await Application.start();
    const reportSetId = reportSetIdOf(ONE, 'KEPT-1');
    await receive(context, finished('KEPT-1', { wantsReception: true }));
    await context.announced(DOCUMENT_VALIDATED.name, reportSetId);
    await tell(context, reportSetId, { state: 'ACCEPTED' });
    await endsAt(context, reportSetId, 'KEPT');
    await context.close();
  });

  describe('when the process or the settings change', () => {
    const sgl = new SglDouble();
    let context: Application;
    const section = () => ({ acknowledgements: { results: true, endpoint: { host: '127.0.0.1', port: sgl.port } } });
    beforeEach(async () => {
      sgl.received.length = 0;
      await sgl.listen();
      context = await Application.start({ ACKNOWLEDGEMENT_RETRY_SECONDS: '0.05' }, {}, section());
    });
    afterEach(async () => {
      await context.close();
      await sgl.close();
    });

    async function waiting(number: string): Promise<string> {
      await receive(context, oru({ controlId: number, fillerNumber: number }));
      const reportSetId = reportSetIdOf(ONE, number);
      await context.announced('internal.report.structured.v1', reportSetId);
      await tell(context, reportSetId, { state: 'ACCEPTED' });
      return reportSetId;
    }
    const sql = async (text: string) => {
      const owner = new pg.Client({ connectionString: context.databaseUrl });
      await owner.connect();
      await owner.query(text);
      await owner.end();
    };

    it('sends the same bytes again after a process died before it had noted the answer', async () => {
      sgl.next = ['silent'];
      const reportSetId = await waiting('KILLED-1');
      await eventually(() => sgl.received.length === 1);
      // As the rows of a killed process stand, once its lease has passed: claimed, and nothing written.
      context = await context.restart(() =>
        sql(`UPDATE result_structuring.attempt SET lease = gen_random_uuid(), number = 1, finished_at = NULL, outcome = NULL, again_at = NULL,
               available_at = now() - interval '1 second'`),
      );
      await endsAt(context, reportSetId, 'ACKNOWLEDGED');

      expect(sgl.received).toHaveLength(2);
      expect(sgl.received[1]).toBe(sgl.received[0]);
    });

    it('goes on after a stop in order, in the middle of a message', async () => {
      sgl.next = ['silent'];
      const reportSetId = await waiting('STOPPED-1');
      await eventually(() => sgl.received.length === 1);
      context = await context.restart();
      await endsAt(context, reportSetId, 'ACKNOWLEDGED');

      expect(sgl.received).toEqual([sgl.received[0], sgl.received[0]]);
    });

    it('keeps what waited for a place that the laboratory no longer has', async () => {
      await sgl.close();
      const reportSetId = await waiting('GONE-1');
      await eventually(() => said(context, reportSetId).some(({ answerCode }) => answerCode === 'sgl-unreachable'));
      context = await context.restart(undefined, { sections: {} });

      await endsAt(context, reportSetId, 'KEPT');
      await sgl.listen();
    });

    it('waits for a person after a day, and the next one is sent all the same', async () => {
      sgl.next = Array.from({ length: 12 }, () => 'AR' as const);
      const reportSetId = await waiting('OLD-1');
      await eventually(() => said(context, reportSetId).some(({ answerCode }) => answerCode === 'sgl-not-now'));
      await sql(`UPDATE result_structuring.acknowledgement SET planned_at = planned_at - interval '25 hours'`);
      await endsAt(context, reportSetId, 'FAILED');
      sgl.next = [];
      await tell(context, reportSetId, { channel: 'mss', recipientRole: 'prescriber', state: 'REJECTED', errorCode: 'smtp-550' });
      await endsAt(context, reportSetId, 'FAILED', 'ACKNOWLEDGED');

      expect(said(context, reportSetId).find(({ state }) => state === 'FAILED')).toMatchObject({ answerCode: 'sgl-not-now' });
    });
  });

  it('leave over TLS with our certificate, and nothing leaves to a peer whose certificate nobody vouches for', async () => {
    const [pki, stranger] = [
      await issueTestPki({ serverNames: ['localhost'] }),
      await issueTestPki({ serverNames: ['localhost'] }),
    ];
    const folder = mkdtempSync(join(tmpdir(), 'sgl-tls-'));
    const file = (name: string, content: string | Buffer) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    const server = ({ server: own, intermediatePem, caPem }: typeof pki) =>
      new SglDouble({
        key: own.keyPem,
        cert: [own.certificatePem, intermediatePem].join('\n'),
        ca: caPem,
        requestCert: true,
        rejectUnauthorized: true,
      });
    const [sgl, impostor] = [server(pki), server(stranger)];
    await Promise.all([sgl.listen(), impostor.listen()]);
    const tls = {
      caFile: file('ca.pem', pki.caPem),
      serverName: 'localhost',
      certificateFile: file('sender.p12', pki.sender.pkcs12),
      passphraseFile: file('sender.pass', pki.sender.passphrase),
    };
    const section = (port: number) => ({ acknowledgements: { results: true, endpoint: { host: '127.0.0.1', port, tls } } });
    const context = await Application.start({}, {}, section(sgl.port), section(impostor.port));
    for (const tenantId of [ONE, TWO] as const) {
      await receive(context, oru({ controlId: 'TLS-1', fillerNumber: 'TLS-1' }), tenantId);
      await context.announced('internal.report.structured.v1', reportSetIdOf(tenantId, 'TLS-1'));
      await tell(context, reportSetIdOf(tenantId, 'TLS-1'), { state: 'ACCEPTED' }, tenantId);
    }
    await endsAt(context, reportSetIdOf(ONE, 'TLS-1'), 'ACKNOWLEDGED');
    const theirs = reportSetIdOf(TWO, 'TLS-1');
    await eventually(() => said(context, theirs).some(({ answerCode }) => answerCode === 'sgl-tls-failed'));
    await context.close();
    await Promise.all([sgl.close(), impostor.close()]);
    rmSync(folder, { recursive: true });

    expect(sgl.all('OBX', 4)).toEqual(['TLS-1']);
    expect(impostor.received).toEqual([]);
  });
});
