import type { ContextSchema } from '@segur/persistence';
import { Submissions20261123090000 } from './migrations/20261123-submissions.js';
import { Withdrawals20261124090000 } from './migrations/20261124-withdrawals.js';

/** Name of this context: its consumer group, and the source of its facts. */
export const CONTEXT = 'dmp-feeding';

/** Tables of this context. */
export const dmpFeedingSchema: ContextSchema = {
  context: CONTEXT,
  schema: 'dmp_feeding',
  migrations: [Submissions20261123090000, Withdrawals20261124090000],
};
