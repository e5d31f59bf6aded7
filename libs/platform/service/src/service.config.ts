import { z } from 'zod';
import { flag, list, mebibytes, port, seconds } from '@segur/config';

/** Settings that every application has, whatever contexts it runs. */
export const serviceConfig = z
  .object({
    HTTP_HOST: z.string().min(1).default('127.0.0.1').describe('Address that HTTP listens on. A container sets 0.0.0.0.'),
    HTTP_PORT: port(3000).describe('Port of HTTP. 0 lets the system choose one.'),
    HTTP_BODY_LIMIT_MIB: mebibytes(50).describe('Largest body of a request, in MiB.'),
    KAFKA_BROKERS: list().describe(
      'Brokers of the event log, `host:port`, separated by commas. Absent: the event log in PostgreSQL.',
    ),
    KAFKA_SESSION_TIMEOUT_SECONDS: seconds(30).describe(
      'On Kafka, a consumer that died is replaced after this time. Brokers accept no less than 6 unless told.',
    ),
    CONSUME_EVENTS: flag(true).describe(
      'Work on events. False: this process only opens its doors, and others of its kind do the work.',
    ),
    RELAY_EVENTS: flag(true).describe(
      'Announce what waits in the outboxes. False: others of its kind do; without any, nothing moves.',
    ),
    SHUTDOWN_SECONDS: seconds(25).describe('How long work in flight may take to end after SIGTERM.'),
  })
  .transform((env) => ({
    host: env.HTTP_HOST,
    port: env.HTTP_PORT,
    bodyLimitBytes: env.HTTP_BODY_LIMIT_MIB,
    brokers: env.KAFKA_BROKERS,
    sessionTimeoutMs: env.KAFKA_SESSION_TIMEOUT_SECONDS,
    consume: env.CONSUME_EVENTS,
    relay: env.RELAY_EVENTS,
    shutdownMs: env.SHUTDOWN_SECONDS,
  }));

export type ServiceConfig = z.output<typeof serviceConfig>;
