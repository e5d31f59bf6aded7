import { PlatformError } from '@segur/errors';

/** Orders were asked for by no number, or by several. */
export class OrderQueryInvalid extends PlatformError {
  readonly code = 'order-query-invalid';
  readonly kind = 'invalid';
}
