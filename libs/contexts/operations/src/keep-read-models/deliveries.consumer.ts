import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { Consumes } from '@segur/event-bus';
import { DELIVERY_CHANGED } from '@segur/events';
import type { DeliveryChanged, EventEnvelope } from '@segur/events';
import { ContextDatabase } from '@segur/persistence';
import { Metrics } from '@segur/telemetry';
import { CONTEXT } from '../context.js';

/** Keeps where each delivery stands, and measures how long it took. One statement an event; a state that was passed changes nothing. */
@Controller()
export class DeliveriesConsumer {
  constructor(
    private readonly db: ContextDatabase,
    private readonly metrics: Metrics,
  ) {}

  @Consumes(DELIVERY_CHANGED.name, CONTEXT)
  async onDeliveryChanged(@Payload() { tenantId, occurredAt, data }: EventEnvelope<DeliveryChanged>): Promise<void> {
    const [changed] = await this.db.query<{ receivedAt: Date | null }>(
      tenantId,
      `INSERT INTO delivery AS known (tenant_id, report_set_id, delivery_id, revision, channel, recipient_role, state, state_revision,
                                      attempts, remote_id, error_code, changed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       ON CONFLICT (tenant_id, report_set_id, delivery_id) DO UPDATE SET
         revision = excluded.revision, state = excluded.state, state_revision = excluded.state_revision, attempts = excluded.attempts,
         remote_id = excluded.remote_id, error_code = excluded.error_code, changed_at = excluded.changed_at
       WHERE known.state_revision < excluded.state_revision
       RETURNING (SELECT r.received_at FROM report p JOIN reception r USING (tenant_id, reception_id)
                   WHERE p.tenant_id = $1 AND p.report_set_id = $2) AS "receivedAt"`,
      [
        tenantId,
        data.reportSetId,
        data.deliveryId,
        data.revision,
        data.channel,
        data.recipientRole,
        data.state,
        data.stateRevision,
        data.attempts,
        data.remoteId ?? null,
        data.errorCode ?? null,
        occurredAt,
      ],
    );
    if (changed?.receivedAt && data.state === 'ACCEPTED') {
      const seconds = (Date.parse(occurredAt) - changed.receivedAt.getTime()) / 1000;
      this.metrics.orderToDeliverySeconds.observe({ channel: data.channel }, seconds);
    }
  }
}
