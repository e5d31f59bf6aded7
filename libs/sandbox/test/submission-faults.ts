import { cda, role, soap, swap, swapAll, vihf } from './message-changes.js';
import type { SignedChanges, Signers } from './signed-submission.js';
import type { Certificates } from './strict-dmp.js';

/** One thing wrong in a message of ours, and the refusal that it gets. */
export type SubmissionFault = [refusal: string, what: string, changes: SignedChanges, by?: (court: Court) => Partial<Signers>];

/** What faults are made with. */
export interface Court {
  readonly certificates: Certificates;
  /** The time of the DMP. */
  readonly now: Date;
}

const CERTIFICATE = 'V2 Fault DMPInvalidCertificate';
const META = 'XDSRegistryMetadataError';
const BYTES = 'XDSRepositoryMetadataError';
const CONTENT = 'InvalidDocumentContent';
const TIME = '<rim:Value>20230104150527</rim:Value>';
const SIGNED_TWICE = /<ds:Reference URI="#[\s\S]*<\/ds:Reference>/;

let setAside = '';

/** The table of what the DMP refuses in a submission (ITI-41). */
export const SUBMISSION_FAULTS: SubmissionFault[] = [
  // Transport. T1 (certificates of the connection) and T4 (bytes) are in dmp-sandbox.it.spec.ts and under M10.
  [
    'T2 Fault',
    'SOAP 1.1',
    { mime: swapAll('http://www.w3.org/2003/05/soap-envelope', 'http://schemas.xmlsoap.org/soap/envelope/') },
  ],
  ['T2 Fault', 'no wsa:MessageID', soap(/<a:MessageID>.*<\/a:MessageID>/, '')],
  ['T2 Fault', 'an Action that is not of the body', soap(/ProvideAndRegisterDocumentSet-b</, 'RetrieveDocumentSet<')],
  [
    'T2 Fault',
    'an Action of another endpoint',
    soap(/urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b</, 'urn:ihe:iti:2010:UpdateDocumentSet<'),
  ],
  ['T3 Fault', 'a start that names no part', { contentType: swap('root@lab', 'other@lab') }],
  ['T3 Fault', 'a multipart without end', { mime: swap('--frontier--', '') }],
  ['T3 XDSMissingDocument', 'an Include of no part', soap('cid:doc2', 'cid:doc3')],
  [
    'T3 XDSMissingDocumentMetadata',
    'a Document whose id differs in case',
    soap('<xds:Document id="Signature01">', '<xds:Document id="signature01">'),
  ],
  [
    'T3 XDSMissingDocumentMetadata',
    'an orphan part',
    {
      mime: swap('--frontier--', '--frontier\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <x@lab>\r\n\r\nx\r\n--frontier--'),
    },
  ],
  // The assertion
  ['V6 Fault', 'no VIHF', { signedVihf: () => '' }],
  ['V6 Fault', 'a timestamp beside the VIHF', { signedVihf: (text) => `${text}<Timestamp xmlns="urn:x"/>` }],
  ['V1 Fault', 'a VIHF without signature', { signedVihf: swap(/<ds:Signature [\s\S]*<\/ds:Signature>/, '') }],
  ['V1 Fault', 'one letter changed after signing', { signedVihf: swap('Plateforme, v1', 'Plateforme, v2') }],
  ['V1 Fault', 'a signature value changed', { signedVihf: swap(/<ds:SignatureValue>./, '<ds:SignatureValue>A') }],
  ['V1 Fault', 'a digest changed', { signedVihf: swap(/<ds:DigestValue>..../, '<ds:DigestValue>AAAA') }],
  ['V1 Fault', 'two references', { signedVihf: swap(SIGNED_TWICE, '$&$&') }],
  ['V1 Fault', 'a reference to the whole message', { signedVihf: swap(/<ds:Reference URI="#[^"]*"/, '<ds:Reference URI=""') }],
  ['V1 Fault', 'transforms in another order', { signedVihf: swap(/(<ds:Transform [^>]*\/>)(<ds:Transform [^>]*\/>)/, '$2$1') }],
  [
    'V1 Fault',
    'SignedInfo in another canonical form',
    {
      signedVihf: swap(
        /<ds:CanonicalizationMethod Algorithm="[^"]*"/,
        '<ds:CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"',
      ),
    },
  ],
  [
    'V1 Fault',
    'the signature after the Subject',
    { signedVihf: swap(/(<ds:Signature [\s\S]*<\/ds:Signature>)(<saml2:Subject>.*<\/saml2:Subject>)/, '$2$1') },
  ],
  [
    'V1 Fault',
    'wrapping: a forged assertion around the signed one',
    {
      signedVihf: (signed) =>
        signed
          .replace(/ID="_[^"]*"/, 'ID="_forged"')
          .replace('801234534765', '899999999999')
          .replace(
            '</ds:Signature>',
            () => `<ds:Object>${signed.replace(/<ds:Signature [\s\S]*<\/ds:Signature>/, '')}</ds:Object></ds:Signature>`,
          ),
    },
  ],
  [
    'V1 Fault',
    'wrapping: a forged assertion, and the signed one elsewhere under the same ID',
    {
      signedVihf: (signed) => {
        setAside = signed;
        return signed.replace('801234534765', '899999999999');
      },
      mime: (text) => text.replace('</soap:Header>', () => `<x xmlns="urn:x">${setAside}</x></soap:Header>`),
    },
  ],
  ['V1 Fault', 'rsa-sha1', {}, () => ({ vihfDigest: 'sha1' })],
  [
    CERTIFICATE,
    'the AUTH_CLI certificate in the place of the seal',
    {},
    ({ certificates }) => ({ vihf: certificates.pki.authentication }),
  ],
  [CERTIFICATE, 'an expired seal', {}, ({ certificates }) => ({ vihf: certificates.expiredSeal })],
  [CERTIFICATE, 'a seal of an unknown authority', {}, ({ certificates }) => ({ vihf: certificates.untrustedSeal })],
  ['V3 Fault', 'an Issuer that is not the signer', vihf(/(<saml2:Issuer[^>]*>)[^<]*/, '$1CN=AUTRE,C=FR')],
  ['V4 Fault', 'a structure that is not that of the certificate', vihf('>1120459876<', '>1750000000<')],
  ['V4 Fault', 'the seal of another structure', {}, ({ certificates }) => ({ vihf: certificates.strangersSeal })],
  ['V5 Fault', 'an assertion of six minutes ago', {}, ({ now }) => ({ now: new Date(now.getTime() - 360_000) })],
  ['V5 Fault', 'an assertion of tomorrow', {}, ({ now }) => ({ now: new Date(now.getTime() + 86_400_000) })],
  ['V6 Fault', 'no LPS_Nom', vihf('"LPS_Nom"', '"LPS_Name"')],
  ['V6 Fault', 'an attribute twice', vihf(/<saml2:Attribute Name="LPS_Version">.*?<\/saml2:Attribute>/, '$&$&')],
  ['V6 Fault', 'a mode that does not exist', vihf('INDIRECTE', 'AUTOMATIQUE')],
  ['V6 Fault', 'a sector of no table', vihf('SA25^', 'SA62^')],
  ['V6 Fault', 'break of glass', vihf('code="normal"', 'code="bris_de_glace"')],
  ['V6 Fault', 'a doctor without specialty', role(['10', '1.2.250.1.71.1.2.7'])],
  ['V6 Fault', 'a doctor with the specialty of a pharmacist', role(['10', '1.2.250.1.71.1.2.7'], ['G', '1.2.250.1.71.4.2.6'])],
  [
    'V6 Fault',
    'an automated sender with a second role',
    role(['AUTOMATE', '1.2.250.1.213.1.1.4.6'], ['SM03', '1.2.250.1.71.4.2.5']),
  ],
  ['V6 Fault', 'a resource that is not the DMP', vihf('urn:dmp', 'urn:mssante')],
  ['V7 Fault', 'an assertion about another patient', vihf('279035121518989', '185017500100051')],
  ['V7 Fault', 'an assertion about nobody', vihf(/<saml2:Attribute Name="[^"]*resource-id">.*?<\/saml2:Attribute>/, '')],
  ['V8 Fault', 'a person who is not linked to the structure', vihf('801234534765', '899999999999')],
  ['V9 Fault', 'a version that is not homologated', vihf('>1.0<', '>1.1<')],
  ['V10 Fault DMPAccessDeniedByRightsService', 'the direct mode with an organisation certificate', vihf('INDIRECTE', 'DIRECTE')],
  // Metadata
  [`M1 ${META}`, 'no signature of the lot', soap(/<rim:Association id="as9"[^>]*\/>/, '')],
  [`M1 ${META}`, 'no HasMember of the signature', soap(/<rim:Association id="as8"[\s\S]*?<\/rim:Association>/, '')],
  [
    `M1 ${META}`,
    'a set without its marker',
    soap('classificationNode="urn:uuid:a54d6aa5', 'classificationNode="urn:uuid:b54d6aa5'),
  ],
  [`M2 ${META}`, 'no legalAuthenticator', soap('"legalAuthenticator"', '"authenticator"')],
  ['M3 XDSPatientIdDoesNotMatch', 'another patient in one entry', soap(/(58a6f841.{0,60}value=")2/, '$11')],
  [
    'M3 XDSPatientIdDoesNotMatch',
    'an INS of production',
    { ...vihf('1.4.10', '1.4.8'), soap: swapAll('1.2.250.1.213.1.4.10', '1.2.250.1.213.1.4.8') },
  ],
  [`M5 ${META}`, 'a uniqueId with an extension', soap(/(2e82c1f6[^>]*value="1\.2\.250\.1\.999\.1\.\d+)"/, '$1^1"')],
  [`M6 ${META}`, 'a class that does not go with the type', soap('nodeRepresentation="10"', 'nodeRepresentation="42"')],
  [`M6 ${META}`, 'a type of no value set', soap('nodeRepresentation="11502-2"', 'nodeRepresentation="11502-1"')],
  [`M6 ${META}`, 'a format of no value set', soap('"urn:ihe:lab:xd-lab:2008"', '"urn:ihe:lab:xd-lab:2010"')],
  [`M6 ${META}`, 'a facility of no value set', soap('nodeRepresentation="SA25"', 'nodeRepresentation="SA99"')],
  [
    `M6 ${META}`,
    'a practice setting of no value set',
    soap('nodeRepresentation="AMBULATOIRE"', 'nodeRepresentation="LABORATOIRE"'),
  ],
  [
    `M6 ${META}`,
    'a chapter whose LOINC check digit is wrong',
    soap('nodeRepresentation="18719-5"', 'nodeRepresentation="18719-6"'),
  ],
  [`M6 ${META}`, 'a contentType of another system', soap('1.2.250.1.213.2.2', '1.2.250.1.213.2.3')],
  [`M6 ${META}`, 'a signature of another type', soap('"E1762"', '"E1763"')],
  [
    `M7 ${META}`,
    'the spelling of HL7 v2 for a visibility',
    soap('nodeRepresentation="MASQUE_PS"', 'nodeRepresentation="INVISIBLE_REP_LEGAUX"'),
  ],
  [`M7 ${META}`, 'neither N, R nor V', soap('nodeRepresentation="N"', 'nodeRepresentation="U"')],
  [`M8 ${META}`, 'a creation time with an offset', soap(TIME, '<rim:Value>20230104160527+0100</rim:Value>')],
  [`M8 ${META}`, 'a creation in the future', soap(TIME, '<rim:Value>20990104150527</rim:Value>')],
  [`M9 ${META}`, 'a structure without its identifier', soap(/\^IDNST\^\^\^1120459876/, '^IDNST')],
  [`M9 ${META}`, 'a birth name without first name field', soap('PID-5|PAT-TROIS^DOMINIQUE^^^^^L', 'PID-5|PAT-TROIS DOMINIQUE')],
  [`M10 ${BYTES}`, 'a byte lost on the way (T4)', { mime: swap('TSH</text>', 'TS</text>') }],
  [`M10 ${BYTES}`, 'CRLF made LF on the way (T4)', { mime: swap('\r\n  <title>', '\n  <title>') }],
  [`M11 ${CONTENT}`, 'a document of another name than its metadata', cda('PAT-TROIS', 'PAT-QUATRE')],
  [`M11 ${CONTENT}`, 'a document of another structure than its metadata', cda('extension="1120459876"', 'extension="1750000000"')],
  [
    `M11 ${CONTENT}`,
    'a file in a CDA under the format of a structured report',
    cda(/<structuredBody>.*<\/structuredBody>/, '<nonXMLBody><text/></nonXMLBody>'),
  ],
  [`M11 ${CONTENT}`, 'local time taken for UTC', soap(TIME, '<rim:Value>20230104160527</rim:Value>')],
  [`M12 ${CONTENT}`, 'a script in the document', cda('</text>', '<script/></text>')],
  [`M12 ${CONTENT}`, 'a link out of the document', cda('</text>', '<linkHtml href="https://example.org">x</linkHtml></text>')],
  [
    `M13 ${BYTES}`,
    'a document other than the signed one',
    { manifest: swap(/(.*<ds:DigestValue>)...(?=.*<\/ds:Manifest>)/, '$1AAA') },
  ],
  [`M13 ${BYTES}`, 'a manifest that names another lot', { manifest: swap(/urn:oid:1\.2\.250\.1\.999\.2\.\d+/, 'urn:oid:1.2.3') }],
  [
    `M13 ${BYTES}`,
    'a manifest that forgets the document',
    { manifest: swap(/<ds:Reference URI="urn:oid:1\.2\.250\.1\.999\.1\.\d+">.*?<\/ds:Reference>/, '') },
  ],
  [`M13 ${BYTES}`, 'a manifest changed after signing', { signedLot: swap('AA==', 'AB==') }],
  [`M13 ${BYTES}`, 'a signing time changed after signing', { signedLot: swap(/<xad:SigningTime>\d{4}/, '<xad:SigningTime>2020') }],
  [
    `M13 ${BYTES}`,
    'a SignedInfo changed after signing',
    { signedLot: swap('Type="http://www.w3.org/2000/09/xmldsig#Manifest" URI', 'URI') },
  ],
  [
    `M13 ${BYTES}`,
    'a quoted certificate that is not the signer',
    { properties: swap(/<ds:X509SerialNumber>\d+/, '<ds:X509SerialNumber>1') },
  ],
  [`M13 ${BYTES}`, 'the seal of another structure on the lot', {}, ({ certificates }) => ({ lot: certificates.strangersSeal })],
  [`M13 ${BYTES}`, 'the AUTH_CLI certificate on the lot', {}, ({ certificates }) => ({ lot: certificates.pki.authentication })],
  [`M13 ${BYTES}`, 'something that is no signature', { signedLot: () => '<x/>' }],
  [
    'M14 Fault',
    'authors of another structure than the VIHF',
    { soap: swapAll('^1120459876', '^1750000000'), cda: swap('1120459876', '1750000000') },
  ],
  [
    'M15 Fault',
    'a Name before the Slots',
    soap(/(<rim:Slot name="sourcePatientId">.*<\/rim:Slot>)([\s\S]*?)(<rim:Name>.*<\/rim:Name>)/, '$3$1$2'),
  ],
  [
    'M15 Fault',
    'a Classification after the ExternalIdentifiers',
    soap(/(<rim:Classification id="marker"[^>]*\/>)([\s\S]*?)<\/rim:RegistryPackage>/, '$2$1</rim:RegistryPackage>'),
  ],
];
