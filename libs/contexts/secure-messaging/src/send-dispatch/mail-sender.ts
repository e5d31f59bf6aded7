import type { SmtpOutcome } from './smtp-answer.js';

/** A mail, ready to be written as MIME. */
export interface Mail {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly replyTo: string;
  /** With its angle brackets; the same on every attempt. */
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  /** Headers beside the usual ones, e.g. `X-MSS-INS`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly { readonly fileName: string; readonly mediaType: string; readonly bytes: Buffer }[];
  readonly date: Date;
}

/** The operator's submission server, as one laboratory reaches it. */
export abstract class MailSender {
  /** Never throws for what the server or the network does: that is an outcome. */
  abstract send(tenantId: string, mail: Mail): Promise<SmtpOutcome>;
  abstract close(): void;
}
