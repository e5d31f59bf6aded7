import type { DeliveryFailure } from './delivery-outcome.js';

const SMTP_REPLY = /^smtp-(?<reply>\d{3})(?:-(?<status>\d\.\d{1,3}\.\d{1,3}))?$/;
// Codes of docs/errors.md: words in small letters. XDS and the DMP write theirs with capitals.
const OWN = /^[a-z0-9]+(-[a-z0-9]+)+$/;

/**
 * A delivery's error code, as the sender of the document is told of it: the code of who refused where somebody did, else `906` (other) of
 * the volet with our own code as its text.
 *
 * @param code - As facts of deliveries say it: `DMPClosed`, `smtp-550-5.1.1`, `ins-not-qualified`.
 */
export function failureOfCode(code: string): DeliveryFailure {
  const { reply, status } = SMTP_REPLY.exec(code)?.groups ?? {};
  if (reply !== undefined) return { code: reply, text: status === undefined ? `SMTP ${reply}` : `SMTP ${reply} ${status}` };
  return OWN.test(code) ? { code: '906', text: code } : { code, text: code };
}
