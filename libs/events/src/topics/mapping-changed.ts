import { z } from 'zod';
import { defineTopic } from '../topic.js';

const schema = z.strictObject({
  /** The release in force from now on. */
  release: z.number().int().positive(),
  /** What was in force before; 0: nothing. */
  previous: z.number().int().nonnegative(),
  /** A file that the laboratory reviewed elsewhere, the review here, or an earlier release again. */
  origin: z.enum(['file', 'review', 'rollback']),
  author: z.string().min(1),
  counts: z.strictObject({
    lines: z.number().int().nonnegative(),
    added: z.number().int().nonnegative(),
    changed: z.number().int().nonnegative(),
    removed: z.number().int().nonnegative(),
  }),
});

/** A laboratory published a release of its map. */
export type MappingChanged = z.infer<typeof schema>;

/** A release of a laboratory's LOINC map is in force; reports received from now on are coded with it. */
export const MAPPING_CHANGED = defineTopic<MappingChanged>({
  name: 'internal.mapping.changed.v1',
  key: 'tenantId',
  producers: ['loinc-transcoding'],
  schema,
  example: {
    release: 4,
    previous: 3,
    origin: 'review',
    author: 'Dr Exemple',
    counts: { lines: 812, added: 12, changed: 3, removed: 1 },
  },
});
