import { isNull, type CdaHeader, type CdaParticipant, type CdaRecipient } from '@segur/cda';
import type { Professional, Report, Sampler } from '@segur/laboratory';
import type { Remarks } from './finding-catalogue.js';
import { timeAt } from './source.js';
import { mailboxOf, toProfessional, toTelecoms } from './to-people.js';

/** Those outside the laboratory whom the header names. */
export type Correspondents = Pick<Report, 'prescriber' | 'prescribedOn' | 'samplers' | 'copies'>;

/**
 * Gives the prescriber (participant REF), the samplers (PRF, PRELV) and those in copy (informationRecipient).
 *
 * The prescriber's own entry among the recipients only says their mailbox. Another participant has no place in a report.
 */
export function toCorrespondents({ participants, informationRecipients }: CdaHeader, remarks: Remarks): Correspondents {
  const at = (index: number) => `/ClinicalDocument/participant[${index + 1}]`;
  const referrer = participants.findIndex(({ typeCode }) => typeCode === 'REF');
  const referring = participants[referrer];
  const prescriber = referring && toProfessional(referring);
  const recipients = informationRecipients.flatMap((recipient) => toRecipient(recipient) ?? []);
  const mailbox = prescriber && (recipients.find((one) => isSame(one, prescriber))?.mssAddress ?? mailboxOf(prescriber.telecoms));
  const prescribedOn = referring && timeAt(momentOf(referring), `${at(referrer)}/time`, remarks);
  const samplers = participants.flatMap((participant, index): readonly Sampler[] => {
    if (index === referrer) return [];
    const professional = toProfessional(participant);
    if (!professional || participant.typeCode !== 'PRF' || participant.functionCode?.code !== 'PRELV') {
      remarks.add('cda-participant-left-out', at(index));
      return [];
    }
    const moment = timeAt(momentOf(participant), `${at(index)}/time`, remarks);
    return [{ professional, ...(moment !== undefined && { at: moment }) }];
  });
  return {
    ...(prescriber && { prescriber: { ...prescriber, ...(mailbox !== undefined && { mssAddress: mailbox }) } }),
    ...(prescribedOn !== undefined && { prescribedOn }),
    ...(samplers.length > 0 && { samplers }),
    copies: prescriber ? recipients.filter((recipient) => !isSame(recipient, prescriber)) : recipients,
  };
}

/** The mailbox that the report goes to is not one more telecom. */
function toRecipient(recipient: CdaRecipient): Professional | undefined {
  const telecoms = toTelecoms(recipient.telecoms);
  const mssAddress = mailboxOf(telecoms);
  const others = recipient.telecoms.filter((telecom) => isNull(telecom) || telecom.value !== `mailto:${mssAddress}`);
  const professional = toProfessional({ ...recipient, telecoms: others });
  return professional && { ...professional, ...(mssAddress !== undefined && { mssAddress }) };
}

function isSame(one: Professional, other: Professional): boolean {
  if (one.nationalId !== undefined || other.nationalId !== undefined) return one.nationalId === other.nationalId;
  return one.family !== '' && one.family === other.family && one.given === other.given;
}

function momentOf({ time }: CdaParticipant): string | undefined {
  return time.high ?? time.value ?? time.low;
}
