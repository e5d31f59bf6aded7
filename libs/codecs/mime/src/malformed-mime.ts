import { PlatformError } from '@segur/errors';

/** The bytes are no MIME multipart that can be cut into its parts, or are larger than what is accepted. */
export class MalformedMime extends PlatformError {
  readonly code = 'mime-malformed';
  readonly kind = 'invalid';
}
