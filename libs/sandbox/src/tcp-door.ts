import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export interface DoorOptions {
  readonly host: string;
  /** 0 lets the system choose; the door then keeps its choice when it opens again. */
  readonly port: number;
  /** Whether this very connection is to be closed at once. */
  readonly refuses: () => boolean;
  readonly enter: (socket: Socket) => void;
}

/** The port of a service that can die: while closed nothing listens, and whoever was connected is cut off. */
export class TcpDoor {
  private server: Server | undefined;
  private chosenPort: number;
  private readonly sockets = new Set<Socket>();

  constructor(private readonly options: DoorOptions) {
    this.chosenPort = options.port;
  }

  get port(): number {
    return this.chosenPort;
  }

  /** Listens; nothing happens when it already does. */
  async open(): Promise<void> {
    if (this.server) return;
    this.server = createServer((socket) => this.accept(socket));
    this.server.listen(this.chosenPort, this.options.host);
    await once(this.server, 'listening');
    this.chosenPort = (this.server.address() as AddressInfo).port;
  }

  /** Frees the port and cuts every connection. */
  async close(): Promise<void> {
    const server = this.server;
    this.server = undefined;
    for (const socket of this.sockets) socket.destroy();
    if (server) await new Promise((closed) => server.close(closed));
  }

  private accept(socket: Socket): void {
    socket.on('error', () => socket.destroy()); // a client that resets is no trouble of ours
    if (this.options.refuses()) return void socket.destroy();
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
    this.options.enter(socket);
  }
}
