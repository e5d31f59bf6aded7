import type { DeliveryRecipient, DeliverySheet } from '@segur/laboratory';
import { recipientAddress, type RecipientAddress } from './recipient-address.js';

/** Why a recipient gets no mail, in codes of docs/errors.md. */
export type NotEligible =
  | 'mss-not-configured'
  | 'mss-not-wished'
  | 'mss-hidden-from-patient'
  | 'mss-hidden-from-representatives'
  | Extract<RecipientAddress, { notEligible: string }>['notEligible'];

/** Someone, where a delivery sheet names them. */
export interface NamedRecipient {
  /** SHA-256 of the sheet. */
  readonly sheetSha256: string;
  /** Place in the sheet: the address itself stays in the document store. */
  readonly number: number;
  readonly recipient: DeliveryRecipient;
}

/** What to do for one recipient. */
export interface PlannedDispatch {
  readonly sheetSha256: string;
  readonly recipientNumber: number;
  readonly role: DeliveryRecipient['role'];
  /** Absent: the mail is to be sent. */
  readonly notEligible?: NotEligible;
}

/** What is to be known of one document. */
export interface DispatchMaterial {
  readonly sheet: DeliverySheet;
  readonly sheetSha256: string;
  /** Those who got an earlier version: the correction is theirs too, even if the sheet names them no longer. */
  readonly served: readonly NamedRecipient[];
  /** The laboratory has a mailbox to send from. */
  readonly hasMailbox: boolean;
}

/**
 * Decides who gets a mail: one dispatch per mailbox, so that none waits for another and none sees another's address.
 *
 * A recipient who gets none is planned all the same, with the reason: the laboratory sees everyone it named.
 *
 * @see CI-SIS volet Transmission de documents CDA en HL7v2: a document hidden from the patient never reaches their mailbox
 * @see DSR biologie, MSS.16, MSS.19 (refusals), MSS.24 (annule et remplace)
 */
export function decideDispatches({ sheet, sheetSha256, served, hasMailbox }: DispatchMaterial): readonly PlannedDispatch[] {
  const named = sheet.recipients.map((recipient, number): NamedRecipient => ({ sheetSha256, number, recipient }));
  const mailboxes = new Set<string>();
  return [...named, ...served].flatMap((one): readonly PlannedDispatch[] => {
    const { role } = one.recipient;
    const answer = recipientAddress(sheet, one.recipient);
    // Two names, one mailbox: one mail.
    const mailbox = 'address' in answer ? answer.address.toLowerCase() : undefined;
    if (mailbox !== undefined && mailboxes.has(mailbox)) return [];
    if (mailbox !== undefined) mailboxes.add(mailbox);
    const reason = hasMailbox
      ? (whyNot(sheet, role) ?? ('notEligible' in answer ? answer.notEligible : undefined))
      : 'mss-not-configured';
    return [{ sheetSha256: one.sheetSha256, recipientNumber: one.number, role, ...(reason ? { notEligible: reason } : {}) }];
  });
}

function whyNot({ delivery }: DeliverySheet, role: DeliveryRecipient['role']): NotEligible | undefined {
  if (role !== 'patient') return delivery.professionals ? undefined : 'mss-not-wished';
  if (!delivery.patient) return 'mss-not-wished';
  if (delivery.hiddenFromPatient) return 'mss-hidden-from-patient';
  // Representatives read the mailbox of a minor, and a mail cannot be hidden from them.
  return delivery.hiddenFromRepresentatives ? 'mss-hidden-from-representatives' : undefined;
}
