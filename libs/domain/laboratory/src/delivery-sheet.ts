import type { DeliveryWishes, Encounter } from './report.js';

/** A mailbox to serve. */
export interface DeliveryRecipient {
  readonly role: 'prescriber' | 'correspondent' | 'patient';
  /** MSSanté address. Absent: nobody gave one, and the delivery is not eligible until it is known. */
  readonly mssAddress?: string;
  /** National identifier of the professional, as in `Professional`. */
  readonly nationalId?: string;
}

/**
 * What the channels need to deliver one document, made once when it is assembled.
 *
 * Facts that stand in the header of the CDA are not repeated here: the channels read them from the document's own bytes.
 */
export interface DeliverySheet {
  readonly reportSetId: string;
  readonly revision: number;
  readonly documentId: string;
  /** Set only when the identity is qualified: without it nothing goes to the DMP or to the patient. */
  readonly qualifiedIns?: { readonly value: string; readonly oid: string };
  readonly recipients: readonly DeliveryRecipient[];
  readonly delivery: DeliveryWishes;
  /** PV1-2: gives the contentTypeCode of a submission set. */
  readonly encounterKind: 'AMB' | 'IMP' | 'EMER';
  /** The document was written here: a declaration, and a root in Canonical XML 1.0. Absent: it was made elsewhere. */
  readonly writtenCanonical?: true;
  /** The laboratory's number of the request, printed in file names. */
  readonly fillerNumber: string;
  /** The prescriber's number of the order, when one is known: links an order to its reports. */
  readonly placerNumber?: string;
}

/** What a sheet says of an encounter: mails and submissions know a stay, an emergency, and every other meeting. */
export function sheetEncounterOf({ kind }: Encounter): DeliverySheet['encounterKind'] {
  return kind === 'IMP' || kind === 'EMER' ? kind : 'AMB';
}
