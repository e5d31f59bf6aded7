/** One attempt that this process has claimed. */
export interface AttemptClaim {
  readonly tenantId: string;
  readonly subjectId: string;
  /** The first is 1. It rises also when a process died in the middle of one. */
  readonly number: number;
}

/** How an attempt ended. */
export type AttemptOutcome =
  | { readonly outcome: 'done' }
  /** Try again later, by the table of `retryAt`. */
  | { readonly outcome: 'retry'; readonly errorCode: string }
  /** Nothing was attempted, since something else comes first: the claim is given back, and is not counted. */
  | { readonly outcome: 'postponed'; readonly byMs: number }
  /** Do not try again: the context has said why in its own rows. */
  | { readonly outcome: 'given-up' };

/**
 * What a context does to a subject that is due: it calls a remote system, and writes its state and facts in a transaction of its own.
 *
 * That transaction and the end of the attempt are two: a process that dies between them makes the same call again. So look at the state
 * first, and answer `done` if it is done; and let the remote protocol recognise a second call.
 */
export abstract class AttemptWork {
  abstract attempt(claim: AttemptClaim): Promise<AttemptOutcome>;

  /** Called when the last try failed too, or when the attempt threw an error that trying again cannot help: write the state that a person will see. */
  async givenUp(_claim: AttemptClaim, _errorCode: string): Promise<void> {
    return;
  }
}
