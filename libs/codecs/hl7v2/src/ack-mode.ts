import type { AckCode } from './encode-ack.js';
import type { Hl7Header } from './read-header.js';
import type { AckCondition } from './message-header.js';

/** Which acknowledgements a sender waits for. */
export type AckMode =
  /** One answer: `AA`, `AE` or `AR`. */
  | { readonly mode: 'original' }
  /** `accept`: `CA`, `CE` or `CR` once the message is safe. `application`: `AA`, `AE` or `AR` later, in a message of its own. */
  | { readonly mode: 'enhanced'; readonly accept: AckCondition; readonly application: AckCondition };

const CONDITIONS = ['AL', 'NE', 'ER', 'SU'] as const;

/**
 * Reads MSH-15 and MSH-16. Both empty: original mode. In enhanced mode an empty or unknown condition is taken as `NE`, as the standard
 * says of the empty one.
 *
 * @see HL7 v2.5.1 §2.9.3; table 0155
 */
export function ackModeOf({ acceptAck, applicationAck }: Pick<Hl7Header, 'acceptAck' | 'applicationAck'>): AckMode {
  if (acceptAck === '' && applicationAck === '') return { mode: 'original' };
  const condition = (text: string) => CONDITIONS.find((known) => known === text.trim().toUpperCase()) ?? 'NE';
  return { mode: 'enhanced', accept: condition(acceptAck), application: condition(applicationAck) };
}

/** True when the sender waits for this verdict. */
export function wantsAck(mode: AckMode, code: AckCode): boolean {
  const ofTransport = code.startsWith('C');
  if (mode.mode === 'original') return !ofTransport;
  const condition = ofTransport ? mode.accept : mode.application;
  const accepted = code.endsWith('A');
  return condition === 'AL' || (condition === 'SU' && accepted) || (condition === 'ER' && !accepted);
}
