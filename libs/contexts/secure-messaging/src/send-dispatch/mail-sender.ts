import type { SmtpOutcome } from './smtp-answer.js';

/** A mail for one recipient, written. */
export interface OutgoingMail {
  /** `ENVID` of RFC 3461: comes back in delivery status notifications. */
  readonly envelopeId: string;
  readonly from: string;
  readonly to: string;
  /** With its angle brackets. */
  readonly messageId: string;
  /** MIME in lines that end with CR LF, the last too; leaves byte for byte. */
  readonly bytes: Buffer;
}

/** The operator's submission server, as one laboratory reaches it. */
export abstract class MailSender {
  /**
   * Never throws for what the server or the network does: that is an outcome.
   *
   * @throws {InvalidConfiguration} The laboratory has no mailbox, or a file of its section cannot be read.
   */
  abstract send(tenantId: string, mail: OutgoingMail): Promise<SmtpOutcome>;
  /** True when a mail to some address may be turned away now: then it is worth while to ask which. */
  abstract turnsSomeAway(): boolean;
  /** True when a mail to this address would be turned away, since those before it are not answered. */
  abstract turnsAway(tenantId: string, address: string): boolean;
  abstract close(): void;
}
