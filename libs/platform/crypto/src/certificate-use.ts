import type { CertificateFacts, KeyUsage } from './certificate.js';
import { CertificateNotForThisUse, CertificateOutOfDate } from './crypto-errors.js';

/** What a certificate of an organisation is for: IGC-Santé issues them apart. */
export type CertificateUse = 'client-authentication' | 'seal' | 'server';

const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2';
const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';
const EMAIL_PROTECTION = '1.3.6.1.5.5.7.3.4';

const NEEDS: Readonly<Record<CertificateUse, { readonly keyUsage: KeyUsage; readonly extended: string }>> = {
  'client-authentication': { keyUsage: 'digitalSignature', extended: CLIENT_AUTH },
  seal: { keyUsage: 'nonRepudiation', extended: EMAIL_PROTECTION },
  server: { keyUsage: 'digitalSignature', extended: SERVER_AUTH },
};

/**
 * Checks, at start, that a certificate may do what it is configured for.
 *
 * @param whose - Begins the sentence of a refusal.
 * @throws {CertificateOutOfDate} Expired, or not yet valid.
 * @throws {CertificateNotForThisUse} Issued for something else: the two .p12 files of a laboratory are easily swapped.
 * @see specs/dmp.md §8.2 and §8.3: AUTH_CLI has clientAuth, SIGN has nonRepudiation and emailProtection
 */
export function requireUse(certificate: CertificateFacts, use: CertificateUse, now: Date, whose = 'The certificate'): void {
  const { validFrom, validTo, keyUsages, extendedKeyUsages } = certificate;
  if (now < validFrom) throw new CertificateOutOfDate(`${whose} is not valid yet`, { validFrom: validFrom.toISOString() });
  if (now > validTo) throw new CertificateOutOfDate(`${whose} has expired`, { validTo: validTo.toISOString() });

  const { keyUsage, extended } = NEEDS[use];
  const allows = <T>(usages: readonly T[], needed: T) => usages.length === 0 || usages.includes(needed);
  if (!allows(keyUsages, keyUsage) || !allows(extendedKeyUsages, extended)) {
    throw new CertificateNotForThisUse(`${whose} was not issued for the use "${use}"`, { use });
  }
}
