import { PlatformError } from '@segur/errors';

/** The bytes are no CDA R2 document that can be read safely. */
export class UnreadableCda extends PlatformError {
  readonly code = 'cda-unreadable';
  readonly kind = 'invalid';
}
