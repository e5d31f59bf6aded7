import { z } from 'zod';

/** SHA-256 of the stored bytes, 64 lower-case hexadecimal digits. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Where bytes are: the document store holds them under the tenant and this hash. */
export const documentRef = z.strictObject({
  sha256,
  sizeBytes: z.number().int().nonnegative(),
  mediaType: z.string().min(1),
});

/** Where bytes are: the document store holds them under the tenant and this hash. */
export type DocumentRef = z.infer<typeof documentRef>;

/** Rises by one per key; a consumer ignores a revision it has passed. */
export const revision = z.number().int().positive();

/** A remark, without any value of the document. */
export const findingField = z.strictObject({
  severity: z.enum(['error', 'warning', 'info']),
  code: z.string().min(1),
  location: z.string(),
  message: z.string(),
  messageFr: z.string().optional(),
});
