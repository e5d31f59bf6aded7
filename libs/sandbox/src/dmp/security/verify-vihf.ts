import type { XmlElement } from 'libxml2-wasm';
import { SignedXml } from 'xml-crypto';
import { canonicalForm, elements, value, values } from '../../xml/foreign-xml.js';
import { SoapFault } from '../refusal.js';

/** What a signature vouches for: the assertion as it was signed, and the certificate that the signature names. */
export interface SignedAssertion {
  /** Canonical text of what was signed; the assertion without its signature. Nothing else of the message may be believed. */
  readonly text: string;
  /** DER in base64, not yet judged. */
  readonly certificate: string;
}

const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const RSA_SHA1 = 'http://www.w3.org/2000/09/xmldsig#rsa-sha1';
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';
const SHA1 = 'http://www.w3.org/2000/09/xmldsig#sha1';

/**
 * Verifies the signature of an assertion (rule V1).
 *
 * The shape is demanded first, so that nothing but the assertion can be what was signed; then another library than the readers here does the
 * cryptography. Inclusive canonical form takes the assertion out of its envelope without losing a namespace.
 *
 * @param allowSha1 - Old samples of the DMP are rsa-sha1.
 * @throws {SoapFault} No signature, another shape, or a signature that does not verify.
 */
export function verifyAssertion(assertion: XmlElement, allowSha1: boolean): SignedAssertion {
  const certificate = demandShape(assertion, allowSha1);
  const pem = `-----BEGIN CERTIFICATE-----\n${certificate.replace(/\s/g, '').replace(/.{64}/g, '$&\n').trim()}\n-----END CERTIFICATE-----\n`;
  const signature = new SignedXml({ publicCert: pem, getCertFromKeyInfo: () => null });
  signature.idAttributes = ['ID'];
  try {
    const [element] = elements(assertion, 'ds:Signature');
    signature.loadSignature(element ? canonicalForm(element, true) : '');
    const valid = signature.checkSignature(canonicalForm(assertion, true));
    const [text, ...others] = signature.getSignedReferences();
    if (valid && text !== undefined && others.length === 0) return { text, certificate };
  } catch {
    // It says so by throwing when the value is wrong, and by `false` when a digest is.
  }
  throw new SoapFault('SIM-V1', 'the signature of the VIHF does not verify');
}

/** One demand on the shape: whether it is met, and what is wrong otherwise. */
type Demand = readonly [met: boolean, message: string];

function demandShape(assertion: XmlElement, allowSha1: boolean): string {
  const id = value(assertion, '@ID') ?? '';
  const path = 'ds:Signature/ds:SignedInfo';
  const algorithms = (xpath: string): string => values(assertion, `${xpath}/@Algorithm`).join(' ');
  const [certificate, ...others] = values(assertion, 'ds:Signature/ds:KeyInfo/ds:X509Data/ds:X509Certificate');
  const [methods, digests] = allowSha1
    ? [
        [RSA_SHA256, RSA_SHA1],
        [SHA256, SHA1],
      ]
    : [[RSA_SHA256], [SHA256]];
  const demands: Demand[] = [
    [/^[A-Za-z_][\w.-]*$/.test(id), 'the ID of the assertion is not a name'],
    [elements(assertion, 'descendant::ds:Signature').length === 1, 'the VIHF holds one signature'],
    [
      elements(assertion, 'saml2:Issuer/following-sibling::*[1][self::ds:Signature]').length === 1,
      'the signature stands right after the Issuer',
    ],
    [
      values(assertion, '//@ID | //@Id | //@id').filter((text) => text === id).length === 1,
      'the ID of the assertion stands twice in the message',
    ],
    [elements(assertion, `${path}/ds:Reference`).length === 1, 'the signature has one reference'],
    [value(assertion, `${path}/ds:Reference/@URI`) === `#${id}`, 'the reference of the signature targets the assertion'],
    [
      algorithms(`${path}/ds:Reference/ds:Transforms/ds:Transform`) === `${ENVELOPED} ${EXCLUSIVE}`,
      'the transforms are enveloped-signature, then exclusive canonicalisation',
    ],
    [algorithms(`${path}/ds:CanonicalizationMethod`) === EXCLUSIVE, 'the canonicalisation of SignedInfo is exclusive'],
    [methods.includes(algorithms(`${path}/ds:SignatureMethod`)), 'the signature method is rsa-sha256'],
    [digests.includes(algorithms(`${path}/ds:Reference/ds:DigestMethod`)), 'the digest method is sha256'],
    [certificate !== undefined && others.length === 0, 'KeyInfo names one certificate'],
  ];
  for (const [met, message] of demands) if (!met) throw new SoapFault('SIM-V1', message);
  return certificate ?? '';
}
