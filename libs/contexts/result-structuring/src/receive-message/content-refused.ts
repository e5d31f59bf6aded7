import { MalformedInput, PlatformError, type Finding } from '@segur/errors';

/** The bytes are not of the format that they should be. HTTP 400, with what is wrong where. */
export class ContentUnreadable extends MalformedInput {
  constructor(
    message: string,
    readonly findings: readonly Finding[],
  ) {
    super(message, { findings: findings.length });
  }
}

/** The bytes can be read, and what they say cannot be taken. HTTP 422, with what is wrong where; nothing was kept. */
export class ContentRefused extends PlatformError {
  readonly code = 'content-refused';
  readonly kind = 'invalid';

  constructor(readonly findings: readonly Finding[]) {
    super('What was sent cannot be taken', { findings: findings.length });
  }
}

/** An `Idempotency-Key` came again with another report: one of the two would be lost if either were chosen. HTTP 409. */
export class IdempotencyKeyReused extends PlatformError {
  readonly code = 'idempotency-key-reused';
  readonly kind = 'rejected';
}

/** What was sent could not be made durable: it was not received. HTTP 503. */
export class CannotBeStored extends PlatformError {
  readonly code = 'cannot-be-stored';
  readonly kind = 'unavailable';
}
