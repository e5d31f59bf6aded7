import { z } from 'zod';
import { documentRef } from '../fields.js';
import { defineTopic } from '../topic.js';

const schema = z.strictObject({
  receptionId: z.uuid(),
  /** `hl7v2-oml`: OML^O21, O33 or O35. */
  kind: z.enum(['hl7v2-oml']),
  route: z.enum(['mllp', 'http']),
  /** MSH-3 and MSH-4, joined by `|`. */
  sender: z.string(),
  /** MSH-10. */
  controlId: z.string(),
  message: documentRef,
});

/** Bytes of an order that a prescriber's software was answered for. */
export type OrderMessageReceived = z.infer<typeof schema>;

/** A message of an order came in at the door of messages, could be read, and was stored and answered. */
export const ORDER_MESSAGE_RECEIVED = defineTopic<OrderMessageReceived>({
  name: 'internal.order-message.received.v1',
  // Derived from sender and number of the order: what is said of one order is read in the order it came.
  key: 'orderKey',
  producers: ['result-structuring'],
  schema,
  example: {
    receptionId: '019aa0c0-0000-7000-8000-00000000000e',
    kind: 'hl7v2-oml',
    route: 'mllp',
    sender: 'LPS|CABINET',
    controlId: 'MSG00001',
    message: { sha256: '5'.repeat(64), sizeBytes: 1024, mediaType: 'application/hl7-v2' },
  },
});
