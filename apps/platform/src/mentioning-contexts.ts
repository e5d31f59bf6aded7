import { dmpFeedingSchema } from '@segur/dmp-feeding';
import { orderIntakeSchema } from '@segur/order-intake';
import { resultStructuringSchema } from '@segur/result-structuring';

/**
 * The contexts that mention documents, all of which this process runs: so it may sweep orphans. The others keep no hash of their own;
 * secure-messaging mentions what result-structuring keeps for ever.
 */
export const MENTIONING_CONTEXTS: readonly string[] = [orderIntakeSchema, resultStructuringSchema, dmpFeedingSchema].map(
  ({ context }) => context,
);
