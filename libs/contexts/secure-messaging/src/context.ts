import type { ContextSchema } from '@segur/persistence';
import { Dispatches20261123090000 } from './migrations/20261123-dispatches.js';
import { Withdrawals20261124090000 } from './migrations/20261124-withdrawals.js';

/** Name of this context: its consumer group, and the source of its facts. */
export const CONTEXT = 'secure-messaging';

/** Tables of this context. */
export const secureMessagingSchema: ContextSchema = {
  context: CONTEXT,
  schema: 'secure_messaging',
  migrations: [Dispatches20261123090000, Withdrawals20261124090000],
};
