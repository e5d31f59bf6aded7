import { createHash, sign, X509Certificate, type KeyObject } from 'node:crypto';
import type { DigestName } from './algorithms.js';

/** A certificate as signatures name it. */
export interface NamedCertificate {
  readonly pem: string;
  /** RFC 2253. */
  readonly subject: string;
  readonly issuer: string;
}

/** The key of a seal (ORG SIGN), with its certificate and those of its issuers. */
export interface SigningKey extends NamedCertificate {
  /** RSA. Opened once: a cached `KeyObject` signs in less than a millisecond. */
  readonly key: KeyObject;
  /** Nearest issuer first. */
  readonly chain: readonly NamedCertificate[];
}

/** RSASSA-PKCS1-v1_5 over text, base64. The same text and key give the same signature. */
export function signText(text: string, key: KeyObject, digest: DigestName): string {
  return sign(digest, Buffer.from(text, 'utf8'), key).toString('base64');
}

/** Digest of text, base64. */
export function digestOf(content: string | Uint8Array, digest: DigestName): string {
  return createHash(digest).update(content).digest('base64');
}

/** What `SigningCertificate` says of one certificate, and its DER in base64. Read once per certificate. */
export interface CertificateIdentity {
  readonly derBase64: string;
  readonly der: Uint8Array;
  /** Decimal, as XML Signature writes serial numbers. */
  readonly serialNumber: string;
}

const known = new Map<string, CertificateIdentity>();

/** Opens a certificate, once. */
export function identityOf({ pem }: NamedCertificate): CertificateIdentity {
  const before = known.get(pem);
  if (before) return before;
  const { raw, serialNumber } = new X509Certificate(pem);
  const identity = { der: raw, derBase64: raw.toString('base64'), serialNumber: BigInt(`0x${serialNumber}`).toString(10) };
  known.set(pem, identity);
  return identity;
}
