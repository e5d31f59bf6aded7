import type { ContextSchema } from '@segur/persistence';
import { Acknowledgements20261125100000 } from './migrations/20261125-acknowledgements.js';
import { ReceptionsAndReports20261123090000 } from './migrations/20261123-receptions-and-reports.js';
import { Orders20261125090000 } from './migrations/20261125-orders.js';
import { Revisions20261124090000 } from './migrations/20261124-revisions.js';
import { WithdrawnBefore20261125110000 } from './migrations/20261125-withdrawn-before.js';

/** Name of this context: its consumer group, and the source of its facts. */
export const CONTEXT = 'result-structuring';

/** Tables of this context. */
export const resultStructuringSchema: ContextSchema = {
  context: CONTEXT,
  schema: 'result_structuring',
  migrations: [
    ReceptionsAndReports20261123090000,
    Revisions20261124090000,
    Orders20261125090000,
    Acknowledgements20261125100000,
    WithdrawnBefore20261125110000,
  ],
};
