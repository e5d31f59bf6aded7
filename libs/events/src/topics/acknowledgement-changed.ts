import { z } from 'zod';
import { revision } from '../fields.js';
import { defineTopic } from '../topic.js';

const schema = z.strictObject({
  acknowledgementId: z.uuid(),
  reportSetId: z.uuid(),
  /** Revision of the report whose delivery it tells of. */
  revision,
  /** The message that is answered: the one that brought the document, or the one that took it back. */
  receptionId: z.uuid(),
  /** The delivery that it tells of. */
  deliveryId: z.uuid(),
  /** `dmp-reception` (ZAM^Z01), `mss-reception` (Z02), `mss-reading` (Z03). */
  kind: z.enum(['dmp-reception', 'mss-reception', 'mss-reading']),
  /** What its sender is told: it arrived, or it did not. */
  verdict: z.enum(['positive', 'negative']),
  /** Of a negative one: the code of the delivery. */
  errorCode: z.string().optional(),
  /** MSH-10 of the message; the same each time it is sent. */
  controlId: z.string().min(1),
  /**
   * `KEPT`: the laboratory has no place to send it to; it is read by REST. `WAITING`: to be sent, or sent again. `ACKNOWLEDGED`: its software
   * took it. `REFUSED`: its software refused it, and it is not sent again. `FAILED`: nobody took it for as long as it is tried.
   */
  state: z.enum(['KEPT', 'WAITING', 'ACKNOWLEDGED', 'REFUSED', 'FAILED']),
  stateRevision: z.number().int().positive(),
  /** Times that it was sent. */
  attempts: z.number().int().nonnegative(),
  /** Why it is not taken yet, or was not: public code of docs/errors.md. */
  answerCode: z.string().optional(),
});

/** Where one business acknowledgement stands. */
export type AcknowledgementChanged = z.infer<typeof schema>;

/** The sender of a message is to be told, or was told, what became of its document at one destination. */
export const ACKNOWLEDGEMENT_CHANGED = defineTopic<AcknowledgementChanged>({
  name: 'internal.acknowledgement.changed.v1',
  key: 'reportSetId',
  producers: ['result-structuring'],
  schema,
  example: {
    acknowledgementId: '019aa0c0-0000-7000-8000-000000000010',
    reportSetId: '019aa0c0-0000-7000-8000-0000000000aa',
    revision: 1,
    receptionId: '019aa0c0-0000-7000-8000-000000000001',
    deliveryId: '019aa0c0-0000-7000-8000-000000000009',
    kind: 'dmp-reception',
    verdict: 'positive',
    controlId: '019AA0C0000070008000',
    state: 'ACKNOWLEDGED',
    stateRevision: 2,
    attempts: 1,
  },
});
