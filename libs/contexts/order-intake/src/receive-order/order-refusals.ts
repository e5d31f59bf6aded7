import { PlatformError, type Finding } from '@segur/errors';

/** The body of an order is wrong; nothing was kept. */
export class OrderRefused extends PlatformError {
  readonly code = 'order-refused';
  readonly kind = 'invalid';

  /** @param findings - One per wrong place, located by JSON Pointer; shown to the caller. */
  constructor(readonly findings: readonly Finding[]) {
    super('The order was not kept: members are wrong', { findings: findings.length });
  }
}

/** An `Idempotency-Key` came again with another body: one of the two orders would be lost if either were chosen. */
export class IdempotencyKeyReused extends PlatformError {
  readonly code = 'idempotency-key-reused';
  readonly kind = 'rejected';
}
