import { Injectable, Optional, type OnModuleInit } from '@nestjs/common';
import { Clock } from '@segur/clock';
import { sectionOf, watchCertificate } from '@segur/crypto';
import { HealthRegistry } from '@segur/health';
import { Log, Metrics } from '@segur/telemetry';
import { CONTEXT } from '../context.js';
import { AcknowledgementLedger } from './acknowledgement-ledger.js';
import { SglEndpoints } from './sgl-endpoints.js';

/** Looks at every endpoint at start, and measures how long each laboratory has not been told what it should. */
@Injectable()
export class SglWatch implements OnModuleInit {
  constructor(
    private readonly sgls: SglEndpoints,
    private readonly ledger: AcknowledgementLedger,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly metrics: Metrics,
    @Optional() private readonly health?: HealthRegistry,
  ) {}

  /** @throws {InvalidConfiguration} An endpoint is wrong: a file is missing, a passphrase does not fit, TLS is missing in production. */
  onModuleInit(): void {
    const { clock, log, metrics, health } = this;
    for (const tenantId of this.sgls.tenants()) {
      this.sgls.access(tenantId);
      const certificate = this.sgls.certificate(tenantId);
      const configuredIn = sectionOf(tenantId, 'acknowledgements');
      if (certificate) {
        watchCertificate(
          { certificate, use: 'client-authentication', usage: 'acknowledgements', configuredIn, tenantId },
          { context: CONTEXT, clock, log, metrics, health },
        );
      }
      metrics.onScrape(async () => {
        const since = await this.ledger.oldest(tenantId);
        const seconds = since ? (clock.now().getTime() - since.getTime()) / 1000 : 0;
        metrics.acknowledgementOldestSeconds.set({ tenant: tenantId }, seconds);
      });
    }
  }
}
