import { PlatformError, type Finding } from '@segur/errors';

/** A file of a map is to be confirmed by whoever brings it; nothing of it was taken. */
export class MapConfirmationMissing extends PlatformError {
  readonly code = 'map-confirmation-missing';
  readonly kind = 'rejected';

  /** @param findings - What is to be confirmed. */
  constructor(readonly findings: readonly Finding[]) {
    super('The file was not taken: it is older than the map in force', { findings: findings.length });
  }
}
