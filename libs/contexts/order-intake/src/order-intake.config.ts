import { z } from 'zod';

/** Settings of the order-intake context: it needs none. */
export const orderIntakeConfig = z.object({});
