import type { CdaHeader } from '@segur/cda';
import type { DeliveryRecipient, DeliverySheet } from '@segur/laboratory';
import { mailBody } from './mail-body.js';
import { mailSubject, pdfFileName } from './mail-names.js';
import { isReplacement } from './pack-archive.js';
import type { Mail } from './write-mime.js';

/** Who sends, for one laboratory. */
export interface Mailbox {
  /** BAL applicative of the laboratory. */
  readonly address: string;
  readonly displayName: string;
  /** Mailbox that a person reads. */
  readonly replyTo: string;
  /** The same for patients. Absent: `replyTo`. */
  readonly patientReplyTo?: string;
  /** Patients cannot answer: their exchange is closed with the mail itself. */
  readonly closesPatientExchange: boolean;
  readonly laboratory: string;
  readonly phone: string;
  /** X-MSS-NIL: reference of the product. Absent: the header is left out. */
  readonly productReference?: string;
}

/** All that one mail is made of. */
export interface MailMaterial {
  readonly header: CdaHeader;
  readonly sheet: DeliverySheet;
  readonly role: DeliveryRecipient['role'];
  readonly to: string;
  readonly mailbox: Mailbox;
  readonly archive: Buffer;
  readonly pdf?: Buffer | undefined;
  readonly messageId: string;
  readonly date: Date;
  /** The mail asks to delete what another one brought: that one's Message-ID and date. */
  readonly withdraws?: { readonly messageId: string; readonly sentAt: Date } | undefined;
}

/**
 * Composes the mail of one recipient about one usager.
 *
 * @see Référentiel socle MSSanté #2: ECO.2.1.1 (one usager), ECO.2.2.5 (Reply-To), ECO.2.2.8 (FIN), ECO.2.4.1 to ECO.2.4.3 (X-MSS headers)
 */
export function composeMail(material: MailMaterial): Mail {
  const { header, sheet, role, to, mailbox, archive, pdf, messageId, date, withdraws } = material;
  const { address, laboratory, phone } = mailbox;
  const toPatient = role === 'patient';
  const replyTo = (toPatient ? mailbox.patientReplyTo : undefined) ?? mailbox.replyTo;
  return {
    from: { name: mailbox.displayName, address },
    to,
    replyTo,
    messageId,
    date,
    subject: mailSubject(header),
    text: mailBody({
      role,
      laboratory,
      phone,
      replyTo,
      fillerNumber: sheet.fillerNumber,
      replaces: isReplacement(header),
      withdrawnFrom: withdraws?.sentAt,
    }),
    headers: {
      ...(withdraws ? { References: withdraws.messageId } : {}),
      'X-MSS-CODECDA': header.code.code,
      'X-MSS-INS': sheet.qualifiedIns ? 'O' : 'N',
      ...(mailbox.productReference ? { 'X-MSS-NIL': mailbox.productReference } : {}),
      ...(toPatient && mailbox.closesPatientExchange ? { 'X-MSS-MES': 'FIN' } : {}),
      ...(toPatient ? {} : { 'Disposition-Notification-To': address }),
      'Return-Receipt-To': address,
      'Auto-Submitted': 'auto-generated',
    },
    attachments: [
      { fileName: 'IHE_XDM.ZIP', mediaType: 'application/zip', bytes: archive },
      // A copy to read would be one more to delete.
      ...(pdf && !withdraws
        ? [{ fileName: pdfFileName(header, sheet.fillerNumber), mediaType: 'application/pdf', bytes: pdf }]
        : []),
    ],
  };
}
