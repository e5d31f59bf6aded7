import { decodeMessage } from '@segur/hl7v2';
import { toOrder, type OrderContext } from '@segur/hl7v2-to-laboratory';
import type { Order } from '@segur/laboratory';
import { OrderMessageNotRead } from './order-message-not-read.js';

/**
 * Reads the message of a new order (OML^O21, O33, O35) into the canonical order.
 *
 * @throws {OrderMessageNotRead} The door takes in what can be read here; only another version of the rules finds it different.
 */
export function readOrderMessage(bytes: Uint8Array, context: OrderContext): Order {
  const reading = toOrder(decodeMessage(bytes, { maxBytes: bytes.length }), context);
  if (reading.status === 'refused') {
    const codes = reading.findings.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));
    throw new OrderMessageNotRead('The message of an order was taken in and cannot be read', {
      codes: [...new Set(codes)].join(' '),
    });
  }
  const { request } = reading;
  if (request.action === 'place') return request.order;
  throw new OrderMessageNotRead('The message changes or cancels an order', { action: request.action });
}
