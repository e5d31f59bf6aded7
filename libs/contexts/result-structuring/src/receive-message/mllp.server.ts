import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { Injectable, Optional } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '@segur/clock';
import { readFileOrRefuse } from '@segur/config';
import { openPkcs12, tlsServerOptions, watchCertificate } from '@segur/crypto';
import { HealthRegistry } from '@segur/health';
import { peerFingerprint } from '@segur/http-security';
import { Log, Metrics } from '@segur/telemetry';
import { CONTEXT } from '../context.js';
import { ResultStructuringSettings } from '../result-structuring.config.js';
import { splitAcks } from './acks-to-send.js';
import { MllpConnection } from './mllp-connection.js';
import { ReceiveMessageService, type Door } from './receive-message.service.js';
import { SenderDirectory } from './sender-directory.js';

/** Listens to laboratories over MLLP, in clear or over TLS with their certificate. */
@Injectable()
export class MllpServer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private server: Server | undefined;
  private readonly connections = new Set<MllpConnection>();

  constructor(
    private readonly reception: ReceiveMessageService,
    private readonly senders: SenderDirectory,
    private readonly settings: ResultStructuringSettings,
    private readonly log: Log,
    private readonly metrics: Metrics,
    private readonly clock: Clock,
    @Optional() private readonly health?: HealthRegistry,
  ) {}

  /** The port it listens on; the one that the system chose when the setting is 0. */
  get port(): number {
    return (this.server?.address() as AddressInfo | null)?.port ?? 0;
  }

  async onApplicationBootstrap(): Promise<void> {
    const { host, port, maxConnections } = this.settings.mllp;
    this.server = this.open((socket) => this.accept(socket));
    this.server.maxConnections = maxConnections;
    this.server.on('drop', () => this.log.warn('mllp-connection-dropped', { count: maxConnections }));
    this.server.listen(port, host);
    await once(this.server, 'listening');
    this.log.info('mllp-listening', { address: host, port: this.port });
  }

  /** Takes no more connections, acknowledges what is in flight, hangs up. */
  async beforeApplicationShutdown(): Promise<void> {
    if (!this.server) return;
    const closed = once(this.server, 'close');
    this.server.close();
    for (const connection of this.connections) connection.end();
    await Promise.all([...this.connections].map((connection) => connection.settled()));
    for (const connection of this.connections) connection.cut();
    await closed;
  }

  private open(accept: (socket: Socket) => void): Server {
    const { tls } = this.settings.mllp;
    if (!tls) return createServer({ keepAlive: true }, accept);
    const own = openPkcs12(readFileOrRefuse(tls.pkcs12File, 'MLLP_TLS_PKCS12_FILE'), tls.passphrase, 'MLLP_TLS_PKCS12_FILE');
    const { clock, log, metrics, health } = this;
    watchCertificate(
      { certificate: own, use: 'server', usage: 'mllp-server', configuredIn: 'MLLP_TLS_PKCS12_FILE' },
      { context: CONTEXT, clock, log, metrics, health },
    );
    const ca = readFileOrRefuse(tls.caFile, 'MLLP_TLS_CA_FILE').toString('utf8');
    const server = createTlsServer({ ...tlsServerOptions({ own, ca, clients: 'required' }), keepAlive: true }, accept);
    server.on('tlsClientError', (error) => this.log.warn('mllp-handshake-refused', {}, error));
    return server;
  }

  private accept(socket: Socket): void {
    const door = this.doorOf(socket);
    const connection = new MllpConnection(
      socket,
      {
        receive: async (bytes) => {
          const answer = await this.reception.receive(bytes, door);
          return answer.status === 'acknowledged' ? splitAcks(answer.ack) : undefined;
        },
        refuseOverlong: () => this.reception.refuseOverlong('mllp'),
      },
      { idleMs: this.settings.mllp.idleMs, maxFrameBytes: this.settings.maxMessageBytes },
    );
    this.connections.add(connection);
    this.metrics.mllpConnections.inc();
    socket.once('close', () => {
      this.connections.delete(connection);
      this.metrics.mllpConnections.dec();
    });
  }

  private doorOf(socket: Socket): Door {
    const fingerprint = peerFingerprint(socket);
    return {
      route: 'mllp',
      tenantOf: ({ sendingApplication, sendingFacility }) =>
        this.senders.tenantOf({
          ...(fingerprint !== undefined && { fingerprint }),
          application: sendingApplication,
          facility: sendingFacility,
        }),
    };
  }
}
