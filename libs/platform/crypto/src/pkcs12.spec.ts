import { createSign, createVerify, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassphraseRefused, Pkcs12Unreadable } from './crypto-errors.js';
import { openPkcs12 } from './pkcs12.js';

/** Made once by OpenSSL 3.0; the keys are worth nothing. */
const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../test/fixtures', name));

describe('openPkcs12', () => {
  it.each(['openssl3-rsa.p12', 'legacy-3des.p12'])('opens %s, its certificate to the byte', (name) => {
    const { subject, issuer, fingerprint, keyUsages, extendedKeyUsages, validTo } = openPkcs12(fixture(name), 'fixture');

    // As openssl x509 -subject -nameopt RFC2253 writes it, but for givenName, which RFC 2253 does not name.
    const dn = String.raw`CN=\# DMP SIGN,2.5.4.42=#0c045a6fc3a9,OU=1750000000,O=LABORATOIRE \"Éloïse\"\, FILS \+ Cie,ST=Paris (75),C=FR`;
    expect({ subject, issuer }).toEqual({ subject: dn, issuer: dn });
    expect(fingerprint).toBe('bd5ca834dce8ded1750e624984ef81a329c064a1ebcca7bd54ee2e25abca0541');
    expect(keyUsages).toEqual(['digitalSignature', 'nonRepudiation']);
    expect(extendedKeyUsages).toEqual(['1.3.6.1.5.5.7.3.4']);
    expect(validTo.getUTCFullYear()).toBeGreaterThan(2100);
  });

  it('opens elliptic keys too', () => {
    const { key, certificatePem, keyUsages } = openPkcs12(fixture('openssl3-ec.p12'), 'fixture');
    const signature = createSign('SHA256').update('text').sign(key);

    expect(key.asymmetricKeyType).toBe('ec');
    expect(createVerify('SHA256').update('text').verify(new X509Certificate(certificatePem).publicKey, signature)).toBe(true);
    expect(keyUsages).toEqual([]);
  });

  it('works once for one file', () => {
    expect(openPkcs12(fixture('openssl3-rsa.p12'), 'fixture')).toBe(openPkcs12(fixture('openssl3-rsa.p12'), 'fixture'));
  });

  it.each(['', 'Fixture', 'fixture '])('refuses the passphrase %p, and does not repeat it', (passphrase) => {
    const open = () => openPkcs12(fixture('openssl3-rsa.p12'), passphrase);

    expect(open).toThrow(PassphraseRefused);
    expect(open).not.toThrow(/Fixture|fixture /);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('not a file')],
    ['half a file', fixture('openssl3-rsa.p12').subarray(0, 900)],
    ['a file without a key', fixture('certificate-only.p12')],
  ])('refuses %s', (_what, bytes) => {
    expect(() => openPkcs12(bytes, 'fixture')).toThrow(Pkcs12Unreadable);
  });
});
