import { PlatformError } from '@segur/errors';

/** What was to be written breaks a rule of XDS, or what a registry answered cannot be read. */
export class MalformedXds extends PlatformError {
  readonly code = 'xds-malformed';
  readonly kind = 'invalid';
}
