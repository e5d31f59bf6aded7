import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { SecureVersion, TLSSocket } from 'node:tls';
import type { DevelopmentPki } from '@segur/crypto';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/** What befalls a mail. Absent: it is taken. */
export type Fate =
  | { readonly reply: number; readonly text: string; readonly at: 'MAIL' | 'RCPT' | 'DATA' }
  | { readonly cut: 'at RCPT' | 'in DATA' | 'after DATA' }
  /** The answer to the whole mail waits for something. */
  | { readonly until: Promise<unknown>; readonly then?: Fate };

/** A mail that was taken in whole, whatever was answered. */
export interface SeenMail {
  readonly login: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly notify: readonly string[];
  readonly envelopeId: string | undefined;
  readonly tls: string | null;
  readonly client: string;
  readonly bytes: Buffer;
}

export interface OperatorOptions {
  /** Absent: the server certificate of the PKI. */
  readonly server?: { readonly keyPem: string; readonly certificatePem: string };
  readonly maxVersion?: SecureVersion;
  readonly startTls?: boolean;
  /** TLS from the first byte. */
  readonly secure?: boolean;
  readonly maxBytes?: number;
}

/** The submission server of an operator: STARTTLS, client certificate, AUTH PLAIN; it does as it is told. */
export class OperatorDouble {
  readonly mails: SeenMail[] = [];
  /** What befalls the next ones. */
  fates: Fate[] = [];
  connections = 0;
  handshakes = 0;
  logins = 0;
  private readonly sockets = new WeakMap<SMTPServerSession, TLSSocket>();
  private readonly current = new WeakMap<SMTPServerSession, Fate>();
  private readonly server: SMTPServer;

  constructor(pki: DevelopmentPki, options: OperatorOptions = {}) {
    const { server = pki.server, maxVersion, startTls = true, secure = false, maxBytes } = options;
    const old = maxVersion === 'TLSv1.1';
    this.server = new SMTPServer({
      secure,
      key: server.keyPem,
      cert: server.certificatePem + pki.intermediatePem,
      ca: pki.caPem,
      requestCert: true,
      rejectUnauthorized: true,
      ...(maxVersion ? { maxVersion, minVersion: old ? 'TLSv1' : 'TLSv1.2' } : {}),
      ...(old ? { ciphers: 'DEFAULT:@SECLEVEL=0' } : {}),
      ...(startTls ? {} : { disabledCommands: ['STARTTLS', 'AUTH'] }),
      ...(maxBytes === undefined ? {} : { size: maxBytes }),
      authMethods: ['PLAIN'],
      hideDSN: false,
      disableReverseLookup: true,
      logger: false,
      onConnect: (_session, done) => {
        this.connections += 1;
        done();
      },
      onSecure: (socket, session, done) => {
        this.handshakes += 1;
        this.sockets.set(session, socket as unknown as TLSSocket);
        done();
      },
      onAuth: ({ username = '' }, _session, done) => {
        this.logins += 1;
        done(null, { user: username });
      },
      onMailFrom: (_address, session, done) => {
        const fate = this.fates.shift();
        if (fate) this.current.set(session, fate);
        else this.current.delete(session);
        done(this.refusal(session, 'MAIL'));
      },
      onRcptTo: (_address, session, done) => {
        if (!this.cuts(session, 'at RCPT')) done(this.refusal(session, 'RCPT'));
      },
      onData: (stream, session, done) => void this.take(stream, session).then((answer) => answer !== 'none' && done(answer)),
    } as ConstructorParameters<typeof SMTPServer>[0]);
    this.server.on('error', () => undefined); // the trouble of one connection
  }

  async listen(port = 0): Promise<number> {
    this.server.listen(port, '127.0.0.1');
    await once(this.server.server, 'listening');
    return (this.server.server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    return new Promise((closed) => this.server.close(() => closed()));
  }

  private async take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Error | null | 'none'> {
    if (this.isCut(session, 'in DATA')) {
      await once(stream, 'data');
      this.cuts(session, 'in DATA');
      return 'none';
    }
    const bytes = await buffer(stream);
    const { envelope, user } = session;
    const socket = this.sockets.get(session);
    this.mails.push({
      login: String(user),
      from: envelope.mailFrom ? envelope.mailFrom.address : '',
      to: envelope.rcptTo.map(({ address }) => address),
      notify: envelope.rcptTo.flatMap(({ dsn }) => dsn?.notify ?? []),
      envelopeId: envelope.dsn?.envid ?? undefined,
      tls: socket?.getProtocol() ?? null,
      client: String(socket?.getPeerCertificate().subject.CN),
      bytes,
    });
    const fate = this.current.get(session);
    if (fate && 'until' in fate) {
      await fate.until;
      if (fate.then) this.current.set(session, fate.then);
    }
    return this.cuts(session, 'after DATA') ? 'none' : this.refusal(session, 'DATA');
  }

  private refusal(session: SMTPServerSession, at: string): Error | null {
    const fate = this.current.get(session);
    if (!fate || !('reply' in fate) || fate.at !== at) return null;
    return Object.assign(new Error(fate.text), { responseCode: fate.reply });
  }

  private isCut(session: SMTPServerSession, when: string): boolean {
    const fate = this.current.get(session);
    return fate !== undefined && 'cut' in fate && fate.cut === when;
  }

  private cuts(session: SMTPServerSession, when: string): boolean {
    const cut = this.isCut(session, when);
    if (cut) this.sockets.get(session)?.destroy();
    return cut;
  }
}
