import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';

const START = 0x0b;
const END = Buffer.from([0x1c, 0x0d]);

/** What the software does with the next message. `silent`: nothing. `hang-up`: it takes it, and its answer is lost. */
export type Behaviour = 'AA' | 'AE' | 'AR' | 'CA' | 'silent' | 'hang-up';

/** A laboratory's software that listens for business acknowledgements, framed and answered here by hand. */
export class SglDouble {
  /** Texts received, oldest first. */
  readonly received: string[] = [];
  /** What is done with the next messages; then `AA`. */
  next: Behaviour[] = [];
  connections = 0;
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();

  constructor(private readonly tls?: TlsOptions) {}

  get port(): number {
    return (this.server?.address() as AddressInfo | null)?.port ?? 0;
  }

  async listen(port = 0): Promise<void> {
    const accept = (socket: Socket) => this.accept(socket);
    this.server = this.tls ? createTlsServer(this.tls, accept) : createServer(accept);
    this.server.listen(port, '127.0.0.1');
    await once(this.server, 'listening');
  }

  /** Ends every connection; new ones are taken. */
  hangUp(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.hangUp();
    const { server } = this;
    this.server = undefined;
    if (server) await new Promise((resolve) => server.close(resolve));
  }

  /** Fields of every message received, by segment and number: `MSH-10`, `OBX-5`. */
  all(segment: string, field: number): string[] {
    return this.received.map((text) => {
      const line = text.split('\r').find((candidate) => candidate.startsWith(`${segment}|`)) ?? '';
      return line.split('|')[segment === 'MSH' ? field - 1 : field] ?? '';
    });
  }

  private accept(socket: Socket): void {
    this.connections += 1;
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
    this.received.push(text);
    const behaviour = this.next.shift() ?? 'AA';
    if (behaviour === 'silent') return;
    if (behaviour === 'hang-up') return void socket.destroy();
    const [, , , , , , , , type, controlId] = text.split('\r')[0]?.split('|') ?? [];
    const event = type?.split('^')[1] ?? '';
    const ack = `MSH|^~\\&|SIL|labo|PFI|PF|20261124||ACK^${event}^ACK|A${this.received.length}|P|2.6\rMSA|${behaviour}|${controlId}\r`;
    socket.write(Buffer.concat([Buffer.of(START), Buffer.from(ack), END]));
  }
}
