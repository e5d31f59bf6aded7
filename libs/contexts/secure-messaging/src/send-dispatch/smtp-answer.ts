/** What an attempt to send came to. */
export type SmtpOutcome =
  /** The server took the mail. */
  | { readonly kind: 'accepted' }
  /** This mail will never be taken: 5xx to its recipient or to itself. */
  | { readonly kind: 'rejected'; readonly code: string }
  /** Try later: 4xx, or the server did not get as far as the mail. */
  | { readonly kind: 'unavailable'; readonly code: string }
  /** The mail left and the answer never came: it may have been taken. It is sent again with the same Message-ID. */
  | { readonly kind: 'uncertain'; readonly code: string }
  /** Nothing was sent: the mails before it to this mailbox, domain or operator are not answered. */
  | { readonly kind: 'turned-away' };

/** What came of a mail that was sent. */
export type SmtpAnswer = Exclude<SmtpOutcome, { kind: 'turned-away' }>;

/** What nodemailer tells of a failure. */
export interface SmtpFailure {
  readonly code?: string | undefined;
  /** Code of the system or of OpenSSL, where nodemailer put its own in `code`. */
  readonly originalCode?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly response?: string | undefined;
  /** What the server was answering, e.g. `RCPT TO`. */
  readonly command?: string | undefined;
}

/** Code of a mail that is over the limit of who should take it. */
export const TOO_LARGE = 'mss-mail-too-large';

// What the server says to these is about this mail. Before them it is about us (certificate, login, mailbox): a person mends that, and the
// mail then leaves by itself.
const ABOUT_THE_MAIL: readonly (string | undefined)[] = ['RCPT TO', 'DATA'];
const SIZE_EXCEEDED = 552;

/**
 * Reads a failed attempt. The text of the answer is not kept: servers repeat addresses in it, and a patient's is a matricule.
 *
 * @param messageLeft - The last byte of the mail was handed to the connection: without an answer nobody knows whether it was taken.
 * @see RFC 5321, 4.2; RFC 3463 for enhanced codes, which are kept in the code when the server gives one
 */
export function readSmtpFailure(failure: SmtpFailure, messageLeft: boolean): Exclude<SmtpAnswer, { kind: 'accepted' }> {
  const { code, originalCode, responseCode, response, command } = failure;
  if (responseCode !== undefined) {
    const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1];
    const remote = `smtp-${responseCode}${enhanced ? `-${enhanced}` : ''}`;
    const final = responseCode >= 500 && (ABOUT_THE_MAIL.includes(command) || responseCode === SIZE_EXCEEDED);
    return final ? { kind: 'rejected', code: remote } : { kind: 'unavailable', code: remote };
  }
  // The server announced its limit (SIZE), and nothing was sent.
  if (code === 'EMESSAGE' && !messageLeft) return { kind: 'rejected', code: TOO_LARGE };
  if (messageLeft) return { kind: 'uncertain', code: 'smtp-answer-lost' };
  const tls = code === 'ETLS' || /^(ERR_SSL|ERR_TLS|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO)/.test(originalCode ?? '');
  return { kind: 'unavailable', code: tls ? 'smtp-tls-failed' : 'remote-unavailable' };
}
