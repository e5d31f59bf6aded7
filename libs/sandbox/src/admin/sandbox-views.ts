import type { HeldDocument } from '../dmp/held-documents.js';
import type { ReceivedMessage } from '../mail/received-message.js';

/** A line of `GET /sandbox/dmp/documents`. */
export function documentSummary(document: HeldDocument) {
  const { uniqueId, entryUuid, status, replaces, submissionSetUniqueId, receivedAt, sentBy, hash, size, metadata } = document;
  return { uniqueId, entryUuid, status, replaces, submissionSetUniqueId, receivedAt, sentBy, hash, size, title: metadata.title };
}

/** `GET /sandbox/dmp/documents/{uniqueId}`: everything, the bytes in base64. */
export function documentDetails(document: HeldDocument) {
  const { logicalId, metadata, bytes } = document;
  return { ...documentSummary(document), logicalId, metadata, bytes: bytes.toString('base64') };
}

/** A line of `GET /sandbox/mail/messages`. */
export function messageSummary(message: ReceivedMessage) {
  const { id, receivedAt, from, recipients, subject, messageId, problems } = message;
  return { id, receivedAt, from, recipients, subject, messageId, problems: problems.length };
}

/** `GET /sandbox/mail/messages/{id}`: everything but the attachments' bytes, which `?format=raw` has. */
export function messageDetails(message: ReceivedMessage) {
  const { raw, ...details } = message;
  return { ...details, size: raw.byteLength };
}
