import { z } from 'zod';

/** How much of a list is asked for. `after` is where the page before ended. */
export interface PageRequest {
  readonly limit: number;
  readonly after?: string;
}

/** One page of a list; `next` is absent on the last one. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Opaque: handed back as `cursor` for the next page. */
  readonly next?: string;
}

/** Query parameters of every paged list. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z
    .string()
    .transform((cursor) => Buffer.from(cursor, 'base64url').toString('utf8'))
    .pipe(z.uuid('is no cursor of this list'))
    .optional(),
};

/** Cuts what was read, one row more than asked, into a page. @param keyOf - What the list is sorted by: a UUIDv7. */
export function toPage<T>(rows: readonly T[], limit: number, keyOf: (row: T) => string): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  if (rows.length <= limit || last === undefined) return { items };
  return { items, next: Buffer.from(keyOf(last)).toString('base64url') };
}
