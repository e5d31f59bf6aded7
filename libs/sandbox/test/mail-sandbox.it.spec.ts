import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import { ZipFile } from 'yazl';
import { SystemClock } from '@segur/clock';
import { eventually } from '@segur/testing';
import { MailSandbox } from '../src/mail/mail-sandbox.js';
import { cdaText, EBRIM, registryObjects } from './good-submission.js';
import { TestAuthority, type Credential } from './test-certificates.js';

const LABORATORY = 'labo@bio.mssante.fr';
const facts = { documentId: '1.2.250.1.999.1.1', setId: '1.2.250.1.999.2.1' };

let authority: TestAuthority;
let laboratory: Credential;
let operator: MailSandbox;

beforeAll(async () => {
  authority = await TestAuthority.create('TEST AC');
  laboratory = await authority.client('1120459876');
  operator = new MailSandbox(
    {
      host: '127.0.0.1',
      port: 0,
      tls: { ...(await authority.server()), ca: authority.pem },
      domains: ['*.mssante.fr'],
      mailboxes: { [LABORATORY]: '1120459876' },
      maxMessageBytes: 500_000,
      capacity: 100,
    },
    new SystemClock(),
  );
  await operator.start();
});
afterAll(() => operator.stop());
beforeEach(async () => {
  operator.clear();
  await operator.setFault({ mode: 'off' });
});

function client(credential: Partial<Credential> = laboratory, user = LABORATORY): Transporter {
  return createTransport({
    host: '127.0.0.1',
    port: operator.port,
    secure: false,
    requireTLS: true,
    tls: { ca: authority.pem, ...credential },
    auth: { type: 'login', user, pass: '-' },
    authMethod: 'PLAIN',
    socketTimeout: 2_000,
  });
}

async function archive(change: (files: Map<string, Buffer>) => void = () => undefined): Promise<Buffer> {
  const cda = Buffer.from(cdaText(facts));
  const list = registryObjects(facts, cda, 'DOC0001.XML');
  const files = new Map<string, Buffer>([
    ['INDEX.HTM', Buffer.from('<html/>')],
    ['README.TXT', Buffer.from('Laboratoire')],
    [
      'IHE_XDM/SUBSET01/METADATA.XML',
      Buffer.from(
        `<lcm:SubmitObjectsRequest ${EBRIM}><rim:RegistryObjectList>${list}</rim:RegistryObjectList></lcm:SubmitObjectsRequest>`,
      ),
    ],
    ['IHE_XDM/SUBSET01/DOC0001.XML', cda],
  ]);
  change(files);
  const zip = new ZipFile();
  for (const [path, bytes] of files) zip.addBuffer(bytes, path);
  zip.end();
  return buffer(zip.outputStream);
}

function mail(change: SendMailOptions = {}, zip?: Buffer): SendMailOptions {
  return {
    from: LABORATORY,
    to: 'medecin@medecin.formation.mssante.fr',
    replyTo: 'secretariat@bio.mssante.fr',
    subject: "XDM/1.0/DDM+CR d'examens biologiques PAT-TROIS Dominique",
    text: 'Message automatique.',
    headers: { 'X-MSS-NIL': 'N1', 'X-MSS-CODECDA': '11502-2', 'X-MSS-INS': 'O' },
    attachments: zip ? [{ filename: 'IHE_XDM.ZIP', content: zip, contentType: 'application/zip' }] : [],
    ...change,
  };
}

function received() {
  return operator.messages.page(0, 100).items;
}

describe('the door of the MSSanté operator', () => {
  it('takes a mail from the holder of a mailbox, with its delivery status request', async () => {
    const zip = await archive();
    await client().sendMail({
      ...mail({}, zip),
      dsn: { id: 'env-1', return: 'headers', notify: ['success', 'failure'], recipient: LABORATORY },
    });
    const [message] = received();

    expect(message).toMatchObject({
      from: LABORATORY,
      login: LABORATORY,
      recipients: [{ address: 'medecin@medecin.formation.mssante.fr', notify: ['SUCCESS', 'FAILURE'] }],
      envelopeId: 'env-1',
      notificationContent: 'HDRS',
      sentBy: { structure: '1120459876' },
      attachments: [{ fileName: 'IHE_XDM.ZIP', contentType: 'application/zip', size: zip.byteLength }],
      problems: [],
    });
    expect(message?.headers).toContainEqual({ name: 'X-Mss-Ins', value: 'O' });
    expect(message?.archive?.documents).toEqual([
      expect.objectContaining({ path: 'IHE_XDM/SUBSET01/DOC0001.XML', uniqueId: facts.documentId, typeCode: '11502-2' }),
    ]);
    expect(message?.archive?.entries.at(-1)?.sha1).toBe(createHash('sha1').update(cdaText(facts)).digest('hex'));
    expect(message?.raw.toString()).toContain('Content-Disposition: attachment; filename=IHE_XDM.ZIP');
  });

  it.each<[string, () => Promise<Transporter>]>([
    ['no certificate', async () => client({})],
    ['a certificate of another authority', async () => client(await (await TestAuthority.create('OTHER')).client('1120459876'))],
    ['a certificate for servers', async () => client(await authority.server())],
    ['a certificate without usage', async () => client(await authority.client('1120459876', []))],
    ['a mailbox of another structure', async () => client(await authority.client('1750000000'))],
    ['no STARTTLS', async () => createTransport({ host: '127.0.0.1', port: operator.port, ignoreTLS: true, socketTimeout: 2_000 })],
  ])('is closed to %s', async (_what, transport) => {
    await expect((await transport()).sendMail(mail())).rejects.toHaveProperty('code');
    expect(received()).toEqual([]);
  });

  it.each<[string, SendMailOptions, number]>([
    ['a recipient outside the trust space', { to: 'medecin@example.org' }, 550],
    ['a recipient of the bare domain', { to: 'medecin@mssante.fr' }, 550],
    ['a look-alike domain', { to: 'medecin@notmssante.fr' }, 550],
    ['a sender who is not the mailbox', { from: 'other@bio.mssante.fr' }, 553],
    ['a mail that is too big', { text: 'x'.repeat(600_000) }, 552],
  ])('refuses %s', async (_what, change, responseCode) => {
    await expect(client().sendMail(mail(change))).rejects.toMatchObject({ responseCode });
    expect(received()).toEqual([]);
  });
});

describe('what the operator finds in a mail', () => {
  const edit = (path: string, change: (text: string) => string) => (files: Map<string, Buffer>) => {
    files.set(path, Buffer.from(change(files.get(path)?.toString() ?? '')));
  };
  const METADATA = 'IHE_XDM/SUBSET01/METADATA.XML';

  it.each<[string, (files: Map<string, Buffer>) => void, string[]]>([
    ['no INDEX.HTM', (files) => files.delete('INDEX.HTM'), ['SIM-XDM-FILES INDEX.HTM']],
    ['no README.TXT', (files) => files.delete('README.TXT'), ['SIM-XDM-FILES README.TXT']],
    ['no metadata', (files) => files.delete(METADATA), [`SIM-XDM-FILES ${METADATA}`, 'SIM-XDM-FILES IHE_XDM/SUBSET01/DOC0001.XML']],
    ['no document', (files) => files.delete('IHE_XDM/SUBSET01/DOC0001.XML'), ['SIM-XDM-FILES IHE_XDM/SUBSET01/DOC0001.XML']],
    [
      'a stranger',
      (files) => files.set('IHE_XDM/SUBSET01/DOC0002.XML', Buffer.from('x')),
      ['SIM-XDM-FILES IHE_XDM/SUBSET01/DOC0002.XML'],
    ],
    [
      'a changed document',
      edit('IHE_XDM/SUBSET01/DOC0001.XML', (text) => text.replace('TSH', 'TSH2')),
      ['SIM-XDM-HASH IHE_XDM/SUBSET01/DOC0001.XML', 'SIM-XDM-SIZE IHE_XDM/SUBSET01/DOC0001.XML'],
    ],
    [
      'metadata that are no XML',
      edit(METADATA, () => '<a>'),
      [`SIM-XDM-METADATA ${METADATA}`, 'SIM-XDM-FILES IHE_XDM/SUBSET01/DOC0001.XML'],
    ],
    [
      'a document that is not a member',
      edit(METADATA, (text) => text.replace('targetObject="Document01"', 'targetObject="x"')),
      [`SIM-XDM-METADATA ${METADATA}`],
    ],
    [
      'two patients',
      edit(METADATA, (text) => text.replace('value="279035121518989', 'value="179035121518989')),
      [`SIM-XDM-METADATA ${METADATA}`],
    ],
  ])('reports %s', async (_what, change, problems) => {
    await client().sendMail(mail({}, await archive(change)));

    expect(received()[0]?.problems.map(({ code, location }) => `${code} ${location}`)).toEqual(problems);
  });

  it('reports an archive that is none', async () => {
    await client().sendMail(mail({}, Buffer.from('not a zip')));

    expect(received()[0]?.problems).toEqual([expect.objectContaining({ code: 'SIM-XDM-ZIP' })]);
    expect(received()[0]?.archive).toBeUndefined();
  });

  it('reports the headers that are missing', async () => {
    await client().sendMail(mail({ headers: {}, replyTo: undefined as never, subject: 'Résultats' }, await archive()));

    expect(received()[0]?.problems.map(({ location }) => location)).toEqual([
      'Reply-To',
      'X-MSS-NIL',
      'Subject',
      'X-MSS-CODECDA',
      'X-MSS-INS',
    ]);
  });
});

describe('the faults of the operator', () => {
  it('is dead when down, and alive again on the same port', async () => {
    await operator.setFault({ mode: 'down' });
    await expect(client().sendMail(mail())).rejects.toThrow(/ECONNREFUSED/);
    await operator.setFault({ mode: 'off' });
    await client().sendMail(mail());

    expect(received()).toHaveLength(1);
  });

  it.each([
    ['busy', { mode: 'busy' }, 451],
    ['a refusal', { mode: 'reject' }, 550],
    ['a chosen refusal', { mode: 'reject', code: '452' }, 452],
  ] as const)('answers %s once', async (_what, fault, responseCode) => {
    await operator.setFault({ ...fault, count: 1 });
    await expect(client().sendMail(mail())).rejects.toMatchObject({ responseCode });
    expect(received()).toEqual([]);
    await client().sendMail(mail());

    expect(received()).toHaveLength(1);
  });

  it.each([
    ['keeps the mail and says nothing', { mode: 'timeout-after-accept', ms: 50 }, 1],
    ['reads the mail and keeps nothing', { mode: 'drop-before-commit' }, 0],
    ['cuts the connection', { mode: 'down', count: 1 }, 0],
  ] as const)('%s', async (_what, fault, kept) => {
    await operator.setFault({ count: 1, ...fault });

    await expect(client().sendMail(mail())).rejects.toHaveProperty('code');
    expect(received()).toHaveLength(kept);
  });

  it('puts off the first mail to each recipient: greylist', async () => {
    await operator.setFault({ mode: 'greylist' });
    await expect(client().sendMail(mail())).rejects.toMatchObject({ responseCode: 450 });
    await client().sendMail(mail());
    await expect(client().sendMail(mail({ to: 'autre@medecin.formation.mssante.fr' }))).rejects.toMatchObject({
      responseCode: 450,
    });

    expect(received()).toHaveLength(1);
  });

  it.each(['silent@medecin.mssante.fr', 'medecin.mssante.fr'])(
    'hangs for %s alone, until the fault is changed',
    async (recipient) => {
      await operator.setFault({ mode: 'hang', recipient });
      const held = client().sendMail(mail({ to: 'silent@medecin.mssante.fr' }));
      await eventually(() => operator.hanging === 1);
      await client().sendMail(mail({ to: 'other@cabinet.mssante.fr' }));
      expect(received().flatMap(({ recipients }) => recipients)).toMatchObject([{ address: 'other@cabinet.mssante.fr' }]);
      await operator.setFault({ mode: 'off' });
      await held;

      expect([received().length, operator.hanging]).toEqual([2, 0]);
    },
  );

  it('is slow', async () => {
    await operator.setFault({ mode: 'slow', ms: 50, count: 1 });
    await client().sendMail(mail());

    expect(received()).toHaveLength(1);
  });
});
