import { classifyReply, type ClassifiedReply } from './classify-reply.js';
import type { Resolution } from './dmp-gateway.js';
import { asNothingLeft } from './judge-existence.js';

/** How long the DMP may still be at what it was sent, once its answer was lost. @see specs/dmp.md §9.3 */
const SETTLING_MS = 2 * 60_000;

/**
 * After a lost answer: what the DMP has decides, before anything is sent again.
 *
 * @param hash - SHA-1 of the document in hexadecimal.
 * @returns Absent: the DMP does not have it, and it is sent again.
 */
export function settle(there: Resolution, hash: string): ClassifiedReply | undefined {
  if (there.kind === 'known') {
    const known = there.document.hash?.toLowerCase();
    return known === undefined || known === hash ? { verdict: 'accepted' } : { verdict: 'refused', code: 'XDSNonIdenticalHash' };
  }
  if (there.kind === 'absent') return undefined;
  const { verdict } = classifyReply(there.reply);
  // Who may not look may still send: the DMP then says itself that it knows the identifier.
  return verdict === 'transient' || verdict === 'uncertain' ? { verdict: 'uncertain', code: 'dmp-answer-lost' } : undefined;
}

/**
 * As {@link settle}, for a version that a newer one has passed: it is never sent again, so its absence must be final.
 *
 * @param waitedMs - Since the answer was lost.
 */
export function settlePassed(there: Resolution, hash: string, waitedMs: number): ClassifiedReply {
  if (there.kind === 'unanswered') return { verdict: 'uncertain', code: classifyReply(there.reply).code ?? 'dmp-answer-lost' };
  if (there.kind === 'absent' && isLastWord(waitedMs)) return { verdict: 'eligibility', code: 'dmp-superseded' };
  return settle(there, hash) ?? { verdict: 'uncertain', code: 'dmp-answer-lost' };
}

/** A version can be replaced while it is the current one; one that is gone is not replaced, by the DMP's rules. Absent: no obstacle. */
export function unlessReplaceable(previous: Resolution): ClassifiedReply | undefined {
  if (previous.kind === 'known')
    return previous.document.status === 'approved' ? undefined : { verdict: 'refused', code: 'dmp-previous-version-replaced' };
  return previous.kind === 'absent' ? undefined : asNothingLeft(classifyReply(previous.reply));
}

/** What is to be done about a document that the DMP must not show any more. */
export type Removal =
  /** It is shown, and has to be deleted. */
  | { readonly step: 'delete'; readonly entryUuid: string; readonly from: 'approved' | 'archived' }
  | { readonly step: 'none'; readonly reply: ClassifiedReply };

/**
 * Decides how a withdrawn document is taken back.
 *
 * @param waitedMs - Since it was withdrawn, or since the last look.
 */
export function decideRemoval(there: Resolution, waitedMs: number): Removal {
  if (there.kind === 'unanswered') return { step: 'none', reply: asNothingLeft(classifyReply(there.reply)) };
  if (there.kind === 'absent') {
    const reply: ClassifiedReply = isLastWord(waitedMs)
      ? { verdict: 'accepted' }
      : { verdict: 'transient', code: 'dmp-answer-lost' };
    return { step: 'none', reply };
  }
  const { entryUuid, status } = there.document;
  if (status === 'approved' || status === 'archived') return { step: 'delete', entryUuid, from: status };
  // Replaced: nobody is shown it, and the DMP lets only current versions be deleted.
  if (status === 'deprecated') return { step: 'none', reply: { verdict: 'accepted' } };
  return { step: 'none', reply: { verdict: 'refused', code: 'dmp-status-unknown' } };
}

/** True when a document that is not there will not come any more. */
function isLastWord(waitedMs: number): boolean {
  return waitedMs >= SETTLING_MS;
}
