import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { Consumes } from '@segur/event-bus';
import { REPORT_WITHDRAWN } from '@segur/events';
import type { EventEnvelope, ReportWithdrawn } from '@segur/events';
import { ContextDatabase } from '@segur/persistence';
import { CONTEXT } from '../context.js';

/** Keeps up to where reports are withdrawn. One statement an event; a withdrawal of less changes nothing. */
@Controller()
export class WithdrawalsConsumer {
  constructor(private readonly db: ContextDatabase) {}

  @Consumes(REPORT_WITHDRAWN.name, CONTEXT)
  async onReportWithdrawn(@Payload() { tenantId, occurredAt, data }: EventEnvelope<ReportWithdrawn>): Promise<void> {
    await this.db.query(
      tenantId,
      `INSERT INTO withdrawal AS known (tenant_id, report_set_id, revision, reason, reception_id, withdrawn_at)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (tenant_id, report_set_id) DO UPDATE SET
         revision = excluded.revision, reason = excluded.reason, reception_id = excluded.reception_id, withdrawn_at = excluded.withdrawn_at
       WHERE known.revision < excluded.revision`,
      [tenantId, data.reportSetId, data.revision, data.reason, data.receptionId ?? null, occurredAt],
    );
  }
}
