import { hasErrors, PlatformError, type Finding } from '@segur/errors';

/** A map is not published: it contradicts itself or its reference data, or it has warnings that nobody accepted. */
export class MapInconsistent extends PlatformError {
  readonly code = 'map-inconsistent';
  readonly kind = 'invalid';

  /** @param findings - What was found; those of severity `error` must be corrected, the others may be accepted. */
  constructor(readonly findings: readonly Finding[]) {
    super(
      hasErrors(findings)
        ? 'The map was not published: it contradicts itself'
        : 'The map was not published: its warnings are to be accepted',
      { findings: findings.length },
    );
  }
}
