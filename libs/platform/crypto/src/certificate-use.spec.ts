import { requireUse, type CertificateUse } from './certificate-use.js';
import { secondsToExpiry, type CertificateFacts, type KeyUsage } from './certificate.js';
import { CertificateNotForThisUse, CertificateOutOfDate } from './crypto-errors.js';

const CLIENT = '1.3.6.1.5.5.7.3.2';
const EMAIL = '1.3.6.1.5.5.7.3.4';
const SERVER = '1.3.6.1.5.5.7.3.1';
const now = new Date('2026-11-23T08:00:00Z');

const certificate = (keyUsages: readonly KeyUsage[], extendedKeyUsages: readonly string[]): CertificateFacts => ({
  subject: 'CN=x',
  issuer: 'CN=y',
  serialNumber: '01',
  validFrom: new Date('2026-01-01T00:00:00Z'),
  validTo: new Date('2027-01-01T00:00:00Z'),
  fingerprint: '00',
  keyUsages,
  extendedKeyUsages,
});

describe('requireUse', () => {
  it.each`
    use                        | keyUsages                                 | extended    | allowed
    ${'client-authentication'} | ${['digitalSignature']}                   | ${[CLIENT]} | ${true}
    ${'seal'}                  | ${['digitalSignature', 'nonRepudiation']} | ${[EMAIL]}  | ${true}
    ${'server'}                | ${['digitalSignature']}                   | ${[SERVER]} | ${true}
    ${'seal'}                  | ${[]}                                     | ${[]}       | ${true}
    ${'client-authentication'} | ${['digitalSignature', 'nonRepudiation']} | ${[EMAIL]}  | ${false}
    ${'seal'}                  | ${['digitalSignature']}                   | ${[CLIENT]} | ${false}
    ${'seal'}                  | ${['digitalSignature']}                   | ${[EMAIL]}  | ${false}
    ${'server'}                | ${['keyEncipherment']}                    | ${[SERVER]} | ${false}
  `('$use with $keyUsages and $extended: $allowed', ({ use, keyUsages, extended, allowed }) => {
    const check = () => requireUse(certificate(keyUsages as KeyUsage[], extended as string[]), use as CertificateUse, now);

    if (allowed) expect(check).not.toThrow();
    else expect(check).toThrow(CertificateNotForThisUse);
  });

  it.each(['2025-12-31T23:59:59Z', '2027-01-01T00:00:01Z'])('refuses a certificate at %s', (instant) => {
    expect(() => requireUse(certificate([], []), 'seal', new Date(instant))).toThrow(CertificateOutOfDate);
  });
});

describe('secondsToExpiry', () => {
  it.each([
    ['2026-12-31T23:59:00Z', 60],
    ['2027-01-01T00:01:00Z', -60],
  ])('at %s is %d', (instant, seconds) => {
    expect(secondsToExpiry(certificate([], []), new Date(instant))).toBe(seconds);
  });
});
