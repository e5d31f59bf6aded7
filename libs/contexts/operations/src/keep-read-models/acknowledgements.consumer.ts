import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { Consumes } from '@segur/event-bus';
import { ACKNOWLEDGEMENT_CHANGED } from '@segur/events';
import type { AcknowledgementChanged, EventEnvelope } from '@segur/events';
import { ContextDatabase } from '@segur/persistence';
import { CONTEXT } from '../context.js';

/** Keeps what laboratories were told of their deliveries. One statement an event; a state that was passed changes nothing. */
@Controller()
export class AcknowledgementsConsumer {
  constructor(private readonly db: ContextDatabase) {}

  @Consumes(ACKNOWLEDGEMENT_CHANGED.name, CONTEXT)
  async onAcknowledgementChanged(@Payload() { tenantId, occurredAt, data }: EventEnvelope<AcknowledgementChanged>): Promise<void> {
    await this.db.query(
      tenantId,
      `INSERT INTO acknowledgement AS known (tenant_id, report_set_id, acknowledgement_id, revision, reception_id, delivery_id, kind,
                                             verdict, error_code, control_id, state, state_revision, attempts, answer_code, changed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
       ON CONFLICT (tenant_id, report_set_id, acknowledgement_id) DO UPDATE SET
         state = excluded.state, state_revision = excluded.state_revision, attempts = excluded.attempts,
         answer_code = excluded.answer_code, changed_at = excluded.changed_at
       WHERE known.state_revision < excluded.state_revision`,
      [
        tenantId,
        data.reportSetId,
        data.acknowledgementId,
        data.revision,
        data.receptionId,
        data.deliveryId,
        data.kind,
        data.verdict,
        data.errorCode ?? null,
        data.controlId,
        data.state,
        data.stateRevision,
        data.attempts,
        data.answerCode ?? null,
        occurredAt,
      ],
    );
  }
}
