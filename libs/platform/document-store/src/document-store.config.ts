import { mebibytes } from '@segur/config';
import { z } from 'zod';

/** Settings of the document store. */
export const documentStoreConfig = z
  .object({
    DOCUMENT_STORE_KEYS_FILE: z
      .string()
      .min(1)
      .optional()
      .describe(
        'Mounted file with the keys of the document store: {"current": id, "keys": {id: 32 bytes in base64}}. Absent: the embedded profile makes one beside its data.',
      ),
    DOCUMENT_STORE_MAX_MEBIBYTES: mebibytes(50).describe('The largest document that is taken, in MiB.'),
    DOCUMENT_STORE_RECENT_MEBIBYTES: mebibytes(32).describe(
      'Memory of each process for documents that were just written or read, in MiB: what is in flight is not read again by each context.',
    ),
  })
  .transform((env) => ({
    keysFile: env.DOCUMENT_STORE_KEYS_FILE,
    maxBytes: env.DOCUMENT_STORE_MAX_MEBIBYTES,
    recentBytes: env.DOCUMENT_STORE_RECENT_MEBIBYTES,
  }));

/** What {@link documentStoreConfig} reads. */
export type DocumentStoreConfig = z.output<typeof documentStoreConfig>;
