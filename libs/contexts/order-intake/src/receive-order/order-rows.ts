import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@segur/clock';
import { ORDER_RECEIVED, type DocumentRef, type EventEnvelope, type OrderReceived } from '@segur/events';
import { contentOfOrder, numbersOfOrder, type Order } from '@segur/laboratory';
import { Facts, Outbox, type Tx } from '@segur/persistence';

/** Media type of the canonical order in the document store. */
export const ORDER_MEDIA_TYPE = 'application/vnd.segur.order+json';

/** An order whose bytes rest in the document store already. */
export interface NewOrder {
  readonly tenantId: string;
  readonly order: Order;
  readonly ref: DocumentRef;
  readonly route: OrderReceived['route'];
  /** The message that brought it. Absent: it came by HTTP. */
  readonly cause?: EventEnvelope;
}

/** The tables of orders: what came by whatever route is kept, and stated, in one way. */
@Injectable()
export class OrderRows {
  constructor(
    private readonly outbox: Outbox,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  /** Keeps an order with its numbers, and states `order.received`. */
  async keep(tx: Tx, { tenantId, order, ref, route, cause }: NewOrder): Promise<void> {
    const { orderId, revision, placerNumber, fillerNumber } = order;
    const { placer, filler } = numbersOfOrder(order);
    await tx.query(
      `WITH kept AS (
         INSERT INTO received_order (tenant_id, order_id, revision, route, placer_number, filler_number, order_sha256, received_at,
                                     content_hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING order_id)
       INSERT INTO order_number (tenant_id, kind, number, order_id)
       SELECT $1, numbers.kind, numbers.number, kept.order_id FROM kept, unnest($10::text[], $11::text[]) AS numbers (kind, number)`,
      [
        ...[tenantId, orderId, revision, route, placerNumber ?? null, fillerNumber ?? null, ref.sha256, this.clock.now()],
        contentHash(order),
        [...placer.map(() => 'placer'), ...filler.map(() => 'filler')],
        [...placer, ...filler],
      ],
    );
    const data: OrderReceived = {
      orderId,
      revision,
      route,
      ...(placerNumber !== undefined && { placerNumber }),
      ...(fillerNumber !== undefined && { fillerNumber }),
      placerNumbers: [...placer],
      fillerNumbers: [...filler],
      order: ref,
    };
    await this.outbox.add(tx, this.facts.state(ORDER_RECEIVED, { key: orderId, tenantId, data, ...(cause && { cause }) }));
  }

  /** The order that says the very same, whichever way it came. Absent: there is none. */
  async sameAs(tx: Tx, tenantId: string, order: Order): Promise<string | undefined> {
    const [same] = (await tx.query(
      'SELECT order_id AS "orderId" FROM received_order WHERE tenant_id = $1 AND content_hash = $2 ORDER BY order_id LIMIT 1',
      [tenantId, contentHash(order)],
    )) as { orderId: string }[];
    return same?.orderId;
  }
}

function contentHash(order: Order): string {
  return createHash('sha256').update(contentOfOrder(order)).digest('hex');
}
