import { Injectable } from '@nestjs/common';
import { ContextDatabase } from '@segur/persistence';
import { Metrics } from '@segur/telemetry';

/** Shows how far each laboratory's review is, at each scrape. */
@Injectable()
export class MappingMetrics {
  constructor(
    private readonly db: ContextDatabase,
    private readonly metrics: Metrics,
  ) {
    metrics.onScrape(() => this.refresh());
  }

  private async refresh(): Promise<void> {
    const rows = await this.db.queryWithoutTenant<{ tenant: string; active: string; decided: string; missing: string }>(
      'SELECT tenant_id AS tenant, active, decided, missing FROM review_progress()',
    );
    for (const { tenant, active, decided, missing } of rows) {
      this.metrics.mappingCoverageRatio.set({ tenant }, Number(decided) / Number(active));
      this.metrics.mappingCodesMissing.set({ tenant }, Number(missing));
    }
  }
}
