import { z } from 'zod';
import { mebibytes } from '@segur/config';

/** Settings of the loinc-transcoding context. */
export const loincTranscodingConfig = z
  .object({
    MAPPINGS_FILE_MIB: mebibytes(10).describe('Largest file of mappings that `POST /api/v1/mappings` takes, in mebibytes.'),
  })
  .transform((env) => ({ maxFileBytes: env.MAPPINGS_FILE_MIB }));

/** Settings, as the code uses them. */
export type LoincTranscodingConfig = z.output<typeof loincTranscodingConfig>;

/** The settings of this process, for injection. */
export abstract class LoincTranscodingSettings implements LoincTranscodingConfig {
  abstract readonly maxFileBytes: number;
}
