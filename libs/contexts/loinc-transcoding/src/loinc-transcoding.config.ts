import { z } from 'zod';
import { mebibytes, profileConfig } from '@segur/config';
import { REFERENCE_VARIABLES, toReferenceOptions, type ReferenceOptions } from './import-reference/reference-settings.js';

/** Settings of the loinc-transcoding context. */
export const loincTranscodingConfig = z
  .object({
    MAPPINGS_FILE_MIB: mebibytes(10).describe('Largest file of mappings that `POST /api/v1/mappings` takes, in mebibytes.'),
    ...REFERENCE_VARIABLES,
  })
  .and(profileConfig)
  .transform((env) => ({ maxFileBytes: env.MAPPINGS_FILE_MIB, reference: toReferenceOptions(env) }));

/** Settings, as the code uses them. */
export type LoincTranscodingConfig = z.output<typeof loincTranscodingConfig>;

/** The settings of this process, for injection. */
export abstract class LoincTranscodingSettings implements LoincTranscodingConfig {
  abstract readonly maxFileBytes: number;
  abstract readonly reference: ReferenceOptions;
}
