import type { ContextSchema } from '@segur/persistence';
import { Acknowledgements20261125090000 } from './migrations/20261125-acknowledgements.js';
import { Orders20261125110000 } from './migrations/20261125-orders.js';
import { ReadModels20261123090000 } from './migrations/20261123-read-models.js';
import { Withdrawals20261124090000 } from './migrations/20261124-withdrawals.js';

/** Name of this context: its consumer group. */
export const CONTEXT = 'operations';

/** Tables of this context. */
export const operationsSchema: ContextSchema = {
  context: CONTEXT,
  schema: 'operations',
  migrations: [ReadModels20261123090000, Withdrawals20261124090000, Acknowledgements20261125090000, Orders20261125110000],
};
