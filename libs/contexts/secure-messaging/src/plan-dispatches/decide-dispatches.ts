import type { DeliveryRecipient, DeliverySheet } from '@segur/laboratory';

/** Why a recipient gets no mail, in codes of docs/errors.md. */
export type NotEligible =
  'mss-not-configured' | 'mss-address-missing' | 'mss-not-wished' | 'mss-hidden-from-patient' | 'ins-not-qualified';

/** What to do for one recipient of a delivery sheet. */
export interface PlannedDispatch {
  /** Place of the recipient in the sheet: the address itself stays in the document store. */
  readonly recipientNumber: number;
  readonly role: DeliveryRecipient['role'];
  /** Absent: the mail is to be sent. */
  readonly notEligible?: NotEligible;
}

/**
 * Decides who gets a mail: one dispatch per recipient, so that none waits for another.
 *
 * A recipient who gets none is planned all the same, with the reason: the laboratory sees everyone it named.
 *
 * @param hasMailbox - The laboratory has a mailbox to send from.
 * @see CI-SIS volet Transmission de documents CDA en HL7v2: a document hidden from the patient never reaches their mailbox
 */
export function decideDispatches(sheet: DeliverySheet, hasMailbox = true): readonly PlannedDispatch[] {
  return sheet.recipients.map((recipient, recipientNumber) => {
    const judge = recipient.role === 'patient' ? whyNotPatient : whyNotProfessional;
    const notEligible = hasMailbox ? judge(sheet, recipient) : 'mss-not-configured';
    return { recipientNumber, role: recipient.role, ...(notEligible ? { notEligible } : {}) };
  });
}

function whyNotPatient({ delivery, qualifiedIns }: DeliverySheet, { mssAddress }: DeliveryRecipient): NotEligible | undefined {
  if (!delivery.patient) return 'mss-not-wished';
  if (delivery.hiddenFromPatient) return 'mss-hidden-from-patient';
  if (!qualifiedIns) return 'ins-not-qualified';
  return mssAddress ? undefined : 'mss-address-missing';
}

function whyNotProfessional({ delivery }: DeliverySheet, { mssAddress }: DeliveryRecipient): NotEligible | undefined {
  if (!delivery.professionals) return 'mss-not-wished';
  return mssAddress ? undefined : 'mss-address-missing';
}
