import { z } from 'zod';

const common = ['off', 'down', 'slow', 'hang', 'reject', 'timeout-after-accept', 'drop-before-commit', 'busy'] as const;
const answers = ['out-of-resources', 'unknown-code', 'partial-success', 'success-with-warning'] as const;
const transport = ['http-500', 'http-503', 'truncated-multipart', 'fault-as-multipart'] as const;
const modes = {
  dmp: [...common, ...answers, ...transport, 'dmp-closed', 'clock-skew'],
  mail: [...common, 'greylist'],
} as const;

/** A service that the sandbox plays, as the admin API names it. */
export type Service = keyof typeof modes;

/**
 * How a service misbehaves.
 *
 * - `down`: the port refuses connections. With a `count`, that many connections are accepted and closed at once.
 * - `slow`: answers `ms` later.
 * - `hang`: takes the call, and says nothing until the fault is changed; then goes on as if nothing had been. On the DMP it befalls lots
 *   only, on mail the recipient.
 * - `reject`: refuses, with `code`. On the DMP a code that begins with `DMP` comes as a SOAP fault, any other in a RegistryResponse.
 *   On mail it is the SMTP reply to the recipient, such as `550`.
 * - `timeout-after-accept`: keeps what it got, never says so, and closes after `ms` (absent: when the client gives up).
 * - `drop-before-commit`: closes the connection once it has read everything, and keeps nothing.
 * - `busy`: asks to come back later.
 * - `off`: behaves.
 *
 * The DMP alone:
 * - `out-of-resources`, `unknown-code`: refuse under a code, the second one under a code of no table.
 * - `partial-success`, `success-with-warning`: keep what they got and say so, with a remark (`code`).
 * - `http-500`, `http-503`: an HTML page, from no SOAP server.
 * - `truncated-multipart`: keeps what it got, and ends in the middle of its answer.
 * - `fault-as-multipart`: a SOAP fault of the receiver's, packaged as MTOM.
 * - `dmp-closed`: TD0.2 says open, and the lot that follows finds the DMP closed. Befalls lots only.
 * - `clock-skew`: its clock is `ms` ahead (absent: ten minutes).
 *
 * The operator alone:
 * - `greylist`: the first mail of a sender to a recipient is put off (450), the next one passes.
 */
export type FaultMode = (typeof modes)[Service][number];

export interface Fault {
  readonly mode: FaultMode;
  readonly code?: string | undefined;
  /** How many calls it still applies to; absent: until changed. */
  readonly count?: number | undefined;
  readonly ms?: number | undefined;
  /** On mail: an address, or a domain, to whose mails alone it applies. Modes that befall a connection know no recipient. */
  readonly recipient?: string | undefined;
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
    recipient: z
      .string()
      .regex(/^[^\s<>]{3,254}$/, 'an address or a domain')
      .toLowerCase()
      .optional(),
  }),
};

const SUBMISSIONS_ONLY: readonly FaultMode[] = ['dmp-closed', 'partial-success', 'success-with-warning', 'hang'];

/** The fault of one service, used up call by call. */
export class FaultSwitch {
  private fault: Fault = { mode: 'off' };
  private changed = Promise.withResolvers<void>();
  private waiting = 0;

  get current(): Fault {
    return this.fault;
  }

  /** How many calls hang. */
  get hanging(): number {
    return this.waiting;
  }

  set(fault: Fault): void {
    this.fault = fault;
    this.changed.resolve();
    this.changed = Promise.withResolvers();
  }

  /** Resolves when the fault is changed, or when the client has `gone`: to whether it is still there. */
  async hang(gone: Promise<unknown>): Promise<boolean> {
    this.waiting += 1;
    const stays = await Promise.race([this.changed.promise.then(() => true), gone.then(() => false)]);
    this.waiting -= 1;
    return stays;
  }

  /** Whether the fault is about the mails to some recipient only, and this is one. */
  befalls(address: string): boolean {
    const { recipient } = this.fault;
    const given = address.toLowerCase();
    return recipient !== undefined && (given === recipient || given.endsWith(`@${recipient}`));
  }

  /** True when this connection is to be closed at once. Counts it. */
  refusesConnection(): boolean {
    return this.fault.mode === 'down' && this.use() !== undefined;
  }

  /**
   * The fault that befalls this call, and counts it.
   *
   * @param isSubmission - Whether the call is one that keeps something: some faults befall no other.
   */
  takeCall(isSubmission = true): Fault | undefined {
    const { mode } = this.fault;
    const spared = mode === 'off' || mode === 'down' || (!isSubmission && SUBMISSIONS_ONLY.includes(mode));
    return spared ? undefined : this.use();
  }

  private use(): Fault {
    const used = this.fault;
    if (used.count !== undefined) this.fault = used.count > 1 ? { ...used, count: used.count - 1 } : { mode: 'off' };
    return used;
  }
}
