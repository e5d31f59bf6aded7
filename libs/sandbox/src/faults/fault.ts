import { z } from 'zod';

const modes = {
  dmp: ['off', 'down', 'slow', 'reject', 'timeout-after-accept', 'drop-before-commit', 'busy', 'http-500'],
  mail: ['off', 'down', 'slow', 'reject', 'timeout-after-accept', 'drop-before-commit', 'busy'],
} as const;

/** A service that the sandbox plays, as the admin API names it. */
export type Service = keyof typeof modes;

/**
 * How a service misbehaves.
 *
 * - `down`: the port refuses connections. With a `count`, that many connections are accepted and closed at once.
 * - `slow`: answers `ms` later.
 * - `reject`: refuses, with `code`. On the DMP a code that begins with `DMP` comes as a SOAP fault, any other in a RegistryResponse.
 *   On mail it is the SMTP reply to the recipient, such as `550`.
 * - `timeout-after-accept`: keeps what it got, never says so, and closes after `ms` (absent: when the client gives up).
 * - `drop-before-commit`: closes the connection once it has read everything, and keeps nothing.
 * - `busy`: asks to come back later. `http-500`: an HTML page, from no SOAP server.
 * - `off`: behaves.
 */
export type FaultMode = (typeof modes)['dmp'][number];

export interface Fault {
  readonly mode: FaultMode;
  readonly code?: string | undefined;
  /** How many calls it still applies to; absent: until changed. */
  readonly count?: number | undefined;
  readonly ms?: number | undefined;
}

const details = {
  count: z.number().int().min(1).max(1_000_000).optional(),
  ms: z.number().int().min(0).max(600_000).optional(),
};

/** The body of `PUT /sandbox/{service}/faults`, by service. */
export const faultSchemas: Readonly<Record<Service, z.ZodType<Fault>>> = {
  dmp: z.strictObject({
    mode: z.enum(modes.dmp),
    code: z
      .string()
      .regex(/^\w{1,64}$/)
      .optional(),
    ...details,
  }),
  mail: z.strictObject({
    mode: z.enum(modes.mail),
    code: z
      .string()
      .regex(/^[45]\d\d$/, 'an SMTP reply code, 4xx or 5xx')
      .optional(),
    ...details,
  }),
};

/** The fault of one service, used up call by call. */
export class FaultSwitch {
  private fault: Fault = { mode: 'off' };

  get current(): Fault {
    return this.fault;
  }

  set(fault: Fault): void {
    this.fault = fault;
  }

  /** True when this connection is to be closed at once. Counts it. */
  refusesConnection(): boolean {
    return this.fault.mode === 'down' && this.use() !== undefined;
  }

  /** The fault that befalls this call, and counts it. */
  takeCall(): Fault | undefined {
    return this.fault.mode === 'off' || this.fault.mode === 'down' ? undefined : this.use();
  }

  private use(): Fault {
    const used = this.fault;
    if (used.count !== undefined) this.fault = used.count > 1 ? { ...used, count: used.count - 1 } : { mode: 'off' };
    return used;
  }
}
