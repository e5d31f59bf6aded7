import { z } from 'zod';
import { documentRef, findingField, revision } from '../fields.js';
import { defineTopic } from '../topic.js';

const schema = z.strictObject({
  reportSetId: z.uuid(),
  revision,
  receptionId: z.uuid(),
  /** OID of this version of the document: `ClinicalDocument/id/@root`, the XDS uniqueId. */
  documentId: z.string().regex(/^[0-2](\.(0|[1-9]\d*))+$/),
  cda: documentRef,
  /** The same report on paper, PDF. Absent until a PDF is made. */
  pdf: documentRef.optional(),
  /** JSON of the `DeliverySheet`: identity, recipients, visibility, header facts. */
  deliverySheet: documentRef,
  /** What this version replaces, when it is not the first. */
  replaces: z.strictObject({ revision, documentId: z.string() }).optional(),
  /** The order that it was completed from. Absent: none was known, or none with certainty. */
  orderId: z.uuid().optional(),
  findings: z.array(findingField),
});

/** A document ready for the channels. */
export type DocumentValidated = z.infer<typeof schema>;

/** A checked document is stored, and may be delivered. */
export const DOCUMENT_VALIDATED = defineTopic<DocumentValidated>({
  name: 'internal.document.validated.v1',
  key: 'reportSetId',
  producers: ['result-structuring'],
  schema,
  example: {
    reportSetId: '019aa0c0-0000-7000-8000-0000000000aa',
    revision: 1,
    receptionId: '019aa0c0-0000-7000-8000-000000000001',
    documentId: '2.25.329800735698586629295641978511506172918',
    cda: { sha256: '2'.repeat(64), sizeBytes: 51200, mediaType: 'text/xml' },
    deliverySheet: { sha256: '3'.repeat(64), sizeBytes: 2048, mediaType: 'application/vnd.segur.delivery-sheet+json' },
    findings: [],
  },
});
