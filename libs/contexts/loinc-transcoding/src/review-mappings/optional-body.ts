import { z } from 'zod';

/** A body that may be left away where every field may. */
export function orNone<S extends z.ZodType>(schema: S): z.ZodPreprocess<S> {
  return z.preprocess((body) => body ?? {}, schema);
}
