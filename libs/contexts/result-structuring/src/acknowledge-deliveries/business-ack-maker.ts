import { Injectable } from '@nestjs/common';
import { DocumentStore } from '@segur/document-store';
import { failureOfCode, toBusinessAck, toBusinessAckHeader, type DeliveryOutcome, type Mailbox } from '@segur/delivery-to-hl7v2';
import { MalformedInput } from '@segur/errors';
import { encodeBusinessAck, readHeader, type Hl7Header } from '@segur/hl7v2';
import type { DeliverySheet } from '@segur/laboratory';
import type { Acknowledgement } from './acknowledgement.entity.js';

/** Makes the message of an acknowledgement from what the document store holds: the same bytes each time. */
@Injectable()
export class BusinessAckMaker {
  constructor(private readonly documents: DocumentStore) {}

  /** @throws {MalformedInput} The message that it answers has no header any more: it was taken in by another version of this code. */
  async make(tenantId: string, acknowledgement: Acknowledgement): Promise<Buffer> {
    const { messageSha256, controlId, plannedAt } = acknowledgement;
    const [original, outcome] = await Promise.all([
      this.headerOf(tenantId, messageSha256),
      this.outcomeOf(tenantId, acknowledgement),
    ]);
    const asked = { messageControlId: original.controlId, acknowledgements: { reception: true, reading: true } };
    const ack = toBusinessAck(outcome, asked);
    if (!ack) throw new MalformedInput('There is nothing to acknowledge');
    return encodeBusinessAck(toBusinessAckHeader(original, { controlId, sentAt: plannedAt.toISOString() }), ack);
  }

  private async headerOf(tenantId: string, sha256: string): Promise<Hl7Header> {
    const reading = readHeader(await this.documents.get(tenantId, sha256));
    if (reading.status === 'unreadable') throw new MalformedInput('The message that is answered has no header', { sha256 });
    return reading.header;
  }

  private async outcomeOf(tenantId: string, acknowledgement: Acknowledgement): Promise<DeliveryOutcome> {
    const { kind, decidedAt, errorCode } = acknowledgement;
    const said = { at: decidedAt.toISOString(), ...(errorCode !== null && { failure: failureOfCode(errorCode) }) };
    if (kind === 'dmp-reception') return { channel: 'dmp', ...said };
    const mailbox = await this.mailboxOf(tenantId, acknowledgement);
    if (kind === 'mss-reception') return { channel: 'mss', proof: 'delivery', ...said, ...(mailbox && { mailbox }) };
    return { channel: 'mss', proof: 'reading', ...said, mailbox: mailbox ?? { address: '' } };
  }

  private async mailboxOf(tenantId: string, acknowledgement: Acknowledgement): Promise<Mailbox | undefined> {
    const { recipientSheetSha256: sha256, recipientNumber: number } = acknowledgement;
    if (sha256 === null || number === null) return undefined;
    const sheet = JSON.parse((await this.documents.get(tenantId, sha256)).toString('utf8')) as DeliverySheet;
    const recipient = sheet.recipients[number];
    if (!recipient) return undefined;
    const { role, mssAddress, nationalId } = recipient;
    // Where no address was given, a patient's follows from the qualified matricule, as the mail's did (mssante.md §5.3).
    const followed = role === 'patient' && sheet.qualifiedIns ? `${sheet.qualifiedIns.value}@patient.mssante.fr` : undefined;
    const address = mssAddress ?? followed;
    return address === undefined ? undefined : { address, ...(nationalId !== undefined && { ownerId: nationalId }) };
  }
}
