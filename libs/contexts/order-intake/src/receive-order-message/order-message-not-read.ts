import { PlatformError } from '@segur/errors';

/** The door took a message in and answered for it, and it cannot be read into an order: the two follow different versions of the rules. */
export class OrderMessageNotRead extends PlatformError {
  readonly code = 'order-message-not-read';
  readonly kind = 'invalid';
}
