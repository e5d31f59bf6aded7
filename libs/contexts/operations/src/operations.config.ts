import { z } from 'zod';

/** Settings of the operations context: it needs none. */
export const operationsConfig = z.object({});
