import { PlatformError } from '@segur/errors';

/** The header of a document lacks what its metadata must say, or contradicts what is known of its patient. */
export class UnsuitableHeader extends PlatformError {
  readonly code = 'xds-header-unsuitable';
  readonly kind = 'invalid';
}
