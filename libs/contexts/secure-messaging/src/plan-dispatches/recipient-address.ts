import type { DeliveryRecipient, DeliverySheet } from '@segur/laboratory';

/** Where a recipient's mail goes, or why nowhere. */
export type RecipientAddress =
  | { readonly address: string }
  | {
      readonly notEligible: 'mss-address-missing' | 'mss-address-malformed' | 'mss-address-of-another' | 'ins-not-qualified';
    };

// One mailbox, without comments, quotes or lists: nothing in it can become a second address or a header.
const ADDRESS = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,63}$/;
// Mon espace santé; its test environments stand between the two parts.
const PATIENT_DOMAIN = /@patient\.([a-z0-9-]+\.)*mssante\.fr$/i;

/**
 * Says where the mail of a recipient goes.
 *
 * A patient's mailbox follows from the qualified matricule. An address that was given is checked against it, and the mailbox of a
 * patient is nobody else's: a mail to the wrong one is a breach that no correction undoes.
 *
 * @see ENS, Messagerie: `<matricule INS>@patient.mssante.fr`; Référentiel socle MSSanté #2, ECO.2.2.6
 */
export function recipientAddress(
  { qualifiedIns }: Pick<DeliverySheet, 'qualifiedIns'>,
  { role, mssAddress }: DeliveryRecipient,
): RecipientAddress {
  if (role === 'patient') {
    if (!qualifiedIns) return { notEligible: 'ins-not-qualified' };
    if (mssAddress === undefined) return { address: `${qualifiedIns.value}@patient.mssante.fr` };
    const own =
      ADDRESS.test(mssAddress) &&
      PATIENT_DOMAIN.test(mssAddress) &&
      mssAddress.slice(0, mssAddress.indexOf('@')).toUpperCase() === qualifiedIns.value.toUpperCase();
    return own ? { address: mssAddress } : { notEligible: 'mss-address-of-another' };
  }
  if (mssAddress === undefined) return { notEligible: 'mss-address-missing' };
  if (!ADDRESS.test(mssAddress)) return { notEligible: 'mss-address-malformed' };
  return PATIENT_DOMAIN.test(mssAddress) ? { notEligible: 'mss-address-of-another' } : { address: mssAddress };
}
