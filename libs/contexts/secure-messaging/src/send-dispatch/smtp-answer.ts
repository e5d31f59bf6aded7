/** What an attempt to send came to. */
export type SmtpOutcome =
  /** The server took the mail. */
  | { readonly kind: 'accepted' }
  /** The server will never take it: 5xx. */
  | { readonly kind: 'rejected'; readonly code: string }
  /** Try later: 4xx, or nobody answered before the mail left. */
  | { readonly kind: 'unavailable'; readonly code: string }
  /** The mail left and the answer never came: it may have been taken. It is sent again with the same Message-ID. */
  | { readonly kind: 'uncertain'; readonly code: string };

/** What nodemailer tells of a failure. */
export interface SmtpFailure {
  readonly code?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly response?: string | undefined;
}

// Configuration of ours that the server refuses: a person mends it, and the mail then leaves by itself.
const TRANSIENT_5XX = new Set([530, 534, 535, 538, 454]);

/**
 * Reads a failed attempt.
 *
 * @param messageLeft - The last byte of the mail was handed to the connection: without an answer nobody knows whether it was taken.
 * @see RFC 5321, 4.2; RFC 3463 for enhanced codes, which are kept in the code when the server gives one
 */
export function readSmtpFailure(
  { code, responseCode, response }: SmtpFailure,
  messageLeft: boolean,
): Exclude<SmtpOutcome, { kind: 'accepted' }> {
  if (responseCode !== undefined) {
    const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})/.exec(response ?? '')?.[1];
    const remote = `smtp-${responseCode}${enhanced ? `-${enhanced}` : ''}`;
    const final = responseCode >= 500 && !TRANSIENT_5XX.has(responseCode);
    return final ? { kind: 'rejected', code: remote } : { kind: 'unavailable', code: remote };
  }
  if (messageLeft) return { kind: 'uncertain', code: 'smtp-answer-lost' };
  return { kind: 'unavailable', code: code === 'ETLS' ? 'smtp-tls-failed' : 'remote-unavailable' };
}
