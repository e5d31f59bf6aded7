import { PlatformError } from '@segur/errors';

/** There is no such order here, or it is another laboratory's. */
export class OrderNotFound extends PlatformError {
  readonly code = 'order-not-found';
  readonly kind = 'invalid';
}
