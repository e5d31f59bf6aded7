import { PlatformError, RemoteUnavailable, type Finding } from '@segur/errors';

/** The caller showed no credential that we take. HTTP 401. */
export class AuthenticationRequired extends PlatformError {
  readonly code = 'authentication-required';
  readonly kind = 'rejected';
}

/** The credential is wrong, expired or unknown. HTTP 401; which of them is not said. */
export class CredentialRefused extends PlatformError {
  readonly code = 'credential-refused';
  readonly kind = 'rejected';
}

/** The caller is known, and may not do this. HTTP 403. */
export class AccessDenied extends PlatformError {
  readonly code = 'access-denied';
  readonly kind = 'rejected';
}

/** There is no such thing for this laboratory; it may exist for another one, which is not said. HTTP 404. */
export class ResourceNotFound extends PlatformError {
  readonly code = 'resource-not-found';
  readonly kind = 'rejected';
}

/** The keys of the authorisation server cannot be had, so that no token can be judged. HTTP 503. */
export class AuthorisationServerUnavailable extends RemoteUnavailable {
  override readonly code = 'authorisation-server-unavailable';
}

/** The body is readable and does not follow its schema. HTTP 422, with one finding per wrong place. */
export class InvalidBody extends PlatformError {
  readonly code = 'invalid-body';
  readonly kind = 'invalid';

  constructor(readonly findings: readonly Finding[]) {
    super('The body does not follow its schema', { findings: findings.length });
  }
}
