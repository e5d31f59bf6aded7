import type { z } from 'zod';
import { PlatformError } from '@segur/errors';

/** A query parameter is unknown to the list, or out of its range. */
export class InvalidQuery extends PlatformError {
  readonly code = 'invalid-query';
  readonly kind = 'invalid';
}

/** Reads the query parameters of a request. @throws {InvalidQuery} Names every bad parameter, and no value. */
export function readQuery<S extends z.ZodType>(schema: S, query: unknown): z.output<S> {
  const result = schema.safeParse(query, { reportInput: false });
  if (result.success) return result.data;
  const remarks = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new InvalidQuery(`Query parameters are wrong: ${remarks.join('; ')}`);
}
