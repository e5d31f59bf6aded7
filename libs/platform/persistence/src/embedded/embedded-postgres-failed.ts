import { PlatformError } from '@segur/errors';

/** The embedded PostgreSQL cannot start. The message is one sentence that ends with what to do about it. */
export class EmbeddedPostgresFailed extends PlatformError {
  readonly code = 'embedded-postgres-failed';
  readonly kind = 'unavailable';
}
