import { Controller, Get } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { currentTraceparent, Log, Metrics, TelemetryModule } from '../src/index.js';

@Controller()
class TraceController {
  constructor(private readonly log: Log) {}

  @Get('trace')
  trace(): { traceparent: string | undefined } {
    this.log.info('request-answered');
    return { traceparent: currentTraceparent() };
  }
}

describe('TelemetryModule', () => {
  const lines: string[] = [];
  let app: NestFastifyApplication;
  beforeAll(async () => {
    const telemetry = TelemetryModule.forRoot({ log: Log.open({ write: (line) => lines.push(line) }) });
    const module = await Test.createTestingModule({ imports: [telemetry], controllers: [TraceController] }).compile();
    app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
    await app.listen(0, '127.0.0.1');
  });
  afterAll(() => app.close());

  it('puts each request in the trace of its caller', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const answer = await fetch(`${await app.getUrl()}/trace`, { headers: { traceparent } });

    expect(await answer.json()).toMatchObject({ traceparent: expect.stringContaining('0af7651916cd43dd8448eb211c80319c') });
    expect(lines[0]).toContain('0af7651916cd43dd8448eb211c80319c');
  });

  it('serves the measures of the architecture, refreshed at each scrape', async () => {
    const metrics = app.get(Metrics);
    metrics.deliveryAttemptsTotal.inc({ channel: 'dmp', outcome: 'accepted' });
    metrics.messagesReceivedTotal.inc({ route: 'mllp', ack: 'AA' });
    metrics.onScrape(async () => metrics.deadLettersOpen.set({ context: 'dmp-feeding' }, 3));
    metrics.onScrape(() => Promise.reject(new Error('the database is away')));

    const answer = await fetch(`${await app.getUrl()}/metrics`);
    const text = await answer.text();

    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(text).toContain('delivery_attempts_total{channel="dmp",outcome="accepted"} 1');
    expect(text).toContain('messages_received_total{route="mllp",ack="AA"} 1');
    expect(text).toContain('dead_letters_open{context="dmp-feeding"} 3');
    for (const name of [
      'outbox_oldest_seconds',
      'consumer_lag_events',
      'event_handling_seconds',
      'mllp_connections',
      'order_to_delivery_seconds',
      'process_cpu_seconds_total',
    ]) {
      expect(text).toContain(`# HELP ${name} `);
    }
  });
});
