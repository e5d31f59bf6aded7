import { z } from 'zod';

/** Settings of the operations context where it runs apart. */
export const operationsConfig = z
  .object({
    SANDBOX_URL: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe('Address of the sandbox: the page at `/` says what it holds. Absent: the page says nothing of it.'),
  })
  .transform((env) => ({ ...(env.SANDBOX_URL !== undefined && { sandboxUrl: env.SANDBOX_URL.replace(/\/$/, '') }) }));

export type OperationsConfig = z.output<typeof operationsConfig>;
