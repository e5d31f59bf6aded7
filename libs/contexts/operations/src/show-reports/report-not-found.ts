import { PlatformError } from '@segur/errors';

/** There is no such report here, or it is another laboratory's. */
export class ReportNotFound extends PlatformError {
  readonly code = 'report-not-found';
  readonly kind = 'invalid';
}
