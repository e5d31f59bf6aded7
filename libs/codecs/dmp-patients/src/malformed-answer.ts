import { PlatformError } from '@segur/errors';

/** The patient service answered something that is no answer to the question. */
export class MalformedPatientAnswer extends PlatformError {
  readonly code = 'dmp-patients-malformed';
  readonly kind = 'invalid';
}
