import { z } from 'zod';
import { defineTopic } from '../topic.js';

const schema = z.strictObject({
  reportSetId: z.uuid(),
  mapRelease: z.number().int().nonnegative(),
  missing: z.array(
    z.strictObject({
      localCode: z.string().min(1),
      label: z.string(),
      unitRaw: z.string().optional(),
      reason: z.enum(['unmapped', 'unit-mismatch']),
    }),
  ),
});

/** Local codes met for the first time without a usable mapping. */
export type MappingMissing = z.infer<typeof schema>;

/** Local codes left without LOINC, once per code; the report is never held back for them. */
export const MAPPING_MISSING = defineTopic<MappingMissing>({
  name: 'internal.mapping.missing.v1',
  key: 'reportSetId',
  producers: ['loinc-transcoding'],
  schema,
  example: {
    reportSetId: '019aa0c0-0000-7000-8000-0000000000aa',
    mapRelease: 3,
    missing: [{ localCode: 'XYZ', label: 'Analyse locale', reason: 'unmapped' }],
  },
});
