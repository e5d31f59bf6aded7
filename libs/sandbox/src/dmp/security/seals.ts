import 'reflect-metadata';
import { createHash, X509Certificate } from 'node:crypto';
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Name,
  X509Certificate as ParsedCertificate,
} from '@peculiar/x509';

/** A certificate that signed something, with the facts on which it is judged. */
export interface Seal {
  readonly certificate: X509Certificate;
  /** `OU` of the subject: the Struct_IdNat of the organisation; empty when it has none. */
  readonly structure: string;
}

/** OID of the extended key usage of a seal: IGC-Santé gives `emailProtection` to ORG SIGN, `clientAuth` to ORG AUTH_CLI. */
const EMAIL_PROTECTION = '1.3.6.1.5.5.7.3.4';
const MOST_KNOWN = 1000;
/** What OpenSSL and Java call attributes that the library knows by another name, or by none. */
const NAMES = { GN: '2.5.4.42', SERIALNUMBER: '2.5.4.5' };

/** The certificates that may sign assertions and lots: of an authority of the sandbox, issued for signing, and in date (rule V2). */
export class Seals {
  private readonly authorities: readonly X509Certificate[];
  private readonly known = new Map<string, Seal | string>();

  /** @param authorities - PEM texts, of one certificate or more each. */
  constructor(authorities: readonly string[]) {
    this.authorities = authorities
      .flatMap((pem) => pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [])
      .map((pem) => new X509Certificate(pem));
  }

  /**
   * Judges the certificate of a signature.
   *
   * @param base64 - DER, as `X509Certificate` of a KeyInfo holds it.
   * @returns The reason of the refusal, when it is one.
   */
  judge(base64: string, now: Date): Seal | string {
    const key = base64.replace(/\s/g, '');
    let judged = this.known.get(key);
    if (judged === undefined) {
      if (this.known.size >= MOST_KNOWN) this.known.clear();
      judged = this.judgeOnce(key);
      this.known.set(key, judged);
    }
    return typeof judged === 'string' || isInDate(judged.certificate, now)
      ? judged
      : 'the certificate of the signature is out of date';
  }

  private judgeOnce(base64: string): Seal | string {
    let certificate: X509Certificate;
    try {
      certificate = new X509Certificate(Buffer.from(base64, 'base64'));
    } catch {
      return 'the certificate of the signature cannot be read';
    }
    if (certificate.publicKey.asymmetricKeyType !== 'rsa') return 'the certificate of the signature has no RSA key';
    if (!this.isTrusted(certificate)) return 'the certificate of the signature is of no authority that is trusted here';
    const usages = new ParsedCertificate(certificate.raw).getExtension(KeyUsagesExtension)?.usages ?? 0;
    if ((usages & KeyUsageFlags.nonRepudiation) === 0 || !certificate.keyUsage?.includes(EMAIL_PROTECTION)) {
      return 'Not a valid signature certificate';
    }
    const structure = /^OU=(.+)$/m.exec(certificate.subject)?.[1] ?? '';
    return { certificate, structure };
  }

  private isTrusted(certificate: X509Certificate): boolean {
    return this.authorities.some(
      (authority) => certificate.checkIssued(authority) && certificate.verify(authority.publicKey) && isAuthority(authority),
    );
  }
}

function isAuthority(certificate: X509Certificate): boolean {
  return new ParsedCertificate(certificate.raw).getExtension(BasicConstraintsExtension)?.ca === true;
}

function isInDate({ validFrom, validTo }: X509Certificate, now: Date): boolean {
  return Date.parse(validFrom) <= now.getTime() && now.getTime() <= Date.parse(validTo);
}

/**
 * True when a text is the subject of a certificate (rule V3).
 *
 * RFC 2253 puts the most specific attribute first; a sample of the ANS shows the other order. Which of them the DMP takes is not public, so both pass.
 */
export function isSubject(text: string, certificate: X509Certificate): boolean {
  let judged = subjects.get(certificate);
  if (judged === undefined) subjects.set(certificate, (judged = new Map()));
  let known = judged.get(text);
  if (known === undefined) {
    if (judged.size >= MOST_KNOWN) judged.clear();
    judged.set(text, (known = isItsSubject(text, certificate)));
  }
  return known;
}

/** Each laboratory writes the same text in each assertion. */
const subjects = new WeakMap<X509Certificate, Map<string, boolean>>();

function isItsSubject(text: string, certificate: X509Certificate): boolean {
  try {
    const subject = new Name(new ParsedCertificate(certificate.raw).subjectName.toArrayBuffer(), NAMES).toJSON();
    const stated = JSON.stringify(new Name(text, NAMES).toJSON());
    return stated === JSON.stringify(subject) || stated === JSON.stringify([...subject].reverse());
  } catch {
    return false;
  }
}

/** SHA-1 or SHA-256 of the certificate, in base64: what XAdES quotes. */
export function digestOfCertificate({ raw }: X509Certificate, algorithm: 'sha1' | 'sha256'): string {
  return createHash(algorithm).update(raw).digest('base64');
}
