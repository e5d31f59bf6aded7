import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  cryptoProvider,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  type Extension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
  type X509Certificate,
} from '@peculiar/x509';

cryptoProvider.set(webcrypto as webcrypto.Crypto);

const CURVE = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const HOUR = 3_600_000;

/** A key and its certificate, PEM. */
export interface Credential {
  readonly key: string;
  readonly cert: string;
}

/** A throw-away authority, as IGC-Santé is to the DMP. */
export class TestAuthority {
  private constructor(
    private readonly keys: webcrypto.CryptoKeyPair,
    private readonly certificate: X509Certificate,
  ) {}

  static async create(name: string): Promise<TestAuthority> {
    const keys = (await webcrypto.subtle.generateKey(CURVE, true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair;
    const certificate = await X509CertificateGenerator.createSelfSigned({
      name: `C=FR, CN=${name}`,
      keys,
      signingAlgorithm: CURVE,
      ...validity(),
      extensions: [new BasicConstraintsExtension(true, undefined, true)],
    });
    return new TestAuthority(keys, certificate);
  }

  get pem(): string {
    return this.certificate.toString('pem');
  }

  server(): Promise<Credential> {
    return this.issue('C=FR, CN=sandbox', [
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension([{ type: 'ip', value: '127.0.0.1' }]),
    ]);
  }

  /** @param usages - Extended key usages; none at all when empty. */
  client(structure: string, usages: readonly ExtendedKeyUsage[] = [ExtendedKeyUsage.clientAuth]): Promise<Credential> {
    const extensions = usages.length > 0 ? [new ExtendedKeyUsageExtension([...usages])] : [];
    return this.issue(`C=FR, O=LABORATOIRE TEST, OU=${structure}, CN=DMP AUTH`, extensions);
  }

  expiredClient(structure: string): Promise<Credential> {
    const extensions = [new ExtendedKeyUsageExtension([ExtendedKeyUsage.clientAuth])];
    return this.issue(`C=FR, OU=${structure}, CN=OLD`, extensions, -2 * HOUR);
  }

  private async issue(subject: string, extensions: readonly Extension[], shiftMs = 0): Promise<Credential> {
    const keys = (await webcrypto.subtle.generateKey(CURVE, true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair;
    const certificate = await X509CertificateGenerator.create({
      subject,
      issuer: this.certificate.subject,
      publicKey: keys.publicKey,
      signingKey: this.keys.privateKey,
      signingAlgorithm: CURVE,
      ...validity(shiftMs),
      extensions: [await AuthorityKeyIdentifierExtension.create(this.certificate), ...extensions],
    });
    const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
    return {
      key: `-----BEGIN PRIVATE KEY-----\n${pkcs8.replace(/.{64}/g, '$&\n').trim()}\n-----END PRIVATE KEY-----\n`,
      cert: certificate.toString('pem'),
    };
  }
}

function validity(shiftMs = 0): { notBefore: Date; notAfter: Date } {
  const now = Date.now() + shiftMs;
  return { notBefore: new Date(now - HOUR), notAfter: new Date(now + HOUR) };
}

export { ExtendedKeyUsage };
