import { wantsAck, type AckCode, type AckMode } from '@segur/hl7v2';

/** What became of a message at the door. */
export type DoorVerdict = Extract<AckCode, 'AA' | 'AE' | 'AR'>;

const OF_TRANSPORT = { AA: 'CA', AE: 'CE', AR: 'CR' } as const;

/**
 * Which acknowledgements a verdict makes, in the order they leave. None: the sender wants none of it.
 *
 * In enhanced mode a message that is safe has both verdicts, each if its sender waits for it. One that was not taken has one: it was never
 * given to an application that could say more.
 *
 * @see HL7 v2.5.1 §2.9.3; hl7v2.md §8.1
 */
export function acksToSend(mode: AckMode, verdict: DoorVerdict): readonly AckCode[] {
  const wanted = [OF_TRANSPORT[verdict], verdict].filter((code) => wantsAck(mode, code));
  return verdict === 'AA' ? wanted : wanted.slice(0, 1);
}

const NEXT_MESSAGE = Buffer.from('\rMSH');

/** Acknowledgements that were kept as one text, each apart again: a text of ours holds no bare carriage return but between segments. */
export function splitAcks(bytes: Buffer): readonly Buffer[] {
  if (bytes.length === 0) return [];
  const end = bytes.indexOf(NEXT_MESSAGE);
  return end === -1 ? [bytes] : [bytes.subarray(0, end + 1), ...splitAcks(bytes.subarray(end + 1))];
}
