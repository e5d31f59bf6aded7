import type { Segment } from '@segur/hl7v2';
import type { Remarks } from '../remarks.js';
import type { StatedTimes } from '../stated-times.js';
import type { DmpConsent } from './patient-event.js';

/** ZFA-9: opposed to the feeding of the DMP, or not. */
const FEEDING: Readonly<Record<string, boolean>> = { IO: true, INO: false };
/** ZFA-11: consents to the reading of the DMP, or not. */
const CONSULTATION: Readonly<Record<string, boolean>> = { IC: true, INC: false };

/**
 * Reads ZFA. An opposition that cannot be read refuses the message: nobody may take it for a consent.
 *
 * @see PAM-FR 2.11, segment ZFA
 */
export function toConsent(zfa: Segment, times: StatedTimes, remarks: Remarks): DmpConsent | undefined {
  const status = zfa.text(1).trim();
  const opposed = said(zfa, 9, FEEDING, remarks);
  const consents = said(zfa, 11, CONSULTATION, remarks);
  const [opposedAt, consentsAt] = [times.at(zfa, 10), times.at(zfa, 12)];
  if (!status && opposed === undefined && consents === undefined) return undefined;
  return {
    ...(status && { status }),
    ...(opposed !== undefined && { feeding: { opposed, ...(opposedAt && { at: opposedAt }) } }),
    ...(consents !== undefined && { consultation: { consents, ...(consentsAt && { at: consentsAt }) } }),
  };
}

function said(zfa: Segment, field: number, codes: Readonly<Record<string, boolean>>, remarks: Remarks): boolean | undefined {
  const code = zfa.text(field).trim().toUpperCase();
  if (code === '') return undefined;
  if (!Object.hasOwn(codes, code)) remarks.add('hl7-consent-unknown', zfa.location(field));
  return codes[code];
}
