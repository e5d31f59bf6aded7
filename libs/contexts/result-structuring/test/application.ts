import { createHash, randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { Module, type DynamicModule } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { ClockModule } from '@segur/clock';
import { LaboratoryRegistry, readConfig } from '@segur/config';
import { DocumentStore, DocumentStoreModule, KeyRing } from '@segur/document-store';
import { EventBusModule, EventBusTransport, PostgresEventBus } from '@segur/event-bus';
import { TOPICS, type EventEnvelope } from '@segur/events';
import { encodeFrame, MllpFramer } from '@segur/hl7v2';
import { AccessRegistry, HttpSecurityModule } from '@segur/http-security';
import { SAMPLE_LABORATORY } from '@segur/laboratory';
import { PersistenceModule } from '@segur/persistence';
import { Log, Metrics, TelemetryModule } from '@segur/telemetry';
import { eventually, freshDatabase, type FreshDatabase } from '@segur/testing';
import { MllpServer, resultStructuringConfig, ResultStructuringModule } from '../src/index.js';

/** The laboratory of MLLP, and another one. Each has an API key. */
export const [ONE, TWO] = ['750000000', '750000002'] as const;
export const KEYS = { [ONE]: 'key-of-one', [TWO]: 'key-of-two' } as const;

const DOCUMENT_KEYS = KeyRing.of({ current: '1', keys: { '1': randomBytes(32).toString('base64') } });

/** How an application of a test is started. */
interface StartSettings {
  readonly env: Record<string, string>;
  readonly access: object;
  readonly sections: object;
  readonly othersSections: object;
}

@Module({})
class LaboratoriesModule {
  static of(registry: LaboratoryRegistry): DynamicModule {
    const providers = [{ provide: LaboratoryRegistry, useValue: registry }];
    return { module: LaboratoriesModule, global: true, providers, exports: [LaboratoryRegistry] };
  }
}

/** The context in a real Nest application: PostgreSQL, document store, event log, MLLP on a free port. */
export class Application {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly bus: PostgresEventBus,
    /** Every fact that was announced, in order. */
    readonly events: readonly EventEnvelope[],
    readonly databaseUrl: string,
    /** Lines of the log, from warnings on. */
    readonly logged: readonly string[],
    private readonly database: FreshDatabase,
    private readonly settings: StartSettings,
  ) {}

  /**
   * @param sections - Further sections of the laboratory of MLLP.
   * @param othersSections - Further sections of the other one.
   */
  static async start(
    env: Record<string, string> = {},
    access: object = {},
    sections: object = {},
    othersSections: object = {},
  ): Promise<Application> {
    return Application.open(await freshDatabase(), { env, access, sections, othersSections });
  }

  private static async open(database: FreshDatabase, start: StartSettings): Promise<Application> {
    const { env, access, sections, othersSections } = start;
    const registry = LaboratoryRegistry.of(
      Object.entries(KEYS).map(([tenantId, key]) => ({
        tenantId,
        access: { apiKeys: [createHash('sha256').update(key).digest('hex')], ...(tenantId === ONE && access) },
        laboratory: { ...SAMPLE_LABORATORY, finess: tenantId },
        ...(tenantId === ONE ? sections : othersSections),
      })),
    );
    const bus = await PostgresEventBus.open({ databaseUrl: database.url, pollMs: 100 });
    const settings = { MLLP_PORT: '0', MLLP_ANY_SENDER_TENANT: ONE, ...env };
    const logged: string[] = [];
    const testing = await Test.createTestingModule({
      imports: [
        ClockModule,
        LaboratoriesModule.of(registry),
        TelemetryModule.forRoot({
          log: Log.open({ level: 'warn', write: (line) => void logged.push(line) }),
          metrics: new Metrics(),
        }),
        HttpSecurityModule.forRoot({ access: new AccessRegistry(registry), config: { apiKeysTaken: true } }),
        EventBusModule.forRoot({ bus }),
        PersistenceModule.forRoot({ databaseUrl: database.url }),
        DocumentStoreModule.forRoot({ databaseUrl: database.url, keys: DOCUMENT_KEYS }),
        ResultStructuringModule.forRoot(readConfig(resultStructuringConfig, settings)),
      ],
    }).compile();
    const app = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
    app.connectMicroservice({ strategy: app.get(EventBusTransport) });
    const events: EventEnvelope[] = [];
    await bus.subscribe({
      group: 'spec',
      topics: TOPICS.map(({ name }) => name),
      handle: async (event) => void events.push(event),
    });
    await app.startAllMicroservices();
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new Application(app, bus, events, database.url, logged, database, start);
  }

  get mllpPort(): number {
    return this.app.get(MllpServer, { strict: false }).port;
  }

  get documents(): DocumentStore {
    return this.app.get(DocumentStore, { strict: false });
  }

  /** The first fact of a topic about one report, once it is announced. */
  async announced(topic: string, key: string, rank = 0): Promise<EventEnvelope<never>> {
    const found = () => this.events.filter((event) => event.topic === topic && event.key === key)[rank];
    await eventually(() => found() !== undefined, { orSay: () => this.events.map((event) => event.topic).join('\n') });
    return found() as EventEnvelope<never>;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }

  /** Ends it, and starts it on the same database. @param between - What happens while it is down. @param change - Of how it is started. */
  async restart(between: () => Promise<void> = async () => undefined, change: Partial<StartSettings> = {}): Promise<Application> {
    await this.app.close();
    await between();
    return Application.open(this.database, { ...this.settings, ...change });
  }
}

/** A laboratory's MLLP client: one message at a time. */
export class MllpClient {
  private readonly framer = new MllpFramer();
  private readonly answers: ((ack: string) => void)[] = [];

  constructor(readonly socket: Socket) {
    socket.on('data', (chunk: Buffer) => {
      for (const outcome of this.framer.push(chunk)) if (outcome.kind === 'frame') this.answers.shift()?.(outcome.bytes.toString());
    });
  }

  static open(port: number): Promise<MllpClient> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new MllpClient(socket)));
      socket.once('error', reject);
    });
  }

  /** The acknowledgement. */
  async send(message: Buffer): Promise<string> {
    return (await this.sendFor(message, 1))[0] ?? '';
  }

  /** So many acknowledgements of one message. */
  sendFor(message: Buffer, count: number): Promise<string[]> {
    const answers = Array.from({ length: count }, () => new Promise<string>((resolve) => this.answers.push(resolve)));
    this.socket.write(encodeFrame(message));
    return Promise.all(answers);
  }

  close(): void {
    this.socket.destroy();
  }
}
