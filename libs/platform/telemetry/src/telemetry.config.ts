import { z } from 'zod';

/** How talkative this process is. */
export const telemetryConfig = z
  .object({
    LOG_LEVEL: z
      .enum(['debug', 'info', 'warn', 'error', 'silent'])
      .default('info')
      .describe('Least weight of the log lines that are written.'),
  })
  .transform((env) => ({ logLevel: env.LOG_LEVEL }));

/** Settings of the telemetry. */
export type TelemetryConfig = z.output<typeof telemetryConfig>;
