/** What tells one message of a sender from another: MSH-10, and MSH-7 because analysers number every message `1`. */
export interface MessageKey {
  /** MSH-3 and MSH-4, joined by `|`. */
  readonly sender: string;
  /** MSH-10. */
  readonly controlId: string;
  /** MSH-7 as sent. */
  readonly sentAt: string;
}

/** A message that was acknowledged before. */
export interface KnownReception {
  readonly sha256: string;
  /** The bytes of the acknowledgement, as they were sent. */
  readonly ack: Buffer;
}

/** What to do with a message that could be received. */
export type ReceptionDecision =
  | { readonly decision: 'store' }
  /** The same message again: the sender did not see our answer. */
  | { readonly decision: 'repeat'; readonly ack: Buffer }
  /** Another message under a key that was used: answered AE 205, for a person to look at. */
  | { readonly decision: 'conflict' };

/** Decides by what is known under the message's key. */
export function decideReception(sha256: string, known: KnownReception | undefined): ReceptionDecision {
  if (!known) return { decision: 'store' };
  return known.sha256 === sha256 ? { decision: 'repeat', ack: known.ack } : { decision: 'conflict' };
}

/** A message and its key, on their way in. */
export interface Candidate {
  readonly key: MessageKey;
  readonly sha256: string;
  /** What the sender will be told once the message is stored. */
  readonly ack: Buffer;
}

/**
 * Decides for messages that are written together, as if they had come one after the other: a message that repeats its neighbour
 * gets its neighbour's acknowledgement.
 *
 * @param known - By {@link keyText}.
 */
export function decideReceptions(
  candidates: readonly Candidate[],
  known: ReadonlyMap<string, KnownReception>,
): readonly ReceptionDecision[] {
  const seen = new Map(known);
  return candidates.map(({ key, sha256, ack }) => {
    const text = keyText(key);
    const decision = decideReception(sha256, seen.get(text));
    if (decision.decision === 'store') seen.set(text, { sha256, ack });
    return decision;
  });
}

/** A key as one text. */
export function keyText({ sender, controlId, sentAt }: MessageKey): string {
  return JSON.stringify([sender, controlId, sentAt]);
}
