import { derivedUuid, oidOfUuid } from '@segur/laboratory';
import type { Dispatch } from '../dispatch.entity.js';

/** What is chosen once for a mail, so that every attempt sends the same bytes. */
export interface Letter {
  /** `ENVID`. */
  readonly envelopeId: string;
  readonly messageId: string;
  /** uniqueId of the submission set. */
  readonly lotId: string;
  readonly date: Date;
  /** Absent: the mail brings the document. Present: it asks to delete what that mail brought. */
  readonly withdraws?: { readonly messageId: string; readonly sentAt: Date };
}

/** The mail that a dispatch is about to send: the document, or while it is being taken back, the notice to delete it. */
export function letterOf({ dispatchId, messageId, lotId, state, plannedAt, withdrawnAt }: Dispatch): Letter {
  if (state !== 'WITHDRAWING') return { envelopeId: dispatchId, messageId, lotId, date: plannedAt };
  // Both would follow from the dispatch alone, and must differ from those of the first mail.
  const envelopeId = derivedUuid('withdrawal-notice', dispatchId);
  return {
    envelopeId,
    messageId: `<${envelopeId}${messageId.slice(messageId.lastIndexOf('@'))}`,
    lotId: oidOfUuid(envelopeId),
    date: withdrawnAt ?? plannedAt,
    withdraws: { messageId, sentAt: plannedAt },
  };
}
