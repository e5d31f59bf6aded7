import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const HANDLING_SECONDS = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];
// From one second to the day after which a delivery is given up.
const DELIVERY_SECONDS = [1, 2, 5, 10, 30, 60, 300, 900, 3600, 4 * 3600, 24 * 3600];

/** What the platform measures of itself. Alerts look at ages, not at counts. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly refreshers: (() => Promise<void>)[] = [];

  readonly outboxOldestSeconds = new Gauge({
    name: 'outbox_oldest_seconds',
    help: 'Age of the oldest fact that waits in the outbox of a context.',
    labelNames: ['context'],
    registers: [this.registry],
  });
  readonly consumerLagEvents = new Gauge({
    name: 'consumer_lag_events',
    help: 'Events that a context has not handled yet.',
    labelNames: ['context'],
    registers: [this.registry],
  });
  readonly eventHandlingSeconds = new Histogram({
    name: 'event_handling_seconds',
    help: 'Time to handle one event, its transaction included.',
    labelNames: ['context', 'topic'],
    buckets: HANDLING_SECONDS,
    registers: [this.registry],
  });
  readonly deadLettersOpen = new Gauge({
    name: 'dead_letters_open',
    help: 'Events set aside that wait for a person.',
    labelNames: ['context'],
    registers: [this.registry],
  });
  readonly deliveryAttemptsTotal = new Counter({
    name: 'delivery_attempts_total',
    help: 'Attempts to deliver a document, by channel (dmp, mss) and outcome.',
    labelNames: ['channel', 'outcome'],
    registers: [this.registry],
  });
  readonly acknowledgementAttemptsTotal = new Counter({
    name: 'acknowledgement_attempts_total',
    help: 'Business acknowledgements (ZAM) sent to laboratories, by kind and outcome (acknowledged, or why not).',
    labelNames: ['kind', 'outcome'],
    registers: [this.registry],
  });
  readonly acknowledgementOldestSeconds = new Gauge({
    name: 'acknowledgement_oldest_seconds',
    help: 'Age of the oldest business acknowledgement that a laboratory was not told yet; 0: none waits.',
    labelNames: ['tenant'],
    registers: [this.registry],
  });
  readonly mllpConnections = new Gauge({
    name: 'mllp_connections',
    help: 'Open MLLP connections.',
    registers: [this.registry],
  });
  readonly orderToDeliverySeconds = new Histogram({
    name: 'order_to_delivery_seconds',
    help: 'Time from the reception of results to their acceptance by a channel.',
    labelNames: ['channel'],
    buckets: DELIVERY_SECONDS,
    registers: [this.registry],
  });
  readonly messagesReceivedTotal = new Counter({
    name: 'messages_received_total',
    help: 'Messages received, by route (mllp, rest…) and acknowledgement (AA, AE, AR).',
    labelNames: ['route', 'ack'],
    registers: [this.registry],
  });
  readonly certificateExpirySeconds = new Gauge({
    name: 'certificate_expiry_seconds',
    help: 'Time left to a certificate of a laboratory; negative once expired.',
    labelNames: ['tenant', 'usage'],
    registers: [this.registry],
  });

  readonly resultsCodedTotal = new Counter({
    name: 'results_coded_total',
    help: 'Results looked up in the map of their laboratory, by outcome (coded, unmapped, unit-mismatch).',
    labelNames: ['outcome'],
    registers: [this.registry],
  });
  readonly mappingCoverageRatio = new Gauge({
    name: 'mapping_coverage_ratio',
    help: 'Share of the analyses of a catalogue whose mapping a biologist decided.',
    labelNames: ['tenant'],
    registers: [this.registry],
  });
  readonly mappingCodesMissing = new Gauge({
    name: 'mapping_codes_missing',
    help: 'Local codes that were sent without LOINC and that no published map has since.',
    labelNames: ['tenant'],
    registers: [this.registry],
  });

  /** Adds the process's own metrics: memory, CPU, event loop, garbage collection. */
  observeProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Asks for a measure at each scrape, for what costs a query. A refresher that fails leaves its last value, and the scrape goes on. */
  onScrape(refresh: () => Promise<void>): void {
    this.refreshers.push(refresh);
  }

  /** All measures, in the text format of Prometheus. */
  async exposition(): Promise<string> {
    await Promise.allSettled(this.refreshers.map((refresh) => refresh()));
    return this.registry.metrics();
  }

  get contentType(): string {
    return this.registry.contentType;
  }
}
