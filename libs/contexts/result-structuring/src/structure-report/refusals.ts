import type { Finding } from '@segur/errors';
import { DOCUMENT_REFUSED, type DocumentRefused, type EventEnvelope, type ResultsReceived } from '@segur/events';
import type { Facts } from '@segur/persistence';

/** Other content for a report whose document is on its way or gone: replacing it is not done yet, so it waits for a person. */
export const CORRECTION_NOT_READ: Finding = {
  severity: 'error',
  code: 'report-correction-not-read',
  location: 'message',
  message: 'A document was already made for this request, and replacing it is not done yet: nothing of this message was sent',
  messageFr:
    'Un compte rendu existe déjà pour cette demande et son remplacement n’est pas encore pris en charge : rien n’a été envoyé',
};

/** States that a message was not understood; nothing of it was sent. */
export function refusedAtReading(
  facts: Facts,
  event: EventEnvelope<ResultsReceived>,
  findings: readonly Finding[],
): EventEnvelope<DocumentRefused> {
  const { reportSetId, receptionId } = event.data;
  const data: DocumentRefused = { reportSetId, receptionId, stage: 'read', findings: [...findings] };
  return facts.state(DOCUMENT_REFUSED, { key: reportSetId, tenantId: event.tenantId, cause: event, data });
}
