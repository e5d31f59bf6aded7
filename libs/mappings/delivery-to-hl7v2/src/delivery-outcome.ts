/** Why a delivery failed. */
export interface DeliveryFailure {
  /** As the remote system gave it: an XDS or DMP error code, an SMTP reply (`550`), or a condition of the volet (900 to 906). */
  readonly code: string;
  /** For people. Holds no patient data: it goes to the sender's screens and logs. */
  readonly text: string;
}

/** What became of one document at one destination. */
export type DeliveryOutcome =
  /** The DMP answered. */
  | { readonly channel: 'dmp'; readonly at: string; readonly failure?: DeliveryFailure }
  /** The operator delivered the mail, or gave it up (delivery status notification). */
  | {
      readonly channel: 'mss';
      readonly proof: 'delivery';
      readonly at: string;
      /** Absent: there was none to write to, which is the failure. */
      readonly mailbox?: Mailbox;
      readonly failure?: DeliveryFailure;
    }
  /** The reader, or their software, opened the mail or refused it (disposition notification). */
  | {
      readonly channel: 'mss';
      readonly proof: 'reading';
      readonly at: string;
      readonly mailbox: Mailbox;
      readonly failure?: DeliveryFailure;
    };

/** A mailbox that was served, and whose it is. */
export interface Mailbox {
  /** MSSanté address. */
  readonly address: string;
  /** National identifier of its owner, as the message named them. */
  readonly ownerId?: string;
}

/** What the sender of the document asked for, in the message that carried it. */
export interface AckRequest {
  /** MSH-10 of that message. */
  readonly messageControlId: string;
  /** ACK_RECEPTION and ACK_LECTURE_MSS. */
  readonly acknowledgements: { readonly reception: boolean; readonly reading: boolean };
}
