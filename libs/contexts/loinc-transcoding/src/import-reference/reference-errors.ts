import { PlatformError, type Finding } from '@segur/errors';

/** A value set has wrong lines, or no version; nothing of it was loaded. */
export class ValueSetRefused extends PlatformError {
  readonly code = 'value-set-refused';
  readonly kind = 'invalid';

  /** @param findings - Shown to the caller. */
  constructor(readonly findings: readonly Finding[]) {
    super('The value set was not loaded: lines are wrong', { findings: findings.length });
  }
}

/** A LOINC archive is not a ZIP, lacks the LOINC table, or unpacks to more than this platform reads. */
export class ArchiveUnreadable extends PlatformError {
  readonly code = 'loinc-archive-unreadable';
  readonly kind = 'invalid';
}

/** The upload broke off, or is larger than this platform takes. */
export class UploadRefused extends PlatformError {
  readonly code = 'loinc-upload-refused';
  readonly kind = 'invalid';
}
