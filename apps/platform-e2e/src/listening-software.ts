import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

const START = 0x0b;
const END = Buffer.from([0x1c, 0x0d]);

/** What a laboratory's software was told of one delivery, as a person reads a ZAM. */
export interface ToldOf {
  /** `Z01`, `Z02`. */
  readonly event: string;
  /** MSH-10 of the message that brought the document. */
  readonly about: string;
  /** `Y` or `N`. */
  readonly verdict: string;
  readonly mailbox?: string;
}

/** A laboratory's software that takes business acknowledgements by MLLP, framed and answered here by hand. */
export class ListeningSoftware {
  readonly told: ToldOf[] = [];
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();
  private ownPort = 0;

  /** The same from one `listen` to the next. */
  get port(): number {
    return this.ownPort;
  }

  async listen(): Promise<void> {
    this.server = createServer((socket) => this.accept(socket));
    this.server.listen(this.ownPort, '127.0.0.1');
    await once(this.server, 'listening');
    this.ownPort = (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    const { server } = this;
    this.server = undefined;
    if (server) await new Promise((closed) => server.close(closed));
  }

  /** What was told of one message, oldest first. */
  of(controlId: string): readonly ToldOf[] {
    return this.told.filter(({ about }) => about === controlId);
  }

  private accept(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.sockets.delete(socket));
    let held = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      held = Buffer.concat([held, chunk]);
      for (let end = held.indexOf(END); end >= 0; end = held.indexOf(END)) {
        this.take(socket, held.subarray(1, end).toString('utf8'));
        held = held.subarray(end + END.length);
      }
    });
  }

  private take(socket: Socket, text: string): void {
    const segments = text.split('\r').map((line) => line.split('|'));
    const header = segments[0] ?? [];
    const [verdict, recipient] = segments.filter(([name]) => name === 'OBX');
    const event = header[8]?.split('^')[1] ?? '';
    const mailbox = recipient?.[5]?.split('^')[3];
    this.told.push({
      event,
      about: verdict?.[4] ?? '',
      verdict: verdict?.[5]?.charAt(0) ?? '',
      ...(mailbox === undefined ? {} : { mailbox }),
    });
    const ack = `MSH|^~\\&|SGL|LABO|||20261124||ACK^${event}^ACK|A${this.told.length}|P|2.6\rMSA|AA|${header[9]}\r`;
    socket.write(Buffer.concat([Buffer.of(START), Buffer.from(ack), END]));
  }
}
