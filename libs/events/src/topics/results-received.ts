import { z } from 'zod';
import { documentRef, sha256 } from '../fields.js';
import { defineTopic } from '../topic.js';

const schema = z.strictObject({
  receptionId: z.uuid(),
  reportSetId: z.uuid(),
  /**
   * Discrete results: `hl7v2-oru`, `hprim-sante`, `report-json`. A finished document: `hl7v2-cda` with routing flags (MSH-21
   * CISIS_CDA_HL7_V2), `cda` alone.
   */
  kind: z.enum(['hl7v2-oru', 'hl7v2-cda', 'hprim-sante', 'report-json', 'cda']),
  /** `mllp` or `http`. */
  route: z.enum(['mllp', 'http']),
  /** MSH-3 and MSH-4, joined by `|`; who sent the file (H.5); empty where the caller alone says it. */
  sender: z.string(),
  /** MSH-10; name of the file (H.3); the caller's `Idempotency-Key`; OID of the document. */
  controlId: z.string(),
  message: documentRef,
  /** Which of the patients or requests of the message this is about, from 1. Absent: it holds one. */
  part: z.number().int().positive().optional(),
});

/** Bytes that a laboratory was acknowledged for. */
export type ResultsReceived = z.infer<typeof schema>;

/** A message was stored and acknowledged; nothing in it has been read further than its header and order number. */
export const RESULTS_RECEIVED = defineTopic<ResultsReceived>({
  name: 'internal.results.received.v1',
  key: 'reportSetId',
  producers: ['result-structuring'],
  schema,
  example: {
    receptionId: '019aa0c0-0000-7000-8000-000000000001',
    reportSetId: '019aa0c0-0000-7000-8000-0000000000aa',
    kind: 'hl7v2-oru',
    route: 'mllp',
    sender: 'SGL|LABO',
    controlId: 'MSG00001',
    message: { sha256: sha256.parse('0'.repeat(64)), sizeBytes: 2048, mediaType: 'application/hl7-v2' },
  },
});
