import { keepFindings, type Finding } from '@segur/errors';
import { DOCUMENT_REFUSED, type DocumentRefused, type EventEnvelope, type ResultsReceived } from '@segur/events';
import type { Facts } from '@segur/persistence';

/** A message takes results out, and nothing of a report is left or was ever there: it withdraws what nobody has. */
export const NOTHING_TO_WITHDRAW: Finding = {
  severity: 'error',
  code: 'report-nothing-to-withdraw',
  location: 'message',
  message: 'The message withdraws a report of which nothing is known here, or nothing is left',
  messageFr: 'Le message retire un compte rendu inconnu ici, ou déjà retiré',
};

/** A sender that numbers its revisions says a number that was given before, with other content. */
export const REVISION_PASSED: Finding = {
  severity: 'error',
  code: 'report-revision-passed',
  location: '/revision',
  message: 'This revision of the report, or a later one, is known already with other content',
  messageFr: 'Cette version du compte rendu, ou une version ultérieure, est déjà connue avec un autre contenu',
};

/** The number of the request is another patient's: results of two people must never stand in one report. */
export const OTHER_PATIENT: Finding = {
  severity: 'error',
  code: 'report-other-patient',
  location: 'message',
  message: 'The report of this number is about another patient: nothing of this message is taken',
  messageFr: 'Le compte rendu de ce numéro concerne un autre patient : rien de ce message n’est repris',
};

/** A person took the report back after this message was received, and before it was read. */
export const WITHDRAWN_MEANWHILE: Finding = {
  severity: 'error',
  code: 'report-withdrawn-meanwhile',
  location: 'message',
  message: 'The report was withdrawn after this message was received: nothing of it is taken',
  messageFr: 'Le compte rendu a été retiré après la réception de ce message : rien n’en est repris',
};

/** The state before this one was refused: what it alone held is not part of this one. */
export const PREVIOUS_REFUSED: Finding = {
  severity: 'warning',
  code: 'report-previous-refused',
  location: 'message',
  message: 'The message before was refused: results that it alone held are not in this report',
  messageFr: 'Le message précédent a été refusé : les résultats qu’il était seul à porter ne figurent pas dans ce compte rendu',
};

/** Results are taken out or made final that no earlier message brought. */
export const CHANGE_UNMATCHED: Finding = {
  severity: 'warning',
  code: 'report-change-unmatched',
  location: 'message',
  message: 'The message takes out, or makes final, results that were never sent',
  messageFr: 'Le message supprime ou confirme des résultats qui n’ont jamais été transmis',
};

/** States that a message was not understood; nothing of it was sent. */
export function refusedAtReading(
  facts: Facts,
  event: EventEnvelope<ResultsReceived>,
  findings: readonly Finding[],
): EventEnvelope<DocumentRefused> {
  const { reportSetId, receptionId } = event.data;
  const data: DocumentRefused = { reportSetId, receptionId, stage: 'read', findings: [...keepFindings(findings)] };
  return facts.state(DOCUMENT_REFUSED, { key: reportSetId, tenantId: event.tenantId, cause: event, data });
}
