/** What can be done about a failure: give up, ask a person, or try again. Retry policy reads this, and nothing else. */
export type FailureKind = 'invalid' | 'rejected' | 'unavailable';

/** Facts for an operator about a failure. Identifiers of messages, never of patients: they are logged. */
export type FailureDetails = Readonly<Record<string, string | number>>;

/** Base of every error this platform throws on purpose. */
export abstract class PlatformError extends Error {
  /** Stable and documented in docs/errors.md. Operators search for it; it is never translated. */
  abstract readonly code: string;
  abstract readonly kind: FailureKind;

  /**
   * @param message - English, for developers. Never a value that came from a patient's message.
   * @param details - Logged and shown to callers as they are.
   */
  constructor(
    message: string,
    readonly details: FailureDetails = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The bytes do not follow the format. Sending them again cannot help. */
export class MalformedInput extends PlatformError {
  readonly code = 'malformed-input';
  readonly kind = 'invalid';
}

/** The remote system did not answer, or asked us to come back later. */
export class RemoteUnavailable extends PlatformError {
  readonly code: string = 'remote-unavailable';
  readonly kind = 'unavailable';
}

/** A setting is missing or wrong. Names every bad variable at once, and never prints a value. */
export class InvalidConfiguration extends PlatformError {
  readonly code = 'invalid-configuration';
  readonly kind = 'invalid';
}
