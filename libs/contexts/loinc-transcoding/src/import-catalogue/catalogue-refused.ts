import { PlatformError, type Finding } from '@segur/errors';

/** A catalogue has faults that stop it: nothing of it was taken over. */
export class CatalogueRefused extends PlatformError {
  readonly code = 'catalogue-refused';
  readonly kind = 'invalid';

  /** @param findings - Those of severity `error`. */
  constructor(readonly findings: readonly Finding[]) {
    super('The catalogue was not taken over: lines are wrong', { findings: findings.length });
  }
}

/** The catalogue is not what the report compared with any more: the difference that was shown is not the one that would be made. */
export class CatalogueChangedMeanwhile extends PlatformError {
  readonly code = 'catalogue-changed-meanwhile';
  readonly kind = 'rejected';

  constructor() {
    super('The catalogue changed since the report was made: send the files again');
  }
}
