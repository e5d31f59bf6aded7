import { createHash, createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import forge from 'node-forge';
import { readCertificate, type CertificateFacts } from './certificate.js';
import { PassphraseRefused, Pkcs12Unreadable } from './crypto-errors.js';

/** A private key with its certificate, ready for `node:crypto` and `node:tls`. */
export interface CertifiedKey extends CertificateFacts {
  readonly key: KeyObject;
  /** PKCS#8 PEM: `node:tls` takes no `KeyObject`. Never logged. */
  readonly keyPem: string;
  readonly certificatePem: string;
  /** Certificates of the issuers, nearest first; the root too when the file has it. */
  readonly chainPem: readonly string[];
}

// One RSA key costs 15 ms and a key derivation to open: done once per file and process.
const opened = new Map<string, CertifiedKey>();

/**
 * Opens a PKCS#12. The same bytes and passphrase give the same object, without work.
 *
 * Dates and usages are not judged here: {@link requireUse} does.
 *
 * @param passphrase - ASCII: node-forge derives PBES2 keys from one byte per character.
 * @param which - Named in the sentence of a refusal.
 * @throws {PassphraseRefused} The passphrase is wrong.
 * @throws {Pkcs12Unreadable} Not a PKCS#12, or without a private key and the certificate of that key.
 */
export function openPkcs12(bytes: Uint8Array, passphrase: string, which = 'the PKCS#12'): CertifiedKey {
  const name = createHash('sha256').update(bytes).update('\0').update(passphrase).digest('hex');
  const known = opened.get(name);
  if (known) return known;
  const certified = readCertifiedKey(decode(bytes, passphrase, which), which);
  opened.set(name, certified);
  return certified;
}

function decode(bytes: Uint8Array, passphrase: string, which: string): forge.pkcs12.Pkcs12Pfx {
  let asn1: forge.asn1.Asn1;
  try {
    asn1 = forge.asn1.fromDer(Buffer.from(bytes).toString('latin1'));
  } catch (error) {
    throw new Pkcs12Unreadable(`Not a PKCS#12: ${which}`, { sizeBytes: bytes.length }, { cause: error });
  }
  try {
    return forge.pkcs12.pkcs12FromAsn1(asn1, passphrase);
  } catch (error) {
    if (/MAC could not be verified|Cannot decrypt|Cannot read encrypted/i.test(String(error))) {
      throw new PassphraseRefused(`The passphrase does not open ${which}`);
    }
    throw new Pkcs12Unreadable(`Not a PKCS#12: ${which}`, { sizeBytes: bytes.length }, { cause: error });
  }
}

function readCertifiedKey(pfx: forge.pkcs12.Pkcs12Pfx, which: string): CertifiedKey {
  const bags = pfx.safeContents.flatMap(({ safeBags }) => safeBags);
  const key = bags.map(keyOf).find((candidate) => candidate !== undefined);
  if (!key) throw new Pkcs12Unreadable(`No private key in ${which}`);

  const certificates = bags.map(certificateOf).filter((candidate) => candidate !== undefined);
  const own = certificates.find((certificate) => certificate.checkPrivateKey(key));
  if (!own) throw new Pkcs12Unreadable(`No certificate of its private key in ${which}`);

  return {
    ...readCertificate(own.raw),
    key,
    keyPem: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificatePem: own.toString(),
    chainPem: issuersOf(own, certificates).map((certificate) => certificate.toString()),
  };
}

function keyOf({ type, key, asn1 }: forge.pkcs12.Bag): KeyObject | undefined {
  if (type !== forge.pki.oids['pkcs8ShroudedKeyBag'] && type !== forge.pki.oids['keyBag']) return undefined;
  // forge knows RSA only; it leaves other keys as decrypted PKCS#8.
  if (key) return createPrivateKey(forge.pki.privateKeyToPem(key));
  return createPrivateKey({ key: der(asn1), format: 'der', type: 'pkcs8' });
}

function certificateOf({ type, cert, asn1 }: forge.pkcs12.Bag): X509Certificate | undefined {
  if (type !== forge.pki.oids['certBag']) return undefined;
  return new X509Certificate(der(cert ? forge.pki.certificateToAsn1(cert) : asn1));
}

/** Walks from the leaf to the root; a certificate that issued nothing here is left out. */
function issuersOf(leaf: X509Certificate, all: readonly X509Certificate[]): readonly X509Certificate[] {
  const chain: X509Certificate[] = [];
  let current = leaf;
  while (chain.length < all.length) {
    const issuer = all.find((candidate) => candidate.fingerprint256 !== current.fingerprint256 && current.checkIssued(candidate));
    if (!issuer) break;
    chain.push(issuer);
    current = issuer;
  }
  return chain;
}

function der(asn1: forge.asn1.Asn1): Buffer {
  return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'latin1');
}
