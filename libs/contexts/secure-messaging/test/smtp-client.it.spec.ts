import { issueTestPki, openPkcs12, tlsClientOptions, type DevelopmentPki } from '@segur/crypto';
import type { OutgoingMail } from '../src/send-dispatch/mail-sender.js';
import { SmtpClient } from '../src/send-dispatch/smtp.client.js';
import { OperatorDouble, type OperatorOptions } from './operator-double.js';

const FROM = 'resultats@labo.mssante.fr';

function mail(body: string): OutgoingMail {
  const bytes = Buffer.from(`Subject: s\r\n\r\n${body}`);
  return { envelopeId: 'e1', from: FROM, to: 'louis@medecin.mssante.fr', messageId: '<1@labo.mssante.fr>', bytes };
}

describe('SmtpClient', () => {
  let pki: DevelopmentPki;
  let operator: OperatorDouble;
  let client: SmtpClient;

  beforeAll(async () => (pki = await issueTestPki()));
  afterEach(async () => {
    client.close();
    await operator.close();
  });

  async function open(options: OperatorOptions = {}): Promise<void> {
    operator = new OperatorDouble(pki, options);
    const port = await operator.listen();
    const { pkcs12, passphrase } = pki.authentication;
    const tls = tlsClientOptions({ own: openPkcs12(pkcs12, passphrase), ca: pki.caPem });
    const security = options.secure ? 'tls' : 'starttls';
    client = new SmtpClient(() => ({ host: '127.0.0.1', port, security, login: FROM, tls }), {
      connections: 2,
      concurrency: 8,
      timeoutMs: 5000,
    });
  }

  // A short mail fits every buffer on the way: only the protocol says whether it left.
  it.each`
    size       | cut             | kind
    ${'short'} | ${'at RCPT'}    | ${'unavailable'}
    ${'short'} | ${'after DATA'} | ${'uncertain'}
    ${'long'}  | ${'at RCPT'}    | ${'unavailable'}
    ${'long'}  | ${'after DATA'} | ${'uncertain'}
  `('a $size mail whose connection is cut $cut is $kind', async ({ size, cut, kind }) => {
    await open();
    operator.fates = [{ cut }];
    const body = size === 'short' ? 'x\r\n' : `${'x'.repeat(70)}\r\n`.repeat(50_000);

    expect(await client.send('t', mail(body))).toMatchObject({ kind });
    expect(operator.mails).toHaveLength(kind === 'uncertain' ? 1 : 0);
  });

  it('is cut on a connection that was used before: a mail that left is never sent again by itself', async () => {
    await open();
    await client.send('t', mail('x\r\n'));
    operator.fates = [{ cut: 'after DATA' }];

    expect(await client.send('t', mail('y\r\n'))).toMatchObject({ kind: 'uncertain' });
    expect(operator.mails).toHaveLength(2);
  });

  it('takes a new connection when the operator closed an idle one', async () => {
    await open();
    await client.send('t', mail('x\r\n'));
    operator.fates = [{ cut: 'at RCPT' }];

    expect(await client.send('t', mail('y\r\n'))).toEqual({ kind: 'accepted' });
    expect([operator.mails.length, operator.connections]).toEqual([2, 2]);
  });

  it.each`
    what                       | body                                 | received
    ${'a line of one dot'}     | ${'a\r\n.\r\nb\r\n'}                 | ${'a\r\n.\r\nb\r\n'}
    ${'an end smuggled by LF'} | ${'a\n.\nMAIL FROM:<evil@e.fr>\r\n'} | ${'a\r\n.\r\nMAIL FROM:<evil@e.fr>\r\n'}
    ${'an end smuggled by CR'} | ${'a\r.\rMAIL FROM:<evil@e.fr>\r\n'} | ${'a\r\n.\r\nMAIL FROM:<evil@e.fr>\r\n'}
    ${'nothing to escape'}     | ${'abc\r\n'}                         | ${'abc\r\n'}
  `('passes $what as text', async ({ body, received }) => {
    await open();

    expect(await client.send('t', mail(body))).toEqual({ kind: 'accepted' });
    expect(operator.mails.map(({ bytes }) => bytes.toString())).toEqual([`Subject: s\r\n\r\n${received}`]);
  });

  it('speaks TLS from the first byte where the operator does', async () => {
    await open({ secure: true });

    expect(await client.send('t', mail('x\r\n'))).toEqual({ kind: 'accepted' });
    expect(operator.mails[0]).toMatchObject({ login: FROM, client: 'DMP AUTH_CLI' });
  });
});
