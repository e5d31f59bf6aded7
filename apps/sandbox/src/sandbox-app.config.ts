import { z } from 'zod';

/** Settings of the sandbox as an application of its own, beside those of the sandbox itself. */
export const sandboxAppConfig = z
  .object({
    SANDBOX_HTTP_PORT: z.coerce
      .number()
      .int()
      .min(0)
      .max(65535)
      .default(3001)
      .describe('HTTP port of /sandbox when the sandbox runs alone; 0 lets the system choose'),
    SANDBOX_DATA_DIRECTORY: z
      .string()
      .min(1)
      .default('.data')
      .describe('Where the sample laboratory and the development certificates are kept, and made when there are none'),
  })
  .transform((env) => ({ httpPort: env.SANDBOX_HTTP_PORT, dataDirectory: env.SANDBOX_DATA_DIRECTORY }));
