import { PlatformError } from '@segur/errors';

/** The bytes are over the limit of the store. */
export class DocumentTooLarge extends PlatformError {
  readonly code = 'document-too-large';
  readonly kind = 'invalid';
}

/** The laboratory has no such document. */
export class DocumentNotFound extends PlatformError {
  readonly code = 'document-not-found';
  readonly kind = 'invalid';
}

/** What is stored is not what was written: a chunk was changed, lost, moved or swapped. Restore it from a backup. */
export class DocumentDamaged extends PlatformError {
  readonly code = 'document-damaged';
  readonly kind = 'invalid';
}

/** The key that a document was written under is not in the key ring of this process. */
export class DocumentKeyMissing extends PlatformError {
  readonly code = 'document-key-missing';
  readonly kind = 'unavailable';
}
