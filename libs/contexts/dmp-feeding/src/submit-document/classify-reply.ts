import type { RegistryAnswer, RegistryError, SoapFault } from '@segur/xds';
import { ANSWER_POLICIES, FAULT_TEXTS, UNKNOWN_CODE, WEIGHT, type AnswerPolicy } from './answer-policies.js';

/** What a call to the DMP came to. */
export type DmpReply =
  /** A SOAP answer that could be read, whatever the HTTP status. */
  | { readonly kind: 'answer'; readonly answer: RegistryAnswer }
  /** An HTTP status other than 200, and no SOAP: a proxy, or a server in trouble. */
  | { readonly kind: 'http'; readonly status: number }
  /** 200, and nothing that can be read. */
  | { readonly kind: 'unreadable' }
  /** No connection: nothing of the request left. */
  | { readonly kind: 'unreachable' }
  /** The TLS handshake failed on certificates: nothing left. */
  | { readonly kind: 'tls-refused' }
  /** The request left, or began to, and the answer was lost. */
  | { readonly kind: 'lost' };

/** What a reply means: a policy, and the code that a person looks up. */
export interface ClassifiedReply extends AnswerPolicy {
  /** Code of the DMP, or ours of docs/errors.md. Absent when accepted. */
  readonly code?: string;
}

/** Reads a reply by the table: codes first, texts only where there is no code. @see specs/dmp.md §9.2 */
export function classifyReply(reply: DmpReply): ClassifiedReply {
  switch (reply.kind) {
    case 'answer':
      return reply.answer.kind === 'fault' ? classifyFault(reply.answer) : classifyResponse(reply.answer);
    case 'http':
      return classifyStatus(reply.status);
    case 'unreadable':
      return { verdict: 'uncertain', code: 'dmp-answer-unreadable' };
    case 'unreachable':
      return { verdict: 'transient', code: 'remote-unavailable' };
    case 'tls-refused':
      return { verdict: 'configuration', code: 'dmp-tls-refused' };
    case 'lost':
      return { verdict: 'uncertain', code: 'dmp-answer-lost' };
  }
}

function classifyResponse({
  status,
  errors,
}: {
  readonly status: string;
  readonly errors: readonly RegistryError[];
}): ClassifiedReply {
  if (status === 'success') return { verdict: 'accepted' };
  const found = errors
    .filter(({ severity }) => severity === 'error')
    .map(({ code }): ClassifiedReply => ({ ...(ANSWER_POLICIES.get(code) ?? UNKNOWN_CODE), code }));
  // Part of a lot of one document is not expected from the DMP: a person looks.
  if (status === 'partial') return { verdict: 'refused', code: found[0]?.code ?? 'dmp-partial-success' };
  return heaviest(found) ?? { ...UNKNOWN_CODE, code: 'dmp-failure-without-code' };
}

function classifyFault({ blames, codes, text }: SoapFault): ClassifiedReply {
  const known = codes
    .filter((code) => ANSWER_POLICIES.has(code))
    .map((code): ClassifiedReply => ({ ...(ANSWER_POLICIES.get(code) ?? UNKNOWN_CODE), code }));
  const byCode = heaviest(known);
  if (byCode) return byCode;
  const byText = FAULT_TEXTS.find(([pattern]) => pattern.test(text));
  if (byText) return { ...byText[1], code: 'dmp-fault-eligibility' };
  if (blames === 'receiver') return { verdict: 'transient', tries: 5, code: 'dmp-fault-receiver' };
  // The sender's fault, and unknown ones: certificate, assertion, envelope. The next document would meet the same.
  return { verdict: 'configuration', code: 'dmp-fault-sender' };
}

function classifyStatus(status: number): ClassifiedReply {
  // A gateway gave up waiting: what was behind it may have finished.
  if ([429, 502, 503, 504].includes(status)) return { verdict: 'uncertain', code: 'dmp-http-unavailable' };
  if (status >= 500) return { verdict: 'transient', tries: 5, code: 'dmp-http-failure' };
  if (status === 413) return { verdict: 'refused', code: 'dmp-too-large' };
  return { verdict: 'configuration', code: 'dmp-http-refused' };
}

/** The reply that weighs most. Absent: there is none. */
export function heaviest(replies: readonly ClassifiedReply[]): ClassifiedReply | undefined {
  return [...replies].sort((a, b) => WEIGHT.indexOf(a.verdict) - WEIGHT.indexOf(b.verdict))[0];
}
