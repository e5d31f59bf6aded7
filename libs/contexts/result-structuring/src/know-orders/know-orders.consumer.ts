import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { Consumes } from '@segur/event-bus';
import { ORDER_RECEIVED } from '@segur/events';
import type { EventEnvelope, OrderReceived } from '@segur/events';
import { ContextDatabase } from '@segur/persistence';
import { CONTEXT } from '../context.js';

/** Remembers orders by their numbers, so that documents can be completed from them. One statement; passed revisions change nothing. */
@Controller()
export class KnowOrdersConsumer {
  constructor(private readonly db: ContextDatabase) {}

  @Consumes(ORDER_RECEIVED.name, CONTEXT)
  async onOrderReceived(@Payload() { tenantId, data }: EventEnvelope<OrderReceived>): Promise<void> {
    const { placerNumbers = stated(data.placerNumber), fillerNumbers = stated(data.fillerNumber) } = data;
    await this.db.query(
      tenantId,
      `WITH fresh AS (
         INSERT INTO known_order AS known (tenant_id, order_id, revision, placer_number, filler_number, order_sha256)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (tenant_id, order_id) DO UPDATE SET
           revision = excluded.revision, placer_number = excluded.placer_number, filler_number = excluded.filler_number,
           order_sha256 = excluded.order_sha256
         WHERE known.revision < excluded.revision
         RETURNING order_id, revision)
       INSERT INTO known_order_number (tenant_id, kind, number, order_id, revision)
       SELECT $1, numbers.kind, numbers.number, fresh.order_id, fresh.revision
       FROM fresh, unnest($7::text[], $8::text[]) AS numbers (kind, number)
       ON CONFLICT (tenant_id, kind, number, order_id) DO UPDATE SET revision = excluded.revision`,
      [
        ...[tenantId, data.orderId, data.revision, data.placerNumber ?? null, data.fillerNumber ?? null, data.order.sha256],
        [...placerNumbers.map(() => 'placer'), ...fillerNumbers.map(() => 'filler')],
        [...placerNumbers, ...fillerNumbers],
      ],
    );
  }
}

function stated(number: string | undefined): readonly string[] {
  return number === undefined ? [] : [number];
}
