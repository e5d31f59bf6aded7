import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Ids } from '@segur/clock';
import { DocumentStore } from '@segur/document-store';
import type { Order } from '@segur/laboratory';
import { ContextDatabase, type Tx } from '@segur/persistence';
import { IdempotencyKeyReused, OrderRefused } from './order-refusals.js';
import { ORDER_MEDIA_TYPE, OrderRows } from './order-rows.js';
import { readOrder } from './read-order.js';

/** What the caller is told of an order that is kept. */
export interface ReceivedOrder {
  readonly orderId: string;
  readonly revision: number;
  readonly status: 'RECEIVED';
}

/** One request, as it came. */
export interface OrderRequest {
  readonly tenantId: string;
  readonly body: unknown;
  readonly idempotencyKey?: string;
}

/** Keeps a prescription, and says so to the other contexts. */
@Injectable()
export class ReceiveOrderService {
  constructor(
    private readonly db: ContextDatabase,
    private readonly rows: OrderRows,
    private readonly documents: DocumentStore,
    private readonly ids: Ids,
  ) {}

  /**
   * Keeps an order, once per idempotency key: `repeated` says that this very request had been answered before.
   *
   * @throws {OrderRefused} Members are wrong.
   * @throws {IdempotencyKeyReused} The key came before with another body.
   */
  async receive(request: OrderRequest): Promise<{ readonly order: ReceivedOrder; readonly repeated: boolean }> {
    const read = readOrder(request.body);
    if ('findings' in read) throw new OrderRefused(read.findings);

    const { tenantId } = request;
    const order: Order = { orderId: this.ids.next(), revision: 1, ...read.order };
    const bytes = Buffer.from(JSON.stringify(order));
    const bodySha256 = createHash('sha256').update(JSON.stringify(request.body)).digest('hex');
    const ref = await this.documents.put(tenantId, { bytes, mediaType: ORDER_MEDIA_TYPE });

    return this.db.transaction(tenantId, async (tx) => {
      const before = await this.claim(tx, request, bodySha256, order.orderId);
      if (before !== undefined) return { order: { orderId: before, revision: 1, status: 'RECEIVED' }, repeated: true };
      await this.rows.keep(tx, { tenantId, order, ref, route: 'rest' });
      return { order: { orderId: order.orderId, revision: 1, status: 'RECEIVED' }, repeated: false };
    });
  }

  /** Takes the idempotency key for this order; answers with the order that holds it already. Waits for one that is being written. */
  private async claim(
    tx: Tx,
    { tenantId, idempotencyKey }: OrderRequest,
    bodySha256: string,
    orderId: string,
  ): Promise<string | undefined> {
    if (idempotencyKey === undefined) return undefined;
    const claimed = (await tx.query(
      `INSERT INTO order_request (tenant_id, idempotency_key, body_sha256, order_id) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING order_id`,
      [tenantId, idempotencyKey, bodySha256, orderId],
    )) as unknown[];
    if (claimed.length > 0) return undefined;

    const [before] = (await tx.query(
      'SELECT body_sha256 AS "bodySha256", order_id AS "orderId" FROM order_request WHERE tenant_id = $1 AND idempotency_key = $2',
      [tenantId, idempotencyKey],
    )) as { bodySha256: string; orderId: string }[];
    if (before?.bodySha256 !== bodySha256) throw new IdempotencyKeyReused('This Idempotency-Key came before with another order');
    return before.orderId;
  }
}
