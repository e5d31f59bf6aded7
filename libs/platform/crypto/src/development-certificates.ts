import 'reflect-metadata';
import { KeyObject, randomBytes, webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import forge from 'node-forge';

const RSA = { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' };
const DAY_MS = 24 * 3600 * 1000;

/** What a development certificate is for; the shape of each follows IGC-Santé, gamme élémentaire, domaine ORG. */
export type CertificateRole = 'root' | 'intermediate' | 'client-authentication' | 'seal' | 'server';

/** Who a certificate names: C=FR, ST, O, OU=Struct_IdNat, CN, in this order. */
export interface CertificateSubject {
  readonly commonName: string;
  readonly organisation: string;
  /** Struct_IdNat, e.g. `1` and the nine characters of a FINESS. */
  readonly structureId: string;
}

/** A certificate with its key, as PEM. */
export interface PemPair {
  readonly certificatePem: string;
  /** PKCS#8. */
  readonly keyPem: string;
}

/** What to issue, and who signs it. */
export interface Issuance {
  readonly role: CertificateRole;
  readonly subject: CertificateSubject;
  /** Absent: it signs itself. */
  readonly issuer?: PemPair;
  readonly notBefore: Date;
  readonly lifeDays: number;
  /** DNS names and IP addresses of a server. */
  readonly serverNames?: readonly string[];
}

/** Makes an RSA 2048 key and its certificate, signed with SHA-256. */
export async function issueCertificate({
  role,
  subject,
  issuer,
  notBefore,
  lifeDays,
  serverNames = [],
}: Issuance): Promise<PemPair> {
  const keys = (await webcrypto.subtle.generateKey(RSA, true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair;
  const issuing = issuer && new x509.X509Certificate(issuer.certificatePem);
  const name = nameOf(subject);
  const certificate = await x509.X509CertificateGenerator.create({
    // A leading bit of zero keeps the number positive.
    serialNumber: Buffer.concat([Buffer.from([0x01]), randomBytes(15)]).toString('hex'),
    subject: name,
    issuer: issuing ? issuing.subjectName : name,
    notBefore,
    notAfter: new Date(notBefore.getTime() + lifeDays * DAY_MS),
    publicKey: keys.publicKey,
    signingKey: issuer ? await signingKey(issuer.keyPem) : keys.privateKey,
    signingAlgorithm: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    extensions: [
      ...usagesOf(role),
      ...(serverNames.length > 0 ? [new x509.SubjectAlternativeNameExtension(serverNames.map(alternativeName))] : []),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      ...(issuing ? [await x509.AuthorityKeyIdentifierExtension.create(issuing.publicKey)] : []),
    ],
  });
  const keyPem = KeyObject.from(keys.privateKey as webcrypto.CryptoKey).export({ type: 'pkcs8', format: 'pem' });
  return { certificatePem: `${certificate.toString('pem')}\n`, keyPem: keyPem.toString() };
}

/** Packs a key and its chain as laboratories receive them: one password-protected .p12 file. */
export function toPkcs12({ certificatePem, keyPem }: PemPair, chainPem: readonly string[], passphrase: string): Buffer {
  const certificates = [certificatePem, ...chainPem].map((pem) => forge.pki.certificateFromPem(pem));
  const asn1 = forge.pkcs12.toPkcs12Asn1(forge.pki.privateKeyFromPem(keyPem), certificates, passphrase, {
    algorithm: 'aes256',
    generateLocalKeyId: true,
  });
  return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'latin1');
}

function usagesOf(role: CertificateRole): x509.Extension[] {
  const { digitalSignature, nonRepudiation, keyEncipherment, keyCertSign, cRLSign } = x509.KeyUsageFlags;
  const { clientAuth, serverAuth, emailProtection } = x509.ExtendedKeyUsage;
  const leaf = (usages: x509.KeyUsageFlags, extended: string): x509.Extension[] => [
    new x509.BasicConstraintsExtension(false, undefined, true),
    new x509.KeyUsagesExtension(usages, true),
    new x509.ExtendedKeyUsageExtension([extended]),
  ];
  switch (role) {
    case 'root':
    case 'intermediate':
      return [
        new x509.BasicConstraintsExtension(true, role === 'root' ? 1 : 0, true),
        new x509.KeyUsagesExtension(keyCertSign | cRLSign, true),
      ];
    case 'client-authentication':
      return leaf(digitalSignature, clientAuth);
    case 'seal':
      return leaf(digitalSignature | nonRepudiation, emailProtection);
    case 'server':
      return leaf(digitalSignature | keyEncipherment, serverAuth);
  }
}

function nameOf({ commonName, organisation, structureId }: CertificateSubject): x509.Name {
  return new x509.Name([{ C: ['FR'] }, { ST: ['Paris (75)'] }, { O: [organisation] }, { OU: [structureId] }, { CN: [commonName] }]);
}

function alternativeName(name: string): x509.JsonGeneralName {
  return { type: /^[\d.]+$|:/.test(name) ? 'ip' : 'dns', value: name };
}

function signingKey(keyPem: string): Promise<webcrypto.CryptoKey> {
  const der = Buffer.from(keyPem.replace(/-----[^-]+-----|\s/g, ''), 'base64');
  return webcrypto.subtle.importKey('pkcs8', der, RSA, false, ['sign']);
}
