import { PlatformError } from '@segur/errors';

/** An event speaks of a report that this context has not read. Its own facts are committed first, so only a lost database explains it. */
export class ReportNotKnown extends PlatformError {
  readonly code = 'report-not-known';
  readonly kind = 'invalid';
}
