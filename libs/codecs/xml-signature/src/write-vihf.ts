import { element, fragment, textElement, type Xml } from '@segur/xml';
import { ALGORITHMS, SIGNATURE_NAMESPACES } from './algorithms.js';
import { digestOf, identityOf, signText, type SigningKey } from './signing-key.js';
import type { Vihf, VihfCode } from './vihf.js';

const HL7 = 'urn:hl7-org:v3';
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const DS = { 'xmlns:ds': SIGNATURE_NAMESPACES.ds };

/**
 * Writes a signed assertion, ready for `wsse:Security`.
 *
 * Every namespace is declared where Exclusive C14N would put it, so the text is its own canonical form wherever it is inserted: it is hashed as
 * it is written. It must then travel as it is.
 *
 * @see dmp.md §3; SAML 2.0 core, 5.4; Exclusive XML Canonicalization 1.0
 */
export function writeVihf(vihf: Vihf, key: SigningKey): string {
  const digest = digestOf(writeAssertion(vihf), 'sha256');
  const info = (scope: Readonly<Record<string, string>>) => writeSignedInfo(vihf.id, digest, scope);
  const signature = element(
    'ds:Signature',
    DS,
    info({}),
    textElement('ds:SignatureValue', {}, signText(info(DS), key.key, 'sha256')),
    element('ds:KeyInfo', {}, element('ds:X509Data', {}, textElement('ds:X509Certificate', {}, identityOf(key).derBase64))),
  );
  return writeAssertion(vihf, signature);
}

function writeSignedInfo(id: string, digest: string, scope: Readonly<Record<string, string>>): Xml {
  const algorithm = (name: string, value: string) => element(name, { Algorithm: value });
  return element(
    'ds:SignedInfo',
    scope,
    algorithm('ds:CanonicalizationMethod', ALGORITHMS.exclusiveC14n),
    algorithm('ds:SignatureMethod', ALGORITHMS.signature.sha256),
    element(
      'ds:Reference',
      { URI: `#${id}` },
      element(
        'ds:Transforms',
        {},
        algorithm('ds:Transform', ALGORITHMS.enveloped),
        algorithm('ds:Transform', ALGORITHMS.exclusiveC14n),
      ),
      algorithm('ds:DigestMethod', ALGORITHMS.digest.sha256),
      textElement('ds:DigestValue', {}, digest),
    ),
  );
}

function writeAssertion(vihf: Vihf, signature?: Xml): Xml {
  return element(
    'saml2:Assertion',
    {
      'xmlns:saml2': SIGNATURE_NAMESPACES.saml2,
      ID: vihf.id,
      IssueInstant: vihf.issuedAt.toISOString(),
      Version: '2.0',
    },
    textElement('saml2:Issuer', { Format: 'urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName' }, vihf.issuer),
    signature,
    element('saml2:Subject', {}, textElement('saml2:NameID', {}, vihf.subjectNameId)),
    element(
      'saml2:AuthnStatement',
      { AuthnInstant: vihf.authenticatedAt.toISOString() },
      element('saml2:AuthnContext', {}, textElement('saml2:AuthnContextClassRef', {}, vihf.authenticationContext)),
    ),
    element('saml2:AttributeStatement', {}, writeAttributes(vihf)),
  );
}

function writeAttributes(vihf: Vihf): Xml {
  const { patient, software, secretConnection } = vihf;
  return fragment(
    attribute('VIHF_Version', vihf.version),
    attribute(vihf.modeAttribute, vihf.mode),
    attribute('Identifiant_Structure', vihf.structureId),
    attribute('Secteur_Activite', vihf.sector),
    attribute('urn:oasis:names:tc:xspa:1.0:subject:subject-id', vihf.subjectId),
    attribute('urn:oasis:names:tc:xacml:2.0:subject:role', ...vihf.roles.map((role) => coded('Role', role))),
    patient && attribute('urn:oasis:names:tc:xacml:2.0:resource:resource-id', `${patient.value}^^^&${patient.oid}&ISO^NH`),
    attribute('Ressource_URN', 'urn:dmp'),
    attribute('urn:oasis:names:tc:xspa:1.0:subject:purposeofuse', coded('PurposeOfUse', vihf.purpose)),
    secretConnection !== undefined &&
      attribute('urn:oasis:names:tc:xspa:1.0:resource:patient:hl7:confidentiality-code', secretConnection),
    attribute('LPS_Nom', software.name),
    attribute('LPS_Version', software.version),
    software.instance !== undefined && attribute('LPS_ID', software.instance),
    attribute('LPS_ID_HOMOLOGATION_DMP', software.homologation),
  );
}

type AttributeContent = string | { readonly xml: Xml };

function attribute(name: string, ...values: readonly AttributeContent[]): Xml {
  return element(
    'saml2:Attribute',
    { Name: name },
    ...values.map((value) =>
      typeof value === 'string' ? textElement('saml2:AttributeValue', {}, value) : element('saml2:AttributeValue', {}, value.xml),
    ),
  );
}

/** `xsi` is declared on the element that uses it: a QName in content counts for nothing in Exclusive C14N, `xsi:type` itself does. */
function coded(name: string, { code, system, systemName, label }: VihfCode): AttributeContent {
  return {
    xml: element(name, {
      xmlns: HL7,
      'xmlns:xsi': XSI,
      code,
      codeSystem: system,
      codeSystemName: systemName,
      displayName: label,
      'xsi:type': 'CE',
    }),
  };
}
