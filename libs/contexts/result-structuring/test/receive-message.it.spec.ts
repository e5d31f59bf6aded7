import pg from 'pg';
import { RESULTS_RECEIVED, type EventEnvelope, type ResultsReceived } from '@segur/events';
import { encodeFrame } from '@segur/hl7v2';
import { reportSetIdOf } from '@segur/laboratory';
import { eventually, oru } from '@segur/testing';
import { Application, KEYS, MllpClient, ONE, TWO } from './application.js';

describe('receiving messages', () => {
  let context: Application;
  let client: MllpClient;
  beforeAll(async () => {
    context = await Application.start({ MESSAGE_MAX_MIB: '0.1' });
    client = await MllpClient.open(context.mllpPort);
  });
  afterAll(async () => {
    client.close();
    await context.close();
  });

  const msa = (ack: string) => /MSA\|([A-Z]{2})(?:\|([^|\r]*))?/.exec(ack)?.slice(1);
  const received = (controlId: string) =>
    context.events.filter(
      (event): event is EventEnvelope<ResultsReceived> =>
        event.topic === RESULTS_RECEIVED.name && (event.data as ResultsReceived).controlId === controlId,
    );

  function post(body: Buffer | string, headers: Record<string, string> = {}) {
    return context.app.inject({
      method: 'POST',
      url: '/api/v1/messages',
      headers: { authorization: `Bearer ${KEYS[TWO]}`, 'content-type': 'application/hl7-v2', ...headers },
      payload: body,
    });
  }

  it('acknowledges by MLLP what is durable, and announces it once', async () => {
    const message = oru({ controlId: 'MLLP-1', fillerNumber: 'DOS-1' });
    const ack = await client.send(message);
    expect(msa(ack)).toEqual(['AA', 'MLLP-1']);
    await eventually(() => received('MLLP-1').length > 0);

    const [event] = received('MLLP-1');
    expect(event).toMatchObject({
      tenantId: ONE,
      key: reportSetIdOf(ONE, 'DOS-1'),
      data: { kind: 'hl7v2-oru', route: 'mllp', sender: 'SGL|LABO', reportSetId: reportSetIdOf(ONE, 'DOS-1') },
    });
    expect(await context.documents.get(ONE, event?.data.message.sha256 ?? '')).toEqual(message);
  });

  it('answers the same message with the same bytes, whichever door it comes by', async () => {
    const message = oru({ controlId: 'TWICE', fillerNumber: 'DOS-2' });
    const first = await post(message);
    const again = await post(message);

    expect(first.statusCode).toBe(200);
    expect(first.headers['content-type']).toBe('application/hl7-v2');
    expect(again.body).toBe(first.body);
    // Another laboratory's message is another message, although every byte is the same.
    expect(await client.send(message)).not.toBe(first.body);
    await eventually(() => received('TWICE').length === 2);
    expect(
      received('TWICE')
        .map(({ tenantId }) => tenantId)
        .sort(),
    ).toEqual([ONE, TWO]);
  });

  it('refuses another message under a key that was used, and keeps the first', async () => {
    await post(oru({ controlId: 'REUSED', fillerNumber: 'DOS-3' }));
    const { body } = await post(oru({ controlId: 'REUSED', fillerNumber: 'DOS-4' }));

    expect(msa(body)).toEqual(['AE', 'REUSED']);
    expect(body).toContain('205^Duplicate key identifier');
  });

  it('tells duplicates apart that arrive together on many connections', async () => {
    const clients = await Promise.all(Array.from({ length: 16 }, () => MllpClient.open(context.mllpPort)));
    const same = oru({ controlId: 'STORM', fillerNumber: 'DOS-5' });
    const other = oru({ controlId: 'STORM', fillerNumber: 'DOS-6' });
    const acks = await Promise.all(clients.map((one, index) => one.send(index === 15 ? other : same)));
    for (const one of clients) one.close();

    const verdicts = acks.map((ack) => msa(ack)?.[0]);
    const kept = verdicts[15] === 'AA' ? 1 : 15;
    expect(verdicts.filter((verdict) => verdict === 'AA')).toHaveLength(kept);
    expect(new Set(acks.filter((_, index) => verdicts[index] === 'AA')).size).toBe(1);
    await eventually(() => received('STORM').length > 0);
    expect(received('STORM')).toHaveLength(1);
  });

  it('keeps every message of a busy hour, in one row and one fact each', async () => {
    const clients = await Promise.all(Array.from({ length: 8 }, () => MllpClient.open(context.mllpPort)));
    await Promise.all(
      clients.map(async (one, lane) => {
        for (let turn = 0; turn < 25; turn += 1) {
          expect(msa(await one.send(oru({ controlId: `BUSY-${lane}-${turn}`, fillerNumber: `BUSY-${lane}-${turn}` })))?.[0]).toBe(
            'AA',
          );
        }
      }),
    );
    for (const one of clients) one.close();

    const busy = () =>
      context.events.filter(
        ({ topic, data }) => topic === RESULTS_RECEIVED.name && (data as ResultsReceived).controlId.startsWith('BUSY-'),
      );
    await eventually(() => busy().length === 200);
    const owner = new pg.Client({ connectionString: context.databaseUrl });
    await owner.connect();
    const { rows } = await owner.query(
      `SELECT count(*)::int AS n FROM result_structuring.reception WHERE control_id LIKE 'BUSY-%'`,
    );
    await owner.end();
    expect(rows).toEqual([{ n: 200 }]);
  });

  it.each`
    what                     | message                                                                                    | condition
    ${'a test message'}      | ${oru({ controlId: 'E-1', processingId: 'T' })}                                            | ${'202^'}
    ${'no filler number'}    | ${oru({ controlId: 'E-1', fillerNumber: '' })}                                             | ${'101^'}
    ${'another charset'}     | ${Buffer.from(oru({ controlId: 'E-1' }).toString().replace('PAT-TROIS', 'ÉTÉ'), 'latin1')} | ${'102^'}
    ${'a line without name'} | ${Buffer.concat([oru({ controlId: 'E-1' }), Buffer.from('nonsense\r')])}                   | ${'100^'}
  `(
    'answers AE to $what, and lets the corrected message keep its control id',
    async ({ message, condition }: { message: Buffer; condition: string }) => {
      const refused = await client.send(message);
      expect(msa(refused)).toEqual(['AE', 'E-1']);
      expect(refused).toContain(`|${condition}`);
      expect(received('E-1')).toEqual([]);
    },
  );

  it('refuses a frame that is too long, and goes on', async () => {
    expect(msa(await client.send(Buffer.concat([oru({ controlId: 'LONG' }), Buffer.alloc(200_000, 'x')])))?.[0]).toBe('AE');
    expect(msa(await client.send(oru({ controlId: 'AFTER', fillerNumber: 'DOS-7' })))).toEqual(['AA', 'AFTER']);
  });

  it('answers a transport fault over HTTP with a problem', async () => {
    expect((await post('GET / HTTP/1.1')).statusCode).toBe(400);
    expect((await post(Buffer.alloc(200_000, 'x'))).statusCode).toBe(413);
    expect((await post('{}', { 'content-type': 'application/json' })).statusCode).toBe(400);
    expect((await post(oru(), { authorization: 'Bearer nobody' })).statusCode).toBe(401);
  });

  it('takes the er7 content type, and answers in it', async () => {
    const answer = await post(oru({ controlId: 'ER7', fillerNumber: 'DOS-8' }), { 'content-type': 'x-application/hl7-v2+er7' });

    expect(msa(answer.body)).toEqual(['AA', 'ER7']);
    expect(answer.headers['content-type']).toBe('x-application/hl7-v2+er7');
  });
});

describe('a door to the world', () => {
  it('answers AR to a sender that proves nothing', async () => {
    const context = await Application.start({ MLLP_ANY_SENDER_TENANT: '' });
    const client = await MllpClient.open(context.mllpPort);
    const ack = await client.send(oru({ controlId: 'STRANGER' }));
    client.close();
    await context.close();

    expect(ack).toContain('MSA|AR|STRANGER');
  });

  it('answers AR when nothing can be stored, and the same message is taken once it can', async () => {
    const context = await Application.start();
    const client = await MllpClient.open(context.mllpPort);
    const owner = new pg.Client({ connectionString: context.databaseUrl });
    await owner.connect();
    await owner.query('ALTER TABLE result_structuring.reception RENAME TO elsewhere');
    expect(await client.send(oru({ controlId: 'LATER' }))).toContain('MSA|AR|LATER');

    await owner.query('ALTER TABLE result_structuring.elsewhere RENAME TO reception');
    await owner.end();
    expect(await client.send(oru({ controlId: 'LATER' }))).toContain('MSA|AA|LATER');
    client.close();
    await context.close();
  });

  it('acknowledges what is in flight when it shuts down', async () => {
    const context = await Application.start();
    const client = await MllpClient.open(context.mllpPort);
    const answer = client.send(oru({ controlId: 'LAST' }));
    await new Promise((resolve) => setTimeout(resolve, 2));
    const closing = context.close();

    expect(await answer).toContain('MSA|AA|LAST');
    await closing;
    client.close();
  });
});

describe('a laboratory that means MSH-15 and MSH-16', () => {
  let context: Application;
  let client: MllpClient;
  beforeAll(async () => {
    context = await Application.start({}, {}, { reception: { enhancedAcknowledgements: true } });
    client = await MllpClient.open(context.mllpPort);
  });
  afterAll(async () => {
    client.close();
    await context.close();
  });

  const asking = (accept: string, application: string, controlId: string, change: [string, string] = ['', '']) => {
    const text = oru({ controlId, fillerNumber: controlId }).toString();
    const fields = (/^[^\r]*/.exec(text)?.[0] ?? '').split('|');
    while (fields.length < 17) fields.push('');
    [fields[14], fields[15]] = [accept, application];
    return Buffer.from(text.replace(/^[^\r]*/, fields.join('|')).replace(...change));
  };
  const codes = (acks: readonly string[]) => acks.map((ack) => /MSA\|([A-Z]{2})/.exec(ack)?.[1]);

  it.each`
    accept  | application | change                  | wanted
    ${''}   | ${''}       | ${['', '']}             | ${['AA']}
    ${'AL'} | ${'NE'}     | ${['', '']}             | ${['CA']}
    ${'AL'} | ${'AL'}     | ${['', '']}             | ${['CA', 'AA']}
    ${'NE'} | ${'SU'}     | ${['', '']}             | ${['AA']}
    ${'AL'} | ${'AL'}     | ${['\rPID|', '\rZID|']} | ${['CE']}
    ${'NE'} | ${'ER'}     | ${['\rPID|', '\rZID|']} | ${['AE']}
  `('answers $wanted to $accept and $application', async ({ accept, application, change, wanted }) => {
    const message = asking(
      accept as string,
      application as string,
      `ENH-${accept}${application}${wanted}`,
      change as [string, string],
    );

    expect(codes(await client.sendFor(message, (wanted as string[]).length))).toEqual(wanted);
  });

  it('answers the same again, byte for byte', async () => {
    const message = asking('AL', 'AL', 'ENH-TWICE');

    expect(await client.sendFor(message, 2)).toEqual(await client.sendFor(message, 2));
  });

  it('says nothing to who wants nothing, nor to an acknowledgement, and takes the next message', async () => {
    const silent = asking('NE', 'NE', 'ENH-SILENT');
    const commit = Buffer.from('MSH|^~\\&|SGL|LABO|PF|PF|20261123||ACK^R01^ACK|9|P|2.5|||NE|NE\rMSA|CA|1\r');
    client.socket.write(Buffer.concat([encodeFrame(silent), encodeFrame(commit)]));

    expect(codes([await client.send(asking('AL', 'NE', 'ENH-NEXT'))])).toEqual(['CA']);
    await context.announced(RESULTS_RECEIVED.name, reportSetIdOf(ONE, 'ENH-SILENT'));
  });

  it('has the verdict alone as the body of an HTTP answer', async () => {
    const answer = await context.app.inject({
      method: 'POST',
      url: '/api/v1/messages',
      headers: { authorization: `Bearer ${KEYS[ONE]}`, 'content-type': 'application/hl7-v2' },
      payload: asking('AL', 'NE', 'ENH-HTTP'),
    });

    expect(codes([answer.body])).toEqual(['AA']);
  });
});
