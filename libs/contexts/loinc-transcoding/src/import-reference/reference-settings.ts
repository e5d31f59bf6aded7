import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { list, mebibytes, type Profile } from '@segur/config';

/** Variables about reference data, part of `loincTranscodingConfig`. */
export const REFERENCE_VARIABLES = {
  LOINC_ARCHIVE_MIB: mebibytes(1024).describe('Largest archive that `POST /api/v1/loinc/releases` takes, in mebibytes.'),
  LOINC_UNPACKED_MIB: mebibytes(4096).describe('Largest text that is read from a LOINC archive, unpacked, in mebibytes.'),
  LOINC_VALUE_SET_MIB: mebibytes(50).describe(
    'Largest value set in FHIR that `POST /api/v1/loinc/value-sets` takes, in mebibytes.',
  ),
  LOINC_UPLOAD_DIR: z
    .string()
    .optional()
    .describe(
      'Folder where uploaded archives wait for their import; on a disk that survives a restart, so that an import may go on. Absent: `segur-loinc` in the temporary folder of the system.',
    ),
  LOINC_RELEASE_PATH: z
    .string()
    .optional()
    .describe(
      'Official LOINC archive, or the folder into which it was unpacked, that is imported at start unless it has been already.',
    ),
  LOINC_REFERENCE_EDITORS: list().describe(
    'Legal FINESS of the laboratories whose callers may load LOINC releases and value sets, for all. Empty: every laboratory, but in production none.',
  ),
};

/** Settings about reference data, as the code uses them. */
export interface ReferenceOptions {
  readonly maxArchiveBytes: number;
  readonly maxUnpackedBytes: number;
  readonly maxValueSetBytes: number;
  readonly uploadFolder: string;
  readonly releasePath?: string | undefined;
  /** Tenants. `all`: every one. */
  readonly editors: readonly string[] | 'all';
}

/** @param env - {@link REFERENCE_VARIABLES}, checked. */
export function toReferenceOptions(
  env: z.output<z.ZodObject<typeof REFERENCE_VARIABLES>> & { readonly profile: Profile },
): ReferenceOptions {
  const editors = env.LOINC_REFERENCE_EDITORS;
  return {
    maxArchiveBytes: env.LOINC_ARCHIVE_MIB,
    maxUnpackedBytes: env.LOINC_UNPACKED_MIB,
    maxValueSetBytes: env.LOINC_VALUE_SET_MIB,
    uploadFolder: env.LOINC_UPLOAD_DIR ?? join(tmpdir(), 'segur-loinc'),
    releasePath: env.LOINC_RELEASE_PATH,
    editors: editors.length === 0 && env.profile !== 'production' ? 'all' : editors,
  };
}

/** The settings of this process, for injection. */
export abstract class ReferenceSettings implements ReferenceOptions {
  abstract readonly maxArchiveBytes: number;
  abstract readonly maxUnpackedBytes: number;
  abstract readonly maxValueSetBytes: number;
  abstract readonly uploadFolder: string;
  abstract readonly releasePath?: string | undefined;
  abstract readonly editors: readonly string[] | 'all';
}
