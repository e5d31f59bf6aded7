import { createHash, createSign, randomUUID, X509Certificate } from 'node:crypto';
import type { IssuedKey } from '@segur/crypto';
import { XmlDocument } from 'libxml2-wasm';
import { SignedXml } from 'xml-crypto';
import { cdaText, coded, external, mtom, registryObjects, slot, type Changes, type SubmissionFacts } from './good-submission.js';

/** Changes to the signed parts of a submission, beside those to its layers. `vihf` and `manifest` happen before the signature, the others after. */
export interface SignedChanges extends Changes {
  readonly vihf?: (text: string) => string;
  readonly signedVihf?: (text: string) => string;
  readonly manifest?: (text: string) => string;
  readonly properties?: (text: string) => string;
  readonly signedLot?: (text: string) => string;
}

/** Who signs, and when. */
export interface Signers {
  readonly now: Date;
  readonly vihf: IssuedKey;
  /** Absent: the key of the VIHF. */
  readonly lot?: IssuedKey;
  /** Absent: sha1, as every published sample. */
  readonly lotDigest?: 'sha1' | 'sha256';
  readonly vihfDigest?: 'sha1' | 'sha256';
}

const DS = 'http://www.w3.org/2000/09/xmldsig#';
const XAD = 'http://uri.etsi.org/01903/v1.1.1#';
const WSSE = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
const C14N = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments';
const SIGNATURE_METHOD = { sha1: `${DS}rsa-sha1`, sha256: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256' };
const DIGEST_METHOD = { sha1: `${DS}sha1`, sha256: 'http://www.w3.org/2001/04/xmlenc#sha256' };
const same = (text: string) => text;
const der = ({ certificatePem }: IssuedKey) => new X509Certificate(certificatePem).raw;

/** A VIHF in one line per attribute, unsigned. The patient is that of the good submission. */
export function vihfText({ now, vihf }: Pick<Signers, 'now' | 'vihf'>): string {
  const issuer = new X509Certificate(vihf.certificatePem).subject.split('\n').reverse().join(',');
  const attribute = (name: string, value: string) =>
    `<saml2:Attribute Name="${name}"><saml2:AttributeValue>${value}</saml2:AttributeValue></saml2:Attribute>`;
  const ce = (name: string, code: string, system: string) =>
    `<${name} xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" code="${code}" codeSystem="${system}" xsi:type="CE"/>`;
  return `<saml2:Assertion xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion" ID="_${randomUUID()}" IssueInstant="${now.toISOString()}" Version="2.0"><saml2:Issuer Format="urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName">${issuer}</saml2:Issuer><saml2:Subject><saml2:NameID>801234534765</saml2:NameID></saml2:Subject><saml2:AuthnStatement AuthnInstant="${now.toISOString()}"><saml2:AuthnContext><saml2:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified</saml2:AuthnContextClassRef></saml2:AuthnContext></saml2:AuthnStatement><saml2:AttributeStatement>${[
    attribute('VIHF_Version', '3.0'),
    attribute('Authentification_Mode', 'INDIRECTE'),
    attribute('Identifiant_Structure', '1120459876'),
    attribute('Secteur_Activite', 'SA25^1.2.250.1.71.4.2.4'),
    attribute('urn:oasis:names:tc:xspa:1.0:subject:subject-id', 'Plateforme, v1, envoi'),
    attribute('urn:oasis:names:tc:xacml:2.0:subject:role', ce('Role', 'AUTOMATE', '1.2.250.1.213.1.1.4.6')),
    attribute('urn:oasis:names:tc:xacml:2.0:resource:resource-id', '279035121518989^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH'),
    attribute('Ressource_URN', 'urn:dmp'),
    attribute('urn:oasis:names:tc:xspa:1.0:subject:purposeofuse', ce('PurposeOfUse', 'normal', '1.2.250.1.213.1.1.4.248')),
    attribute('LPS_Nom', 'Plateforme'),
    attribute('LPS_Version', '1.0'),
    attribute('LPS_ID_HOMOLOGATION_DMP', 'H-1'),
  ].join('')}</saml2:AttributeStatement></saml2:Assertion>`;
}

/** A signed VIHF, as `wsse:Security` holds it. */
export function signedVihf(signers: Signers, { vihf: change = same, signedVihf: after = same }: SignedChanges = {}): string {
  const { vihf: key, vihfDigest: digest = 'sha256' } = signers;
  const signer = new SignedXml({
    privateKey: key.keyPem,
    publicCert: key.certificatePem,
    signatureAlgorithm: SIGNATURE_METHOD[digest],
    canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  });
  signer.addReference({
    xpath: '/*',
    transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/2001/10/xml-exc-c14n#'],
    digestAlgorithm: DIGEST_METHOD[digest],
  });
  signer.computeSignature(change(vihfText(signers)), {
    prefix: 'ds',
    location: { reference: "//*[local-name(.)='Issuer']", action: 'after' },
  });
  return after(signer.getSignedXml());
}

/** The header that carries a VIHF, in the place where an envelope of the tests has none. */
export function withVihf(envelope: string, vihf: string): string {
  return envelope.replace('</soap:Header>', () => `<w:Security xmlns:w="${WSSE}">${vihf}</w:Security></soap:Header>`);
}

/** The XAdES of a lot, written here by hand: what is hashed is written with the namespaces of its place, which is its canonical form. */
export function lotSignature(
  facts: SubmissionFacts,
  document: Buffer,
  { now, vihf, lot = vihf, lotDigest: digest = 'sha1' }: Signers,
  changes: SignedChanges = {},
): string {
  const hash = (text: string | Buffer) => createHash(digest).update(text).digest('base64');
  const parsed = XmlDocument.fromBuffer(document);
  const canonical = parsed.canonicalizeToString({ withComments: true });
  parsed.dispose();
  const method = `<ds:DigestMethod Algorithm="${DIGEST_METHOD[digest]}"></ds:DigestMethod>`;
  const reference = (attributes: string, value: string, transforms = '') =>
    `<ds:Reference ${attributes}>${transforms}${method}<ds:DigestValue>${value}</ds:DigestValue></ds:Reference>`;
  const transform = `<ds:Transforms><ds:Transform Algorithm="${C14N}"></ds:Transform></ds:Transforms>`;
  const manifest = (scope: string) =>
    (changes.manifest ?? same)(
      `<ds:Manifest${scope} Id="IHEManifest">${reference(`URI="urn:oid:${facts.setId}"`, 'AA==')}${reference(`URI="urn:oid:${facts.documentId}"`, hash(canonical), transform)}</ds:Manifest>`,
    );
  const serial = BigInt(`0x${new X509Certificate(lot.certificatePem).serialNumber}`);
  const properties = (scope: string) =>
    (changes.properties ?? same)(
      `<xad:SignedProperties${scope} Id="S0-SignedProperties"><xad:SignedSignatureProperties><xad:SigningTime>${now.toISOString().slice(0, 19)}Z</xad:SigningTime><xad:SigningCertificate><xad:Cert><xad:CertDigest><xad:DigestMethod Algorithm="${DIGEST_METHOD[digest]}"></xad:DigestMethod><xad:DigestValue>${hash(der(lot))}</xad:DigestValue></xad:CertDigest><xad:IssuerSerial><ds:X509IssuerName>CN=AC</ds:X509IssuerName><ds:X509SerialNumber>${serial}</ds:X509SerialNumber></xad:IssuerSerial></xad:Cert></xad:SigningCertificate><xad:SignaturePolicyIdentifier><xad:SignaturePolicyImplied></xad:SignaturePolicyImplied></xad:SignaturePolicyIdentifier></xad:SignedSignatureProperties></xad:SignedProperties>`,
    );
  const [ds, both] = [` xmlns:ds="${DS}"`, ` xmlns:ds="${DS}" xmlns:xad="${XAD}"`];
  const info = (scope: string) =>
    `<ds:SignedInfo${scope}><ds:CanonicalizationMethod Algorithm="${C14N}"></ds:CanonicalizationMethod><ds:SignatureMethod Algorithm="${SIGNATURE_METHOD[digest]}"></ds:SignatureMethod>${reference(`Type="${DS}Manifest" URI="#IHEManifest"`, hash(manifest(ds)))}${reference(`Type="${XAD}SignedProperties" URI="#S0-SignedProperties"`, hash(properties(both)))}</ds:SignedInfo>`;
  const value = createSign(`RSA-${digest.toUpperCase()}`).update(info(ds)).sign(lot.keyPem, 'base64');
  return (changes.signedLot ?? same)(
    `<?xml version="1.0" encoding="UTF-8"?>\n<ds:Signature${ds} Id="S0">${info('')}<ds:SignatureValue>${value}</ds:SignatureValue><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${der(lot).toString('base64')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo><ds:Object>${manifest('')}</ds:Object><ds:Object><ds:SignatureProperties><ds:SignatureProperty Id="purposeOfSignature" Target="#S0">1.2.840.10065.1.12.1.14</ds:SignatureProperty></ds:SignatureProperties></ds:Object><ds:Object><xad:QualifyingProperties xmlns:xad="${XAD}" Target="#S0">${properties('')}</xad:QualifyingProperties></ds:Object></ds:Signature>`,
  );
}

/** ITI-41 as the DMP wants it: assertion and lot signed. */
export function signedSubmission(
  facts: SubmissionFacts,
  signers: Signers,
  changes: SignedChanges = {},
): { contentType: string; body: Buffer } {
  const document = Buffer.from((changes.cda ?? same)(cdaText(facts)));
  const signature = Buffer.from(lotSignature(facts, document, signers, changes));
  const objects = registryObjects(facts, document).replace(
    '<rim:Association ',
    () => `${signatureEntry(facts, signature)}<rim:Association `,
  );
  return mtom(
    objects,
    [
      { entryId: 'Document01', bytes: document },
      { entryId: 'Signature01', bytes: signature },
    ],
    { ...changes, soap: (text) => withVihf((changes.soap ?? same)(text), signedVihf(signers, changes)) },
  );
}

/** The entry of the signature: that of the document, with the codes of a signature; and its two associations. */
function signatureEntry(facts: SubmissionFacts, bytes: Buffer): string {
  const entry = /<rim:ExtrinsicObject[\s\S]*<\/rim:ExtrinsicObject>/.exec(registryObjects(facts, bytes))?.[0] ?? '';
  const code = (from: string, scheme: string, to: string, system: string) => (text: string) =>
    text.replace(
      new RegExp(`<rim:Classification id="\\w+" classificationScheme="urn:uuid:${from}".*\\n`),
      `${coded('Signature01', scheme, to, system)}\n`,
    );
  const scheme = {
    class: '41a5887f-8865-4c09-adf7-e362475b143a',
    type: 'f0306f51-975f-434e-a61c-c59651d33983',
    format: 'a09d5840-386c-46f2-b5ad-9c3699a4309d',
    event: '2c6b8cb7-8b2a-4051-b291-b1ae6a575ef4',
  };
  const changes = [
    (text: string) => text.replaceAll('Document01', 'Signature01').replaceAll(/id="(cl|ei)(\d+)"/g, 'id="s$1$2"'),
    code(scheme.class, scheme.class, 'urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1', 'URN'),
    code(scheme.type, scheme.type, 'E1762', 'ASTM'),
    code(scheme.format, scheme.format, 'http://www.w3.org/2000/09/xmldsig#', 'URN'),
    code(scheme.event, scheme.event, '1.2.840.10065.1.12.1.14', '1.2.840.10065.1.12'),
    (text: string) =>
      text.replace(
        new RegExp(`<rim:Classification id="\\w+" classificationScheme="urn:uuid:${scheme.event}"[^\\n]*18727-8.*\\n`),
        '',
      ),
    (text: string) => text.replace('fr-FR', 'art'),
    (text: string) =>
      text.replace(
        /<rim:ExternalIdentifier [^\n]*2e82c1f6.*\n/,
        `${external('Signature01', '2e82c1f6-a085-4c72-9da3-8640a32e42ab', `${facts.setId}.9`)}\n`,
      ),
  ];
  const membership = `<rim:Association id="as8" associationType="urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember" sourceObject="SubmissionSet01" targetObject="Signature01">${slot('SubmissionSetStatus', 'Original')}</rim:Association>`;
  const signs =
    '<rim:Association id="as9" associationType="urn:ihe:iti:2007:AssociationType:signs" sourceObject="Signature01" targetObject="SubmissionSet01"/>';
  return `${changes.reduce((text, change) => change(text), entry)}${membership}${signs}`;
}
