import { X509Certificate } from 'node:crypto';
import forge from 'node-forge';
import { Pkcs12Unreadable } from './crypto-errors.js';
import { distinguishedName } from './distinguished-name.js';

/** Bits of the key usage extension, by their names in RFC 5280, §4.2.1.3, in the order of the bits. */
const KEY_USAGES = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
] as const;

/** What a key may be used for. */
export type KeyUsage = (typeof KEY_USAGES)[number];

/** What one reads on a certificate. */
export interface CertificateFacts {
  /** RFC 2253, from the DER: `CN=DMP SIGN,OU=1750000000,O=LABORATOIRE TEST,ST=Paris (75),C=FR`. */
  readonly subject: string;
  readonly issuer: string;
  /** Hexadecimal, upper case. */
  readonly serialNumber: string;
  readonly validFrom: Date;
  readonly validTo: Date;
  /** Empty: the extension is absent, and any usage is allowed. */
  readonly keyUsages: readonly KeyUsage[];
  /** OIDs. Empty: the extension is absent, and any usage is allowed. */
  readonly extendedKeyUsages: readonly string[];
  /** SHA-256 of the DER, 64 lower case hexadecimal digits: what the `access` section of a laboratory states. */
  readonly fingerprint: string;
}

/**
 * Reads a certificate, PEM or DER.
 *
 * @throws {Pkcs12Unreadable} It is not an X.509 certificate.
 */
export function readCertificate(certificate: string | Uint8Array): CertificateFacts {
  const x509 = parse(certificate);
  const [tbs] = children(forge.asn1.fromDer(x509.raw.toString('latin1')));
  // The version is tagged and absent from X.509 v1; then come serial, algorithm, issuer, validity and subject.
  const fields = children(tbs).filter(({ tagClass }) => tagClass === forge.asn1.Class.UNIVERSAL);
  const [, , issuer, , subject] = fields;
  if (!issuer || !subject) throw new Pkcs12Unreadable('Not an X.509 certificate');
  return {
    subject: distinguishedName(subject),
    issuer: distinguishedName(issuer),
    serialNumber: x509.serialNumber,
    validFrom: new Date(x509.validFrom),
    validTo: new Date(x509.validTo),
    keyUsages: keyUsages(tbs),
    extendedKeyUsages: x509.keyUsage ?? [],
    fingerprint: fingerprintOf(x509),
  };
}

/** The SHA-256 of a certificate as the `access` sections write it. */
export function fingerprintOf(certificate: X509Certificate): string {
  return certificate.fingerprint256.replaceAll(':', '').toLowerCase();
}

/** Time left to a certificate, in seconds; negative once expired. For the metric `certificate_expiry_seconds`. */
export function secondsToExpiry({ validTo }: Pick<CertificateFacts, 'validTo'>, now: Date): number {
  return Math.floor((validTo.getTime() - now.getTime()) / 1000);
}

function parse(certificate: string | Uint8Array): X509Certificate {
  try {
    return new X509Certificate(certificate);
  } catch (error) {
    throw new Pkcs12Unreadable('Not an X.509 certificate', {}, { cause: error });
  }
}

const KEY_USAGE_OID = '2.5.29.15';

function keyUsages(tbs: forge.asn1.Asn1 | undefined): readonly KeyUsage[] {
  const tagged = children(tbs).find(({ tagClass, type }) => tagClass === forge.asn1.Class.CONTEXT_SPECIFIC && Number(type) === 3);
  const extension = children(children(tagged)[0]).find((candidate) => oidOf(children(candidate)[0]) === KEY_USAGE_OID);
  const octets = children(extension).at(-1)?.value;
  if (octets === undefined) return [];
  // BIT STRING: tag, length, number of unused bits, then the bits from the left. forge may have decoded the octets already.
  const der = typeof octets === 'string' ? octets : forge.asn1.toDer(octets[0] as forge.asn1.Asn1).getBytes();
  const bits = Buffer.from(der, 'latin1')[3] ?? 0;
  return KEY_USAGES.filter((_, index) => (bits & (0x80 >> index)) !== 0);
}

function oidOf(node: forge.asn1.Asn1 | undefined): string | undefined {
  return node && typeof node.value === 'string' ? forge.asn1.derToOid(node.value) : undefined;
}

function children(node: forge.asn1.Asn1 | undefined): forge.asn1.Asn1[] {
  return Array.isArray(node?.value) ? node.value : [];
}
