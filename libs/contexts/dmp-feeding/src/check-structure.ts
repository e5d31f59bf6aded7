import { sectionOf, type CertifiedKey } from '@segur/crypto';
import { InvalidConfiguration } from '@segur/errors';
import { SignedXml } from 'xml-crypto';
import type { DmpSection } from './dmp-feeding.config.js';

/** What a laboratory is configured with, opened. */
export interface ConfiguredStructure {
  readonly tenantId: string;
  readonly section: Pick<DmpSection, 'structureId' | 'legalEntityId' | 'responsibleId'>;
  readonly authentication: Certificate;
  /** Absent: the laboratory signs nothing. */
  readonly seal: Certificate | undefined;
  /** Nothing leaves unsigned: so in production. */
  readonly sealRequired: boolean;
}

type Certificate = Pick<CertifiedKey, 'subject' | 'certificatePem' | 'fingerprint' | 'keyPem'>;

/** Struct_IdNat: cabinet by ADELI, FINESS, SIREN, SIRET, cabinet by RPPS. */
const STRUCTURE = /^(0\d{9}|1[0-9AB]{9}|2\d{9}|3\d{14}|4\d{13})$/;

/**
 * Refuses a laboratory whose certificates and numbers cannot go together: the DMP would refuse every call, with a text about the
 * structure or the certificate and no word about which line to mend. Dates and uses are watched elsewhere, as they change with time.
 *
 * @throws {InvalidConfiguration}
 * @see specs/dmp.md §8.2 and §8.3
 */
export function checkStructure({ tenantId, section, authentication, seal, sealRequired }: ConfiguredStructure): void {
  const refuse = (what: string): never => {
    throw new InvalidConfiguration(`laboratories file: ${sectionOf(tenantId, 'dmp')} ${what}`, { tenantId });
  };
  const { structureId, legalEntityId, responsibleId } = section;
  for (const [field, number] of Object.entries({ structureId, legalEntityId }))
    if (number !== undefined && !STRUCTURE.test(number))
      refuse(`needs a Struct_IdNat in "${field}": a digit for the kind of number, then the number`);
  if (!seal && sealRequired) refuse('needs "sealCertificateFile": nothing leaves unsigned in production');
  if (!seal) return belongs(authentication, 'authCertificateFile');
  if (responsibleId === undefined) refuse('needs "responsibleId" to sign');
  if (seal.fingerprint === authentication.fingerprint || seal.keyPem === authentication.keyPem)
    refuse('names one key in "authCertificateFile" and "sealCertificateFile": IGC-Santé issues two');
  belongs(authentication, 'authCertificateFile');
  belongs(seal, 'sealCertificateFile');

  // The certificate is that of the legal entity since 2023; the site is then a number of its own, which has to be told.
  function belongs({ subject }: Certificate, field: keyof DmpSection): void {
    if (!organisationalUnits(subject).includes(legalEntityId ?? structureId))
      refuse(
        `has a certificate of another structure in "${field}": its OU must be "${legalEntityId ? 'legalEntityId' : 'structureId'}"`,
      );
  }
}

/**
 * Refuses a seal whose own signatures do not verify: judged by another library than the one that writes them.
 *
 * @param samples - Signed XML, as it would leave.
 * @throws {InvalidConfiguration}
 */
export function checkSignatures(
  tenantId: string,
  { certificatePem }: Pick<Certificate, 'certificatePem'>,
  samples: readonly string[],
): void {
  for (const sample of samples)
    if (!verifies(sample, certificatePem))
      throw new InvalidConfiguration(
        `laboratories file: the seal of ${sectionOf(tenantId, 'dmp')} makes signatures that do not verify`,
        {
          tenantId,
        },
      );
}

function verifies(sample: string, publicCert: string): boolean {
  const [signature] = /<ds:Signature .*<\/ds:Signature>/s.exec(sample) ?? [];
  if (signature === undefined) return false;
  const verifier = new SignedXml({ publicCert, getCertFromKeyInfo: () => null });
  try {
    verifier.loadSignature(signature);
    return verifier.checkSignature(sample);
  } catch {
    // It says so by throwing when the value is wrong, and by `false` when a digest is.
    return false;
  }
}

/** Values of OU in a distinguished name of RFC 2253; those of numbers need no unescaping. */
function organisationalUnits(subject: string): readonly string[] {
  return [...subject.matchAll(/(?:^|(?<!\\)[,+])OU=((?:[^,+\\]|\\.)*)/g)].map(([, value = '']) => value);
}
