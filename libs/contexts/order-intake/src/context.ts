import type { ContextSchema } from '@segur/persistence';
import { Orders20261123090000 } from './migrations/20261123-orders.js';
import { OrdersByMessage20261125090000 } from './migrations/20261125-orders-by-message.js';

/** Name of this context: its consumer group, and the source of its facts. */
export const CONTEXT = 'order-intake';

/** Tables of this context. */
export const orderIntakeSchema: ContextSchema = {
  context: CONTEXT,
  schema: 'order_intake',
  migrations: [Orders20261123090000, OrdersByMessage20261125090000],
};
