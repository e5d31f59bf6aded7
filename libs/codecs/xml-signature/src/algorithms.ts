/** What hashes and signs. SHA-1 is what every published sample of a signed lot uses; it is a setting, never a default for assertions. */
export type DigestName = 'sha1' | 'sha256';

/** URIs of XML Signature. @see XML Signature 1.1, clause 6; RFC 9231 */
export const ALGORITHMS = {
  digest: { sha1: 'http://www.w3.org/2000/09/xmldsig#sha1', sha256: 'http://www.w3.org/2001/04/xmlenc#sha256' },
  signature: {
    sha1: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
    sha256: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  },
  exclusiveC14n: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  c14nWithComments: 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments',
  enveloped: 'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
} as const;

/** Namespaces of signatures, by the prefix that is written. */
export const SIGNATURE_NAMESPACES = {
  ds: 'http://www.w3.org/2000/09/xmldsig#',
  saml2: 'urn:oasis:names:tc:SAML:2.0:assertion',
  xad: 'http://uri.etsi.org/01903/v1.1.1#',
} as const;
