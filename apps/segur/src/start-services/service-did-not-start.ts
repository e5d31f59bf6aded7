import { PlatformError } from '@segur/errors';

/** A service ended, or stayed silent, before it was ready for the first time. Its own last words are in the message. */
export class ServiceDidNotStart extends PlatformError {
  readonly code = 'service-did-not-start';
  readonly kind = 'unavailable';
}
