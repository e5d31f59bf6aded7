import { Injectable } from '@nestjs/common';
import { LaboratoryRegistry } from '@segur/config';
import { DocumentStore } from '@segur/document-store';
import { InvalidConfiguration } from '@segur/errors';
import type { EventEnvelope, OrderMessageReceived } from '@segur/events';
import { laboratorySchema, type Laboratory } from '@segur/laboratory';
import { Inbox } from '@segur/persistence';
import { Log } from '@segur/telemetry';
import { ORDER_MEDIA_TYPE, OrderRows } from '../receive-order/order-rows.js';
import { readOrderMessage } from './read-order-message.js';

/** Keeps the prescription that a message brought, as if it had come as JSON. */
@Injectable()
export class ReceiveOrderMessageService {
  constructor(
    private readonly inbox: Inbox,
    private readonly rows: OrderRows,
    private readonly documents: DocumentStore,
    private readonly laboratories: LaboratoryRegistry,
    private readonly log: Log,
  ) {}

  /**
   * States `order.received`. The order has the identifier of its reception. One that is known word for word, by this route or another,
   * states nothing: it was sent again under another control id.
   *
   * @throws {OrderMessageNotRead}
   * @throws {InvalidConfiguration} The laboratories file says nothing of this laboratory. Once it does, the message is replayed.
   */
  async receive(event: EventEnvelope<OrderMessageReceived>): Promise<void> {
    const { tenantId, data } = event;
    const { receptionId, message } = data;
    const bytes = await this.documents.get(tenantId, message.sha256);
    const order = readOrderMessage(bytes, { laboratory: this.laboratoryOf(tenantId), orderId: receptionId, revision: 1 });
    const ref = await this.documents.put(tenantId, { bytes: Buffer.from(JSON.stringify(order)), mediaType: ORDER_MEDIA_TYPE });
    await this.inbox.once(event, async (tx) => {
      const same = await this.rows.sameAs(tx, tenantId, order);
      if (same !== undefined) return this.log.info('order-repeated', { tenantId, receptionId });
      await this.rows.keep(tx, { tenantId, order, ref, route: 'hl7v2', cause: event });
      this.log.info('order-received', { tenantId, receptionId });
    });
  }

  private laboratoryOf(tenantId: string): Laboratory {
    const laboratory = this.laboratories.section(tenantId, 'laboratory', laboratorySchema);
    if (!laboratory) throw new InvalidConfiguration('laboratories file: section "laboratory" is missing', { tenantId });
    return laboratory;
  }
}
