import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { Consumes } from '@segur/event-bus';
import { RESULTS_RECEIVED } from '@segur/events';
import type { EventEnvelope, ResultsReceived } from '@segur/events';
import { ContextDatabase } from '@segur/persistence';
import { CONTEXT } from '../context.js';
import { reportMove } from './report-state.js';

/** Keeps the list of what was received. One statement an event; a second delivery changes nothing. */
@Controller()
export class ReceptionsConsumer {
  constructor(private readonly db: ContextDatabase) {}

  @Consumes(RESULTS_RECEIVED.name, CONTEXT)
  async onResultsReceived(@Payload() event: EventEnvelope<ResultsReceived>): Promise<void> {
    const { tenantId, occurredAt, data } = event;
    const { reportSetId, receptionId } = data;
    const move = reportMove({ tenantId, reportSetId, receptionId, revision: 0, status: 'RECEIVED', at: occurredAt }, 8);
    await this.db.query(
      tenantId,
      `WITH moved AS (${move.sql})
       INSERT INTO reception (tenant_id, reception_id, received_at, sender, control_id, kind, report_set_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [tenantId, receptionId, occurredAt, data.sender, data.controlId, data.kind, reportSetId, ...move.parameters],
    );
  }
}
