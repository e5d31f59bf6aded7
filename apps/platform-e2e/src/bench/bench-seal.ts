import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import forge from 'node-forge';
import type { SigningKey } from '@segur/xml-signature';

const SUBJECT = 'CN=DMP SIGN,O=LABORATOIRE DE TEST,C=FR';

/** A seal that vouches for itself: RSA of 2048 bits, made anew, worth nothing. */
export function benchSeal(): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey);
  certificate.serialNumber = '01';
  certificate.validity.notBefore = new Date('2026-01-01T00:00:00Z');
  certificate.validity.notAfter = new Date('2036-01-01T00:00:00Z');
  const name = [
    { shortName: 'C', value: 'FR' },
    { shortName: 'O', value: 'LABORATOIRE DE TEST' },
    { shortName: 'CN', value: 'DMP SIGN' },
  ];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.sign(forge.pki.privateKeyFromPem(privateKey), forge.md.sha256.create());
  return {
    pem: forge.pki.certificateToPem(certificate),
    subject: SUBJECT,
    issuer: SUBJECT,
    key: createPrivateKey(privateKey),
    chain: [],
  };
}
