import { createHash, verify } from 'node:crypto';
import type { XmlElement } from 'libxml2-wasm';
import { MalformedInput } from '@segur/errors';
import { canonicalForm, elements, isNamed, value, values, withXml } from '../../xml/foreign-xml.js';
import { digestOfCertificate, type Seal } from './seals.js';

/** What the signature of a lot is compared with. */
export interface SignedLot {
  /** OID of the submission set. */
  readonly setId: string;
  /** The received bytes of each document, by uniqueId. */
  readonly documents: ReadonlyMap<string, Uint8Array>;
  /** Judges the certificate of the signature; a text is a reason to refuse it. */
  readonly judge: (certificate: string) => Seal | string;
}

type Algorithm = 'sha1' | 'sha256';

const C14N = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
const SIGNATURES: Readonly<Record<string, Algorithm>> = {
  'http://www.w3.org/2000/09/xmldsig#rsa-sha1': 'sha1',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256': 'sha256',
};
const DIGESTS: Readonly<Record<string, Algorithm>> = {
  'http://www.w3.org/2000/09/xmldsig#sha1': 'sha1',
  'http://www.w3.org/2001/04/xmlenc#sha256': 'sha256',
};
const MANIFEST = 'http://www.w3.org/2000/09/xmldsig#Manifest';
const SIGNED_PROPERTIES = 'http://uri.etsi.org/01903/v1.1.1#SignedProperties';
const SOURCE = '1.2.840.10065.1.12.1.14';

/** Verifies the detached XAdES of a lot (rule M13). Absent: it is right; otherwise the first thing that is wrong. */
export function lotSignatureProblem(file: Uint8Array, lot: SignedLot): string | undefined {
  try {
    return withXml(file, (root) => {
      if (!isNamed(root, 'ds', 'Signature')) return 'the file of the signature is not an XML signature';
      if (elements(root, 'descendant::ds:Signature').length > 0) return 'the file of the signature holds one signature';
      const certificate = value(root, 'ds:KeyInfo/ds:X509Data/ds:X509Certificate') ?? '';
      const seal = lot.judge(certificate);
      if (typeof seal === 'string') return seal;
      return valueProblem(root, seal) ?? referenceProblem(root) ?? manifestProblem(root, lot) ?? propertiesProblem(root, seal);
    });
  } catch (error) {
    if (error instanceof MalformedInput) return 'the file of the signature is not XML that can be read';
    throw error;
  }
}

function valueProblem(root: XmlElement, { certificate }: Seal): string | undefined {
  const [info] = elements(root, 'ds:SignedInfo');
  const method = value(root, 'ds:SignedInfo/ds:CanonicalizationMethod/@Algorithm') ?? '';
  const algorithm = SIGNATURES[value(root, 'ds:SignedInfo/ds:SignatureMethod/@Algorithm') ?? ''];
  if (!info || !isC14n(method) || !algorithm) return 'SignedInfo is canonicalised by Canonical XML 1.0 and signed by RSA';
  const signature = Buffer.from(value(root, 'ds:SignatureValue') ?? '', 'base64');
  const signed = Buffer.from(canonicalForm(info, method.endsWith('#WithComments')));
  return verify(`RSA-${algorithm.toUpperCase()}`, signed, certificate.publicKey, signature)
    ? undefined
    : 'SignedInfo is not what was signed';
}

/** Two references, to the manifest and to the signed properties of this very signature, whose digests are right. */
function referenceProblem(root: XmlElement): string | undefined {
  const targets = [
    { type: MANIFEST, found: elements(root, 'ds:Object/ds:Manifest') },
    { type: SIGNED_PROPERTIES, found: elements(root, 'ds:Object/xad:QualifyingProperties/xad:SignedProperties') },
  ];
  const references = elements(root, 'ds:SignedInfo/ds:Reference');
  if (references.length !== targets.length) return 'SignedInfo has two references';
  const ids = values(root, '//@Id');
  for (const { type, found } of targets) {
    const reference = references.find((candidate) => value(candidate, '@Type') === type);
    const [target, ...others] = found;
    const id = target && value(target, '@Id');
    if (!reference || !target || others.length > 0 || id === undefined || ids.filter((text) => text === id).length !== 1) {
      return 'SignedInfo refers to one manifest and to one SignedProperties';
    }
    if (value(reference, '@URI') !== `#${id}`) return 'a reference of SignedInfo targets something else';
    const transforms = values(reference, 'ds:Transforms/ds:Transform/@Algorithm');
    if (transforms.length > 1 || !transforms.every(isC14n))
      return 'a reference of SignedInfo has transforms other than canonicalisation';
    const comments = transforms[0]?.endsWith('#WithComments') ?? false;
    if (!hasDigest(reference, Buffer.from(canonicalForm(target, comments))))
      return 'the digest of a reference of SignedInfo is wrong';
  }
  return undefined;
}

/** The lot, which has no bytes to hash, and each document of it, once. */
function manifestProblem(root: XmlElement, { setId, documents }: SignedLot): string | undefined {
  const entries = elements(root, 'ds:Object/ds:Manifest/ds:Reference');
  const named = entries.map((entry) => value(entry, '@URI') ?? '');
  const expected = [setId, ...documents.keys()].map((oid) => `urn:oid:${oid}`);
  if (named.length !== expected.length || expected.some((uri) => !named.includes(uri))) {
    return 'the manifest names the submission set and each document, and nothing else';
  }
  for (const [uniqueId, bytes] of documents) {
    const entry = entries.find((candidate) => value(candidate, '@URI') === `urn:oid:${uniqueId}`);
    const transforms = entry ? values(entry, 'ds:Transforms/ds:Transform/@Algorithm') : [];
    if (!entry || transforms.length > 1 || !transforms.every(isC14n))
      return 'an entry of the manifest has transforms other than canonicalisation';
    const form = transforms[0] === undefined ? bytes : canonicalBytes(bytes, transforms[0].endsWith('#WithComments'));
    if (!form || !hasDigest(entry, form)) return 'the digest of a document in the manifest is not that of the received bytes';
  }
  return undefined;
}

function propertiesProblem(root: XmlElement, { certificate }: Seal): string | undefined {
  const path = 'ds:Object/xad:QualifyingProperties/xad:SignedProperties/xad:SignedSignatureProperties';
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value(root, `${path}/xad:SigningTime`) ?? '')) return 'SigningTime is missing, or not UTC';
  const [quoted] = elements(root, `${path}/xad:SigningCertificate/xad:Cert`);
  const algorithm = quoted && DIGESTS[value(quoted, 'xad:CertDigest/xad:DigestMethod/@Algorithm') ?? ''];
  const right =
    algorithm !== undefined &&
    value(quoted as XmlElement, 'xad:CertDigest/xad:DigestValue') === digestOfCertificate(certificate, algorithm) &&
    value(quoted as XmlElement, 'xad:IssuerSerial/ds:X509SerialNumber') === BigInt(`0x${certificate.serialNumber}`).toString();
  if (!right) return 'SigningCertificate does not quote the certificate that signed first';
  const purposes = values(root, 'ds:Object/ds:SignatureProperties/ds:SignatureProperty[@Id="purposeOfSignature"]');
  return purposes.length === 1 && purposes[0] === SOURCE ? undefined : 'the purpose of the signature is missing';
}

function canonicalBytes(bytes: Uint8Array, comments: boolean): Buffer | undefined {
  try {
    return withXml(bytes, (root) => Buffer.from(canonicalForm(root.doc, comments)));
  } catch (error) {
    if (error instanceof MalformedInput) return undefined;
    throw error;
  }
}

function hasDigest(reference: XmlElement, form: Uint8Array): boolean {
  const algorithm = DIGESTS[value(reference, 'ds:DigestMethod/@Algorithm') ?? ''];
  return algorithm !== undefined && createHash(algorithm).update(form).digest('base64') === value(reference, 'ds:DigestValue');
}

function isC14n(algorithm: string): boolean {
  return algorithm === C14N || algorithm === `${C14N}#WithComments`;
}
