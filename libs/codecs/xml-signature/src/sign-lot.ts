import { element, textElement, xmlDocument, type Xml } from '@segur/xml';
import { ALGORITHMS, SIGNATURE_NAMESPACES, type DigestName } from './algorithms.js';
import { digestOf, identityOf, signText, type NamedCertificate, type SigningKey } from './signing-key.js';

const { ds, xad } = SIGNATURE_NAMESPACES;
/** Namespaces in scope where a part is canonicalised by itself: Canonical XML writes them all on its first element. */
const IN_DS = { 'xmlns:ds': ds };
const IN_XAD = { 'xmlns:ds': ds, 'xmlns:xad': xad };
/** Purpose of the signature: the author vouches for the lot. @see ASTM E1762 */
const SOURCE = '1.2.840.10065.1.12.1.14';

/** One document of the lot. */
export interface SignedDocument {
  /** OID. */
  readonly uniqueId: string;
  /** Of the canonical form for XML (`canonicalDigest`), of the bytes for anything else; base64. */
  readonly digest: string;
  readonly xml: boolean;
}

/** What a lot holds, and when it is signed. */
export interface LotToSign {
  /** OID of the submission set. */
  readonly uniqueId: string;
  readonly documents: readonly SignedDocument[];
  readonly signedAt: Date;
  /** Of the signature and of every digest of the file. */
  readonly digest: DigestName;
}

/**
 * Writes the detached XAdES signature of a lot: the file that travels as a document of its own. The same lot, time and key give the same bytes.
 *
 * @see dmp.md §6; XAdES 1.1.1; XML Signature 1.1
 */
export function signLot(lot: LotToSign, key: SigningKey): string {
  const { digest } = lot;
  const manifest = writeManifest(lot, IN_DS);
  const properties = writeSignedProperties(lot, key, IN_XAD);
  const info = (scope: Readonly<Record<string, string>>) =>
    element(
      'ds:SignedInfo',
      scope,
      element('ds:CanonicalizationMethod', { Algorithm: ALGORITHMS.c14nWithComments }),
      element('ds:SignatureMethod', { Algorithm: ALGORITHMS.signature[digest] }),
      writeReference({ URI: '#IHEManifest', Type: `${ds}Manifest` }, digestOf(manifest, digest), digest),
      writeReference({ URI: '#S0-SignedProperties', Type: `${xad}SignedProperties` }, digestOf(properties, digest), digest),
    );
  return xmlDocument(
    element(
      'ds:Signature',
      { ...IN_DS, Id: 'S0' },
      info({}),
      textElement('ds:SignatureValue', { Id: 'S0-SignatureValue' }, signText(info(IN_DS), key.key, digest)),
      element('ds:KeyInfo', {}, element('ds:X509Data', {}, textElement('ds:X509Certificate', {}, identityOf(key).derBase64))),
      element('ds:Object', {}, writeManifest(lot, {})),
      element('ds:Object', {}, writePurpose()),
      element(
        'ds:Object',
        {},
        element('xad:QualifyingProperties', { 'xmlns:xad': xad, Target: '#S0' }, writeSignedProperties(lot, key, {})),
      ),
    ),
  );
}

function writeManifest({ uniqueId, documents, digest }: LotToSign, scope: Readonly<Record<string, string>>): Xml {
  return element(
    'ds:Manifest',
    { ...scope, Id: 'IHEManifest' },
    // The lot itself has no bytes: its digest is a constant that nobody verifies.
    writeReference({ URI: `urn:oid:${uniqueId}` }, 'AA==', digest),
    ...documents.map((document) => writeReference({ URI: `urn:oid:${document.uniqueId}` }, document.digest, digest, document.xml)),
  );
}

function writeReference(where: Readonly<Record<string, string>>, value: string, digest: DigestName, canonical = false): Xml {
  return element(
    'ds:Reference',
    where,
    canonical && element('ds:Transforms', {}, element('ds:Transform', { Algorithm: ALGORITHMS.c14nWithComments })),
    element('ds:DigestMethod', { Algorithm: ALGORITHMS.digest[digest] }),
    textElement('ds:DigestValue', {}, value),
  );
}

function writePurpose(): Xml {
  return element(
    'ds:SignatureProperties',
    {},
    textElement('ds:SignatureProperty', { Id: 'purposeOfSignature', Target: '#S0' }, SOURCE),
  );
}

function writeSignedProperties(lot: LotToSign, key: SigningKey, scope: Readonly<Record<string, string>>): Xml {
  return element(
    'xad:SignedProperties',
    { ...scope, Id: 'S0-SignedProperties' },
    element(
      'xad:SignedSignatureProperties',
      {},
      textElement('xad:SigningTime', {}, `${lot.signedAt.toISOString().slice(0, 19)}Z`),
      element('xad:SigningCertificate', {}, ...[key, ...key.chain].map((certificate) => writeCertificate(certificate, lot.digest))),
      element('xad:SignaturePolicyIdentifier', {}, element('xad:SignaturePolicyImplied', {})),
    ),
  );
}

function writeCertificate(certificate: NamedCertificate, digest: DigestName): Xml {
  const { der, serialNumber } = identityOf(certificate);
  return element(
    'xad:Cert',
    {},
    element(
      'xad:CertDigest',
      {},
      element('xad:DigestMethod', { Algorithm: ALGORITHMS.digest[digest] }),
      textElement('xad:DigestValue', {}, digestOf(der, digest)),
    ),
    element(
      'xad:IssuerSerial',
      {},
      textElement('ds:X509IssuerName', {}, certificate.issuer),
      textElement('ds:X509SerialNumber', {}, serialNumber),
    ),
  );
}
