import { createPrivateKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import forge from 'node-forge';
import type { NamedCertificate, SigningKey } from '../src/signing-key.js';

const AUTHORITY = 'CN=AC DE TEST,O=AUTORITE DE TEST,C=FR';
const SEAL = 'CN=DMP SIGN,OU=1750000000,O=LABORATOIRE DE TEST,ST=Paris (75),C=FR';

/** A seal under an authority of its own, made anew: its keys are worth nothing. */
export function testSeal(): SigningKey {
  const ca = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = (key: typeof own.publicKey | typeof own.privateKey) =>
    key.type === 'public'
      ? key.export({ type: 'spki', format: 'pem' }).toString()
      : key.export({ type: 'pkcs1', format: 'pem' }).toString();
  const issue = (subject: string, publicPem: string, serialNumber: string): NamedCertificate => {
    const certificate = forge.pki.createCertificate();
    certificate.publicKey = forge.pki.publicKeyFromPem(publicPem);
    certificate.serialNumber = serialNumber;
    certificate.validity.notBefore = new Date('2026-01-01T00:00:00Z');
    certificate.validity.notAfter = new Date('2036-01-01T00:00:00Z');
    certificate.setSubject(attributes(subject));
    certificate.setIssuer(attributes(AUTHORITY));
    certificate.sign(forge.pki.privateKeyFromPem(pem(ca.privateKey)), forge.md.sha256.create());
    return { pem: new X509Certificate(forge.pki.certificateToPem(certificate)).toString(), subject, issuer: AUTHORITY };
  };
  return {
    ...issue(SEAL, pem(own.publicKey), '00f1d2'),
    key: createPrivateKey(pem(own.privateKey)),
    chain: [issue(AUTHORITY, pem(ca.publicKey), '01')],
  };
}

function attributes(name: string): forge.pki.CertificateField[] {
  return name
    .split(',')
    .reverse()
    .map((part) => ({ shortName: part.slice(0, part.indexOf('=')), value: part.slice(part.indexOf('=') + 1) }));
}
