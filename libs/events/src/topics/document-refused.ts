import { z } from 'zod';
import { findingField, revision } from '../fields.js';
import { defineTopic } from '../topic.js';

const schema = z.strictObject({
  reportSetId: z.uuid(),
  receptionId: z.uuid(),
  /** Absent when the message could not even be read into a report. */
  revision: revision.optional(),
  /** `read`: the message was not understood. `assemble`: no conformant document could be made from it. */
  stage: z.enum(['read', 'assemble']),
  findings: z.array(findingField).min(1),
});

/** Why nothing was made of a message. */
export type DocumentRefused = z.infer<typeof schema>;

/** A message or a document was refused; it waits for a person, and nothing of it was sent. */
export const DOCUMENT_REFUSED = defineTopic<DocumentRefused>({
  name: 'internal.document.refused.v1',
  key: 'reportSetId',
  producers: ['result-structuring'],
  schema,
  example: {
    reportSetId: '019aa0c0-0000-7000-8000-0000000000aa',
    receptionId: '019aa0c0-0000-7000-8000-000000000001',
    stage: 'read',
    findings: [{ severity: 'error', code: 'hl7-value-type', location: 'OBX[2]-2', message: 'Value type ED is not read yet' }],
  },
});
