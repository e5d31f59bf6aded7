import { EventEmitter } from 'node:events';
import type { Transform } from 'node:stream';
import type MailMessage from 'nodemailer/lib/mailer/mail-message';
import SMTPPool from 'nodemailer/lib/smtp-pool';
import { DestinationLanes } from './destination-lanes.js';
import { MailSender, type OutgoingMail } from './mail-sender.js';
import { readSmtpFailure, type SmtpFailure, type SmtpOutcome } from './smtp-answer.js';

/** How one laboratory reaches its operator. */
export interface SmtpAccess {
  readonly host: string;
  readonly port: number;
  /** `starttls`: the connection begins in clear and must be raised before anything is said. `tls`: it is raised from the first byte. */
  readonly security: 'starttls' | 'tls';
  /** Login of `AUTH PLAIN`: the address of the mailbox; the client certificate is what proves it. */
  readonly login: string;
  /** Options of `node:tls`: client key and certificate, authorities, TLS 1.2 at least. */
  readonly tls: object;
}

// Only the answer to a mail may take long: the operator looks for viruses first.
const MAX_CONNECT_MS = 30_000;

/** Sends over pooled, kept-alive TLS connections: one pool per laboratory, because each has its certificate. */
export class SmtpClient extends MailSender {
  private readonly pools = new Map<string, SMTPPool>();
  private readonly lanes: DestinationLanes;

  constructor(
    private readonly accessOf: (tenantId: string) => SmtpAccess,
    private readonly options: { readonly connections: number; readonly concurrency: number; readonly timeoutMs: number },
  ) {
    super();
    this.lanes = new DestinationLanes(options);
  }

  async send(tenantId: string, mail: OutgoingMail): Promise<SmtpOutcome> {
    return (await this.lanes.through(tenantId, mail.to, () => this.handOver(tenantId, mail))) ?? { kind: 'turned-away' };
  }

  turnsSomeAway(): boolean {
    return this.lanes.isAnyShut;
  }

  turnsAway(tenantId: string, address: string): boolean {
    return this.lanes.isShut(tenantId, address);
  }

  private handOver(tenantId: string, mail: OutgoingMail): Promise<SmtpOutcome> {
    const pool = this.pool(tenantId);
    let left = false;
    const message = asMessage(mail, () => (left = true));
    return new Promise((settle) => {
      pool.send(message, (error) => settle(error ? readSmtpFailure(error as SmtpFailure, left) : { kind: 'accepted' }));
    });
  }

  close(): void {
    for (const pool of this.pools.values()) pool.close();
    this.pools.clear();
  }

  private pool(tenantId: string): SMTPPool {
    const known = this.pools.get(tenantId);
    if (known) return known;
    const { host, port, security, login, tls } = this.accessOf(tenantId);
    const { connections, timeoutMs } = this.options;
    const pool = new SMTPPool({
      host,
      port,
      secure: security === 'tls',
      requireTLS: security === 'starttls',
      // The certificate is the credential: AUTH PLAIN only names the mailbox.
      auth: { type: 'login', user: login, pass: login },
      authMethod: 'PLAIN',
      tls,
      maxConnections: connections,
      maxMessages: 500,
      connectionTimeout: Math.min(timeoutMs, MAX_CONNECT_MS),
      greetingTimeout: Math.min(timeoutMs, MAX_CONNECT_MS),
      socketTimeout: timeoutMs,
    } as SMTPPool.Options);
    this.pools.set(tenantId, pool);
    return pool;
  }
}

/** A mail as nodemailer's transports take it. Its own composer is left out: it would make new boundaries at each attempt. */
function asMessage(
  { envelopeId, from, to, messageId, bytes }: OutgoingMail,
  onLeft: () => void,
): MailMessage<SMTPPool.SentMessageInfo> {
  const dsn = { id: envelopeId, return: 'headers', notify: ['success', 'failure', 'delay'], recipient: to };
  const message = {
    getEnvelope: () => ({ from, to: [to], size: bytes.length }),
    messageId: () => messageId,
    getHeader: () => messageId,
    createReadStream: () => new WrittenMail(bytes, onLeft),
  };
  return { data: { dsn }, message } as unknown as MailMessage<SMTPPool.SentMessageInfo>;
}

/**
 * The bytes of a mail, for one connection. Nodemailer asks for them after the server's 354, with a stream that escapes dots at the begin of
 * lines and appends the end of the mail.
 */
class WrittenMail extends EventEmitter {
  /** The pool makes a second connection by itself as long as this is false: nothing was sent. */
  readableDidRead = false;

  /** @param onLeft - The connection has taken the last byte. If it was not called, the server cannot have taken the mail. */
  constructor(
    private readonly bytes: Buffer,
    private readonly onLeft: () => void,
  ) {
    super();
  }

  pipe(data: Transform): void {
    this.readableDidRead = true;
    data.once('end', this.onLeft);
    // The stream looks at every byte, which costs more than encryption. Where no line begins with a dot, only the end needs it.
    const dotted = this.bytes.includes('\n.') || this.bytes.includes('\r.');
    const escapedFrom = dotted ? 0 : this.bytes.length - 2;
    if (escapedFrom > 0) data.push(this.bytes.subarray(0, escapedFrom));
    data.end(this.bytes.subarray(escapedFrom));
  }

  destroy(): void {
    this.removeAllListeners();
  }
}
