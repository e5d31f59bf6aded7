import { ANSWER_POLICIES, UNKNOWN_CODE } from './answer-policies.js';
import { classifyReply, heaviest, type ClassifiedReply } from './classify-reply.js';
import type { Existence } from './dmp-gateway.js';

/**
 * What an existence test says of a document that was to be sent. Nothing was sent yet, so nothing is uncertain.
 *
 * @returns Absent: the patient has an open DMP, and the document goes.
 * @see specs/dmp.md §4
 */
export function unlessOpen(existence: Existence): ClassifiedReply | undefined {
  switch (existence.kind) {
    case 'existence':
      if (existence.record === 'open') return undefined;
      return { verdict: 'eligibility', code: existence.record === 'closed' ? 'dmp-closed' : 'dmp-none' };
    case 'refused': {
      const known = existence.codes.map((code): ClassifiedReply => ({ ...(ANSWER_POLICIES.get(code) ?? UNKNOWN_CODE), code }));
      return heaviest(known) ?? { ...UNKNOWN_CODE, code: 'dmp-existence-refused' };
    }
    case 'unanswered':
      return asNothingLeft(classifyReply(existence.reply));
  }
}

/** A question that was lost changed nothing: it is asked again. */
export function asNothingLeft(reply: ClassifiedReply): ClassifiedReply {
  return reply.verdict === 'uncertain' ? { verdict: 'transient', code: reply.code ?? 'remote-unavailable' } : reply;
}
