import type { CdaHeader } from '@segur/cda';
import type { DeliveryRecipient, DeliverySheet } from '@segur/laboratory';
import type { Mail } from './mail-sender.js';
import { mailBody } from './mail-body.js';
import { mailSubject, pdfFileName } from './mail-names.js';

/** Who sends, for one laboratory. */
export interface Mailbox {
  /** BAL applicative of the laboratory. */
  readonly address: string;
  readonly displayName: string;
  /** Mailbox that a person reads. */
  readonly replyTo: string;
  readonly laboratory: string;
  readonly phone: string;
  /** X-MSS-NIL: reference of the product. Absent: the header is left out. */
  readonly productReference?: string;
}

/** All that one mail is made of. */
export interface MailMaterial {
  readonly header: CdaHeader;
  readonly sheet: DeliverySheet;
  readonly recipient: DeliveryRecipient & { readonly mssAddress: string };
  readonly mailbox: Mailbox;
  readonly archive: Buffer;
  readonly pdf?: Buffer;
  readonly messageId: string;
  readonly date: Date;
}

/**
 * Composes the mail of one recipient about one usager.
 *
 * @see Référentiel socle MSSanté #2: ECO.2.1.1 (one usager), ECO.2.2.5 (Reply-To), ECO.2.2.8 (FIN), ECO.2.4.1 to ECO.2.4.3 (X-MSS headers)
 */
export function composeMail({ header, sheet, recipient, mailbox, archive, pdf, messageId, date }: MailMaterial): Mail {
  const { replyTo, laboratory, phone } = mailbox;
  return {
    from: { name: mailbox.displayName, address: mailbox.address },
    to: recipient.mssAddress,
    replyTo,
    messageId,
    date,
    subject: mailSubject(header),
    text: mailBody({ role: recipient.role, laboratory, phone, replyTo, fillerNumber: sheet.fillerNumber }),
    headers: {
      'X-MSS-CODECDA': header.code.code,
      'X-MSS-INS': sheet.qualifiedIns ? 'O' : 'N',
      ...(mailbox.productReference ? { 'X-MSS-NIL': mailbox.productReference } : {}),
      // An automatic sender closes the exchange: nobody would read the answer.
      ...(recipient.role === 'patient' ? { 'X-MSS-MES': 'FIN' } : { 'Disposition-Notification-To': mailbox.address }),
      'Auto-Submitted': 'auto-generated',
    },
    attachments: [
      { fileName: 'IHE_XDM.ZIP', mediaType: 'application/zip', bytes: archive },
      ...(pdf ? [{ fileName: pdfFileName(header, sheet.fillerNumber), mediaType: 'application/pdf', bytes: pdf }] : []),
    ],
  };
}
