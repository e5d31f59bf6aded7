import { Injectable } from '@nestjs/common';
import { readCdaHeader } from '@segur/cda';
import { DocumentStore } from '@segur/document-store';
import type { DeliverySheet } from '@segur/laboratory';
import type { Dispatch } from '../dispatch.entity.js';
import { Mailboxes } from '../mailboxes.js';
import { recipientAddress } from '../plan-dispatches/recipient-address.js';
import { letterOf } from '../withdraw-report/withdrawal-notice.js';
import { composeMail } from './compose-mail.js';
import type { OutgoingMail } from './mail-sender.js';
import { packArchive } from './pack-archive.js';
import { writeMime } from './write-mime.js';

/** Makes the mail of a dispatch, or the one that takes it back, from the document store and the laboratory's section: the same row gives the same bytes. */
@Injectable()
export class MailMaker {
  constructor(
    private readonly documents: DocumentStore,
    private readonly mailboxes: Mailboxes,
  ) {}

  /**
   * @throws {DocumentNotFound} @throws {UnreadableCda} @throws {UnsuitableHeader} The document cannot be sent.
   * @throws {InvalidConfiguration} The laboratory lost its mailbox since the mail was planned.
   */
  async make(tenantId: string, dispatch: Dispatch): Promise<OutgoingMail> {
    const { recipientRole: role } = dispatch;
    // Fixed when the mail was planned, so that a second attempt sends the same bytes.
    const { envelopeId, messageId, lotId, date, withdraws } = letterOf(dispatch);
    const { cda, pdf, sheet, recipient } = await this.material(tenantId, dispatch);
    const answer = recipient ? recipientAddress(sheet, recipient) : undefined;
    if (!answer || !('address' in answer)) throw new TypeError('A dispatch without an address was planned');

    const mailbox = this.mailboxes.mailbox(tenantId);
    const header = readCdaHeader(cda);
    const sender = this.mailboxes.archiveSender(tenantId);
    const archive = packArchive({ cda, header, sheet, sender, lotId, at: date, withdraws: withdraws !== undefined });
    const to = answer.address;
    const mail = composeMail({ header, sheet, role, to, mailbox, archive, messageId, date, pdf, withdraws });
    return { envelopeId, from: mailbox.address, to, messageId, bytes: writeMime(mail) };
  }

  /** Where the mail of a dispatch goes. Absent: nowhere, which `make` says. @throws {DocumentNotFound} */
  async addressOf(tenantId: string, { recipientSheetSha256, recipientNumber, sheetSha256 }: Dispatch): Promise<string | undefined> {
    const sheet = await this.sheet(tenantId, sheetSha256);
    const other = recipientSheetSha256 === sheetSha256 ? sheet : await this.sheet(tenantId, recipientSheetSha256);
    const recipient = other.recipients[recipientNumber];
    const answer = recipient && recipientAddress(sheet, recipient);
    return answer && 'address' in answer ? answer.address : undefined;
  }

  private async sheet(tenantId: string, sha256: string): Promise<DeliverySheet> {
    return JSON.parse((await this.documents.get(tenantId, sha256)).toString('utf8')) as DeliverySheet;
  }

  private async material(tenantId: string, { cdaSha256, pdfSha256, sheetSha256, recipientSheetSha256, recipientNumber }: Dispatch) {
    const read = (sha256: string) => this.documents.get(tenantId, sha256);
    const readSheet = (sha256: string) => this.sheet(tenantId, sha256);
    const [cda, pdf, sheet, other] = await Promise.all([
      read(cdaSha256),
      pdfSha256 === null ? undefined : read(pdfSha256),
      readSheet(sheetSha256),
      recipientSheetSha256 === sheetSha256 ? undefined : readSheet(recipientSheetSha256),
    ]);
    return { cda, pdf, sheet, recipient: (other ?? sheet).recipients[recipientNumber] };
  }
}
