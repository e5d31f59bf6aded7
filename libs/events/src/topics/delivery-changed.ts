import { z } from 'zod';
import { revision, sha256 } from '../fields.js';
import { defineTopic } from '../topic.js';

const schema = z.strictObject({
  deliveryId: z.uuid(),
  reportSetId: z.uuid(),
  /** Revision of the report that is being delivered. */
  revision,
  channel: z.enum(['dmp', 'mss']),
  /** Who it goes to, without naming them. */
  recipientRole: z.enum(['dmp', 'prescriber', 'correspondent', 'patient']),
  /** Who it goes to, by their place (from 0) in a stored delivery sheet. Absent: the DMP. */
  recipient: z.strictObject({ sheetSha256: sha256, number: z.number().int().nonnegative() }).optional(),
  /** `WITHDRAWING`: the report was withdrawn, and what the recipient may have is being taken back. `WITHDRAWN`: they have it no longer. */
  state: z.enum([
    'PENDING',
    'WAITING_RETRY',
    'UNCERTAIN',
    'ACCEPTED',
    'REJECTED',
    'NOT_ELIGIBLE',
    'FAILED',
    'WITHDRAWING',
    'WITHDRAWN',
  ]),
  /** Rises by one with each change of state of this delivery. */
  stateRevision: z.number().int().positive(),
  attempts: z.number().int().nonnegative(),
  /** XDS uniqueId, or the Message-ID of the mail. */
  remoteId: z.string().optional(),
  /** Public code of docs/errors.md, or the code that the remote system gave. */
  errorCode: z.string().optional(),
});

/** Where one delivery stands. */
export type DeliveryChanged = z.infer<typeof schema>;

/** A delivery to one recipient by one channel has a new state. */
export const DELIVERY_CHANGED = defineTopic<DeliveryChanged>({
  name: 'internal.delivery.changed.v1',
  key: 'reportSetId',
  producers: ['dmp-feeding', 'secure-messaging'],
  schema,
  example: {
    deliveryId: '019aa0c0-0000-7000-8000-000000000009',
    reportSetId: '019aa0c0-0000-7000-8000-0000000000aa',
    revision: 1,
    channel: 'dmp',
    recipientRole: 'dmp',
    state: 'ACCEPTED',
    stateRevision: 2,
    attempts: 1,
    remoteId: '2.25.329800735698586629295641978511506172918',
  },
});
