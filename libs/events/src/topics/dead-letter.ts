import { z } from 'zod';
import { defineTopic } from '../topic.js';

const schema = z.strictObject({
  deadLetterId: z.uuid(),
  /** The bounded context that could not handle the event. */
  context: z.string().min(1),
  errorCode: z.string().min(1),
  attempts: z.number().int().positive(),
  /** The original envelope, as it was delivered. */
  envelope: z.looseObject({ id: z.string(), topic: z.string(), key: z.string(), tenantId: z.string() }),
});

/** An event that a context set aside. */
export type DeadLettered = z.infer<typeof schema>;

/** An event was set aside after its tries; its key goes on, and a person decides. */
export const DEAD_LETTER = defineTopic<DeadLettered>({
  name: 'internal.dead-letter.v1',
  key: 'the key of the original event',
  producers: ['order-intake', 'result-structuring', 'loinc-transcoding', 'dmp-feeding', 'secure-messaging', 'operations'],
  schema,
  example: {
    deadLetterId: '019aa0c0-0000-7000-8000-00000000000e',
    context: 'dmp-feeding',
    errorCode: 'malformed-input',
    attempts: 3,
    envelope: {
      id: '019aa0c0-0000-7000-8000-00000000000f',
      topic: 'internal.document.validated.v1',
      key: 'k',
      tenantId: '1750000000',
    },
  },
});
