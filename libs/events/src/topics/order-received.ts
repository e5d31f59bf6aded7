import { z } from 'zod';
import { documentRef, revision } from '../fields.js';
import { defineTopic } from '../topic.js';

const schema = z.strictObject({
  orderId: z.uuid(),
  revision,
  /** `rest`: JSON over HTTP. `hl7v2`: OML. */
  route: z.enum(['rest', 'hl7v2']),
  placerNumber: z.string().optional(),
  fillerNumber: z.string().optional(),
  /** Every number under which a result may name it: of the order, of its prescription, of its lines. Absent: `placerNumber` alone. */
  placerNumbers: z.array(z.string().min(1)).optional(),
  /** The laboratory's numbers under which a result may name it. Absent: `fillerNumber` alone. */
  fillerNumbers: z.array(z.string().min(1)).optional(),
  /** JSON of the canonical order. */
  order: documentRef,
});

/** A prescription that the platform keeps. */
export type OrderReceived = z.infer<typeof schema>;

/** A prescription was received and kept. */
export const ORDER_RECEIVED = defineTopic<OrderReceived>({
  name: 'internal.order.received.v1',
  key: 'orderId',
  producers: ['order-intake'],
  schema,
  example: {
    orderId: '019aa0c0-0000-7000-8000-00000000000d',
    revision: 1,
    route: 'rest',
    placerNumber: 'P-2026-0001',
    order: { sha256: '4'.repeat(64), sizeBytes: 1024, mediaType: 'application/vnd.segur.order+json' },
  },
});
