import { Readable } from 'node:stream';
import { createTransport, type Transporter } from 'nodemailer';
import type { SmtpFailure, SmtpOutcome } from './smtp-answer.js';
import { readSmtpFailure } from './smtp-answer.js';
import { MailSender, type Mail } from './mail-sender.js';
import { writeMime } from './write-mime.js';

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

/** Sends over pooled, kept-alive TLS connections: one pool per laboratory, because each has its certificate. */
export class SmtpClient extends MailSender {
  private readonly pools = new Map<string, Transporter>();

  constructor(
    private readonly accessOf: (tenantId: string) => SmtpAccess,
    private readonly options: { readonly connections: number; readonly timeoutMs: number },
  ) {
    super();
  }

  async send(tenantId: string, mail: Mail): Promise<SmtpOutcome> {
    let left = false;
    const bytes = await writeMime(mail);
    const raw = Readable.from([bytes]).once('end', () => (left = true));
    try {
      await this.pool(tenantId).sendMail({
        envelope: {
          from: mail.from.address,
          to: [mail.to],
          dsn: {
            id: mail.messageId.slice(1, -1),
            return: 'headers',
            notify: ['success', 'failure', 'delay'],
            recipient: mail.from.address,
          },
        },
        raw,
      } as never);
      return { kind: 'accepted' };
    } catch (error) {
      return readSmtpFailure(error as SmtpFailure, left);
    }
  }

  close(): void {
    for (const pool of this.pools.values()) pool.close();
    this.pools.clear();
  }

  private pool(tenantId: string): Transporter {
    const known = this.pools.get(tenantId);
    if (known) return known;
    const { host, port, security, login, tls } = this.accessOf(tenantId);
    const { connections, timeoutMs } = this.options;
    const pool = createTransport({
      pool: true,
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
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    } as never) as unknown as Transporter;
    this.pools.set(tenantId, pool);
    return pool;
  }
}
