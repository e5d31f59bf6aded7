import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { TLSSocket } from 'node:tls';
import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Clock } from '@segur/clock';
import { BoundedLog } from '../bounded-log.js';
import { FaultSwitch, type Fault } from '../faults/fault.js';
import { senderOf, type Sender } from '../sender.js';
import { TcpDoor } from '../tcp-door.js';
import type { TlsMaterial } from '../tls-material.js';
import { readMessage, type MailEnvelope, type ReceivedMessage } from './received-message.js';
import { smtpReply } from './smtp-reply.js';

/** Settings of the sandbox's MSSanté operator. `port` 0 lets the system choose. */
export interface MailSandboxOptions {
  readonly host: string;
  readonly port: number;
  readonly tls: TlsMaterial;
  /** Domains of the trust space, `*.` for any depth below: `*.mssante.fr`. */
  readonly domains: readonly string[];
  /** Which structure (`OU` of the certificate) may use which mailbox; absent: any certificate may use any mailbox. */
  readonly mailboxes?: Readonly<Record<string, string>>;
  readonly maxMessageBytes: number;
  /** How many messages are kept; beyond, the oldest is dropped. */
  readonly capacity: number;
}

/** What a connection has shown of itself since STARTTLS. */
interface Connection {
  readonly sender: Sender;
  readonly socket: TLSSocket;
  /** What befalls the message that is under way. */
  fault?: Fault | undefined;
}

const SLOW_MS = 2_000;

/** An MSSanté operator's submission server: SMTP, STARTTLS with a client certificate, then AUTH PLAIN with the mailbox's address. */
export class MailSandbox {
  readonly messages: BoundedLog<ReceivedMessage>;
  private readonly faults = new FaultSwitch();
  /** `sender recipient`, once they were put off by a greylist. */
  private readonly putOff = new Set<string>();
  private readonly connections = new WeakMap<SMTPServerSession, Connection>();
  private readonly server: SMTPServer;
  private readonly door: TcpDoor;
  private running = false;

  constructor(
    private readonly options: MailSandboxOptions,
    private readonly clock: Clock,
  ) {
    this.messages = new BoundedLog(options.capacity);
    this.server = this.smtpServer();
    this.server.on('error', () => undefined); // one connection's trouble; the library has closed it
    this.door = new TcpDoor({
      ...options,
      refuses: () => this.faults.refusesConnection(),
      enter: (socket) => this.server.connect(socket),
    });
  }

  /** Where clients find it: `127.0.0.1:2525`. */
  get address(): string {
    return `${this.options.host}:${this.door.port}`;
  }

  get port(): number {
    return this.door.port;
  }

  get fault(): Fault {
    return this.faults.current;
  }

  /** How many mails wait for an answer that a fault holds back. */
  get hanging(): number {
    return this.faults.hanging;
  }

  async start(): Promise<void> {
    this.running = true;
    await this.setFault(this.fault);
  }

  async stop(): Promise<void> {
    this.running = false;
    await this.door.close();
  }

  /** Takes effect before it resolves: after `down`, the port is closed. */
  async setFault(fault: Fault): Promise<void> {
    this.faults.set(fault);
    const dead = fault.mode === 'down' && fault.count === undefined;
    await (this.running && !dead ? this.door.open() : this.door.close());
  }

  /** Forgets the messages, and who was put off. */
  clear(): void {
    this.messages.clear();
    this.putOff.clear();
  }

  private smtpServer(): SMTPServer {
    return new SMTPServer({
      ...this.options.tls,
      minVersion: 'TLSv1.2',
      requestCert: true,
      rejectUnauthorized: true,
      name: 'sandbox.mssante.example',
      banner: 'MSSante sandbox',
      authMethods: ['PLAIN'],
      size: this.options.maxMessageBytes,
      hideDSN: false,
      disableReverseLookup: true,
      logger: false,
      onSecure: (socket, session, done) => done(this.greet(socket, session)),
      onAuth: ({ username = '' }, session, done) => {
        const refused = this.logIn(username, session);
        done(refused, refused ? undefined : { user: username.toLowerCase() });
      },
      onMailFrom: (address, session, done) => done(this.begin(address, session)),
      onRcptTo: (address, session, done) => void this.recipient(address, session).then(done),
      onData: (stream, session, done) => void this.take(stream, session).then(done, done),
    });
  }

  private greet(socket: unknown, session: SMTPServerSession): Error | null {
    const sender = socket instanceof TLSSocket ? senderOf(socket) : undefined;
    if (!sender) return smtpReply(554, 'the client certificate is not one for clients');
    this.connections.set(session, { sender, socket: socket as TLSSocket });
    return null;
  }

  private logIn(username: string, session: SMTPServerSession): Error | null {
    const { mailboxes } = this.options;
    const structure = this.connections.get(session)?.sender.structure;
    const own = !mailboxes || (structure !== undefined && mailboxes[username.toLowerCase()] === structure);
    return own && this.isTrusted(username) ? null : smtpReply(535, 'the certificate does not give access to this mailbox');
  }

  private begin({ address }: SMTPServerAddress, session: SMTPServerSession): Error | null {
    const connection = this.connections.get(session);
    if (!connection) return smtpReply(530, 'STARTTLS first');
    connection.fault = this.fault.recipient === undefined ? this.faults.takeCall() : undefined;
    if (connection.fault?.mode === 'busy') return smtpReply(451, 'try again later');
    return address.toLowerCase() === session.user ? null : smtpReply(553, 'the sender is not the mailbox that logged in');
  }

  private async recipient({ address }: SMTPServerAddress, session: SMTPServerSession): Promise<Error | null> {
    const connection = this.connections.get(session);
    if (connection && this.faults.befalls(address)) connection.fault = this.faults.takeCall();
    const fault = connection?.fault;
    if (fault?.mode === 'busy') return smtpReply(451, 'try again later');
    if (connection && fault?.mode === 'hang' && !(await this.faults.hang(closed(connection.socket)))) return nobody();
    if (fault?.mode === 'reject') return smtpReply(Number(fault.code ?? 550), 'refused by the fault of the sandbox');
    if (fault?.mode === 'greylist' && this.isNewTo(address, session)) return smtpReply(450, '4.2.0 greylisted, try again later');
    return this.isTrusted(address) ? null : smtpReply(550, 'the domain of the recipient is not in the trust space');
  }

  private isNewTo(address: string, { user }: SMTPServerSession): boolean {
    const pair = `${String(user)} ${address.toLowerCase()}`;
    const isNew = !this.putOff.has(pair);
    this.putOff.add(pair);
    return isNew;
  }

  /** Takes the message in. Resolves with the refusal, or with nothing once it is kept. */
  private async take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Error | null> {
    const raw = await buffer(stream);
    const connection = this.connections.get(session);
    if (!connection) return smtpReply(530, 'STARTTLS first');
    if (stream.sizeExceeded) return smtpReply(552, 'the message is too big');
    const { fault, socket } = connection;
    if (fault?.mode === 'drop-before-commit') return silence(socket, 0);
    if (fault?.mode === 'slow') await delay(fault.ms ?? SLOW_MS, undefined, { ref: false });
    const envelope = this.envelopeOf(session, connection.sender);
    this.messages.add(envelope.id, await readMessage(envelope, raw));
    return fault?.mode === 'timeout-after-accept' ? silence(socket, fault.ms) : null;
  }

  private envelopeOf({ envelope, user }: SMTPServerSession, sentBy: Sender): MailEnvelope {
    return {
      id: randomUUID(),
      receivedAt: this.clock.now().toISOString(),
      sentBy,
      login: String(user),
      from: envelope.mailFrom ? envelope.mailFrom.address : '',
      recipients: envelope.rcptTo.map(({ address, dsn }) => ({ address, notify: dsn?.notify ?? [] })),
      ...(envelope.dsn?.envid ? { envelopeId: envelope.dsn.envid } : {}),
      ...(envelope.dsn?.ret ? { notificationContent: envelope.dsn.ret } : {}),
    };
  }

  private isTrusted(address: string): boolean {
    const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
    return this.options.domains.some((trusted) =>
      trusted.startsWith('*.') ? domain.endsWith(trusted.slice(1)) : domain === trusted,
    );
  }
}

/** Says nothing until the client gives up, or for `ms`; then the connection is no more, and there is nobody to answer. */
async function silence(socket: TLSSocket, ms: number | undefined): Promise<never> {
  await (ms === undefined ? closed(socket) : Promise.race([closed(socket), delay(ms, undefined, { ref: false })]));
  socket.destroy();
  return nobody();
}

async function closed(socket: TLSSocket): Promise<void> {
  if (!socket.destroyed) await once(socket, 'close');
}

function nobody(): Promise<never> {
  return new Promise<never>(() => undefined);
}
