import type { ContextSchema } from '@segur/persistence';
import { ReadModels20261123090000 } from './migrations/20261123-read-models.js';

/** Name of this context: its consumer group. */
export const CONTEXT = 'operations';

/** Tables of this context. */
export const operationsSchema: ContextSchema = {
  context: CONTEXT,
  schema: 'operations',
  migrations: [ReadModels20261123090000],
};
