import { createHash } from 'node:crypto';

/** What distinguishes one good submission from another. */
export interface SubmissionFacts {
  readonly documentId: string;
  readonly setId: string;
  /** entryUUID of the document to be replaced; absent for a first version. */
  readonly replaces?: string;
  /** Something to make the bytes differ. */
  readonly body?: string;
}

/** Changes that make a good submission a bad one, each to one layer of it. */
export interface Changes {
  readonly cda?: (text: string) => string;
  /** Changes the SOAP text, in which `hash` and `size` are already those of the (changed) CDA. */
  readonly soap?: (text: string) => string;
  /** Changes the MIME body, as latin1 text so that bytes survive. */
  readonly mime?: (text: string) => string;
  readonly contentType?: (text: string) => string;
}

export const PATIENT = '279035121518989^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH';
export const PERSON = '801234534765^CAMPARINI^Marcel^^^^^^&amp;1.2.250.1.71.4.2.1&amp;ISO^D^^^IDNPS';
const STRUCTURE = 'Laboratoire des Charmes é^^^^^&amp;1.2.250.1.71.4.2.2&amp;ISO^IDNST^^^1120459876';

/** A CDA header as the guide's samples have it; the body is of no interest here. CRLF, accents and all. */
export function cdaText({ documentId, body = 'TSH' }: SubmissionFacts): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\r
<?xml-stylesheet type="text/xsl" href="CDA-FO.xsl"?>\r
<ClinicalDocument xmlns="urn:hl7-org:v3">\r
  <templateId root="1.3.6.1.4.1.19376.1.3.3"/>\r
  <id root="${documentId}"/>\r
  <code code="11502-2" codeSystem="2.16.840.1.113883.6.1" displayName="CR d'examens biologiques"/>\r
  <title>Compte rendu d'examens biologiques</title>\r
  <effectiveTime value="20230104160527+0100"/>\r
  <confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25"/>\r
  <languageCode code="fr-FR"/>\r
  <recordTarget><patientRole>\r
    <id extension="279035121518989" root="1.2.250.1.213.1.4.10"/><id extension="IPP1" root="1.2.3.4.5"/>\r
    <patient><name><family qualifier="BR">PAT-TROIS</family><given>DOMINIQUE MARIE-LOUISE</given>\r
      <given qualifier="BR">DOMINIQUE</given><family qualifier="CL">USUELLE</family></name>\r
      <administrativeGenderCode code="F"/><birthTime value="19790328"/></patient>\r
  </patientRole></recordTarget>\r
  <author><assignedAuthor><id root="1.2.250.1.71.4.2.1" extension="801234534765"/>\r
    <representedOrganization><id root="1.2.250.1.71.4.2.2" extension="1120459876"/></representedOrganization></assignedAuthor></author>\r
  <legalAuthenticator><assignedEntity><id root="1.2.250.1.71.4.2.1" extension="801234534765"/></assignedEntity></legalAuthenticator>\r
  <documentationOf><serviceEvent><code code="18719-5" codeSystem="2.16.840.1.113883.6.1"/>\r
    <effectiveTime><low value="202301040922+0100"/><high value="20230104160500+0100"/></effectiveTime>\r
    <performer><assignedEntity><representedOrganization>\r
      <standardIndustryClassCode code="AMBULATOIRE" codeSystem="1.2.250.1.213.1.1.4.9"/>\r
    </representedOrganization></assignedEntity></performer></serviceEvent></documentationOf>\r
  <documentationOf><serviceEvent><code code="18727-8" codeSystem="2.16.840.1.113883.6.1"/></serviceEvent></documentationOf>\r
  <componentOf><encompassingEncounter><location><healthCareFacility>\r
    <code code="SA25" codeSystem="1.2.250.1.71.4.2.4"/></healthCareFacility></location></encompassingEncounter></componentOf>\r
  <component><structuredBody><component><section><text>Résultat : ${body}</text></section></component></structuredBody></component>\r
</ClinicalDocument>`;
}

export function slot(name: string, ...values: string[]): string {
  return `<rim:Slot name="${name}"><rim:ValueList>${values.map((value) => `<rim:Value>${value}</rim:Value>`).join('')}</rim:ValueList></rim:Slot>`;
}

export const label = (text: string) => `<rim:Name><rim:LocalizedString charset="UTF8" xml:lang="FR" value="${text}"/></rim:Name>`;
let nextId = 0;

export function coded(owner: string, scheme: string, code: string, system: string): string {
  return `<rim:Classification id="cl${(nextId += 1)}" classificationScheme="urn:uuid:${scheme}" classifiedObject="${owner}" nodeRepresentation="${code}">${slot('codingScheme', system)}${label(code)}</rim:Classification>`;
}

export function author(owner: string, scheme: string): string {
  return `<rim:Classification id="cl${(nextId += 1)}" classificationScheme="urn:uuid:${scheme}" classifiedObject="${owner}" nodeRepresentation="">${slot('authorPerson', PERSON)}${slot('authorInstitution', STRUCTURE)}${slot('authorSpecialty', 'G15_10/SM03^Médecin - Biologie médicale (SM)^1.2.250.1.213.1.1.4.5')}</rim:Classification>`;
}

export function external(owner: string, scheme: string, value: string): string {
  return `<rim:ExternalIdentifier id="ei${(nextId += 1)}" registryObject="${owner}" identificationScheme="urn:uuid:${scheme}" value="${value}">${label('id')}</rim:ExternalIdentifier>`;
}

/** `rim:RegistryObjectList` content, usable in ITI-41 and in METADATA.XML alike. */
export function registryObjects({ documentId, setId, replaces }: SubmissionFacts, bytes: Buffer, uri?: string): string {
  const rim = 'urn:oasis:names:tc:ebxml-regrep';
  return `<rim:RegistryPackage id="SubmissionSet01">${slot('submissionTime', '20230104151000')}${label('Compte rendu de biologie')}
    <rim:Classification id="marker" classificationNode="urn:uuid:a54d6aa5-d40d-43f9-88c5-b4633d873bdd" classifiedObject="SubmissionSet01"/>
    ${author('SubmissionSet01', 'a7058bb9-b4e4-4307-ba5b-e3f0ab85e12d')}
    ${coded('SubmissionSet01', 'aa543740-bdda-424e-8c96-df4873be8500', '07', '1.2.250.1.213.2.2')}
    ${external('SubmissionSet01', '6b5aea1a-874d-4603-a4bc-96a0a7b38446', PATIENT)}
    ${external('SubmissionSet01', '554ac39e-e3fe-47fe-b233-965d2a147832', '1.2.250.1.999.9')}
    ${external('SubmissionSet01', '96fdda7c-d067-4183-912e-bf5ee74998a8', setId)}
  </rim:RegistryPackage>
  <rim:ExtrinsicObject id="Document01" mimeType="text/xml" objectType="urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1">
    ${slot('sourcePatientId', 'IPP1^^^&amp;1.2.3.4.5&amp;ISO^PI')}
    ${slot('sourcePatientInfo', 'PID-5|PAT-TROIS^DOMINIQUE^^^^^L', 'PID-7|19790328', 'PID-8|F')}
    ${slot('legalAuthenticator', PERSON)}${slot('creationTime', '20230104150527')}
    ${slot('serviceStartTime', '202301040822')}${slot('serviceStopTime', '20230104150500')}
    ${slot('languageCode', 'fr-FR')}${slot('hash', createHash('sha1').update(bytes).digest('hex'))}${slot('size', String(bytes.byteLength))}
    ${uri ? slot('URI', uri) : ''}
    ${label('Compte rendu d&apos;examens biologiques')}
    ${author('Document01', '93606bcf-9494-43ec-9b4e-a7748d1a838d')}
    ${coded('Document01', '41a5887f-8865-4c09-adf7-e362475b143a', '10', '1.2.250.1.213.1.1.4.1')}
    ${coded('Document01', 'f0306f51-975f-434e-a61c-c59651d33983', '11502-2', '2.16.840.1.113883.6.1')}
    ${coded('Document01', 'a09d5840-386c-46f2-b5ad-9c3699a4309d', 'urn:ihe:lab:xd-lab:2008', '1.3.6.1.4.1.19376.1.2.3')}
    ${coded('Document01', 'f33fb8ac-18af-42cc-ae0e-ed0b0bdb91e1', 'SA25', '1.2.250.1.71.4.2.4')}
    ${coded('Document01', 'cccf5598-8b07-4b77-a05e-ae952c785ead', 'AMBULATOIRE', '1.2.250.1.213.1.1.4.9')}
    ${coded('Document01', 'f4f85eac-e6cb-4883-b524-f2705394840f', 'N', '2.16.840.1.113883.5.25')}
    ${coded('Document01', 'f4f85eac-e6cb-4883-b524-f2705394840f', 'MASQUE_PS', '1.2.250.1.213.1.1.4.13')}
    ${coded('Document01', '2c6b8cb7-8b2a-4051-b291-b1ae6a575ef4', '18719-5', '2.16.840.1.113883.6.1')}
    ${coded('Document01', '2c6b8cb7-8b2a-4051-b291-b1ae6a575ef4', '18727-8', '2.16.840.1.113883.6.1')}
    ${external('Document01', '58a6f841-87b3-4a3e-92fd-a8ffeff98427', PATIENT)}
    ${external('Document01', '2e82c1f6-a085-4c72-9da3-8640a32e42ab', documentId)}
  </rim:ExtrinsicObject>
  <rim:Association id="as1" associationType="${rim}:AssociationType:HasMember" sourceObject="SubmissionSet01" targetObject="Document01">${slot('SubmissionSetStatus', 'Original')}</rim:Association>
  ${replaces ? `<rim:Association id="as2" associationType="urn:ihe:iti:2007:AssociationType:RPLC" sourceObject="Document01" targetObject="${replaces}"/>` : ''}`;
}

/** The namespaces that `registryObjects` uses. */
export const EBRIM =
  'xmlns:lcm="urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0" xmlns:rim="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0"';

export function soapText(action: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://www.w3.org/2005/08/addressing"><soap:Header>
<a:MessageID>urn:uuid:6d296e90-e5dc-43d0-b455-7c1f3eb35d83</a:MessageID><a:To>https://dmp.example/services/repository</a:To>
<a:ReplyTo><a:Address>http://www.w3.org/2005/08/addressing/anonymous</a:Address></a:ReplyTo>
<a:Action soap:mustUnderstand="true">${action}</a:Action></soap:Header><soap:Body>${body}</soap:Body></soap:Envelope>`;
}

/** ITI-41 as it travels: text written here by hand, not by any codec of the platform. Neither assertion nor signature. */
export function submission(facts: SubmissionFacts, changes: Changes = {}): { contentType: string; body: Buffer } {
  const bytes = Buffer.from((changes.cda ?? same)(cdaText(facts)));
  return mtom(registryObjects(facts, bytes), [{ entryId: 'Document01', bytes }], changes);
}

const same = (text: string) => text;

/** Packs registry objects and their documents as MTOM. */
export function mtom(
  objects: string,
  documents: readonly { readonly entryId: string; readonly bytes: Buffer }[],
  { soap = same, mime = same, contentType = same }: Changes = {},
): { contentType: string; body: Buffer } {
  const include = (index: number) =>
    `<xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include" href="cid:doc${index + 1}%40lab.example"/>`;
  const envelope = soapText(
    'urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b',
    `<xds:ProvideAndRegisterDocumentSetRequest xmlns:xds="urn:ihe:iti:xds-b:2007" ${EBRIM}><lcm:SubmitObjectsRequest><rim:RegistryObjectList>
${objects}</rim:RegistryObjectList></lcm:SubmitObjectsRequest>
${documents.map(({ entryId }, index) => `<xds:Document id="${entryId}">${include(index)}</xds:Document>`).join('\n')}
</xds:ProvideAndRegisterDocumentSetRequest>`,
  );
  const part = (head: string, content: Buffer) =>
    Buffer.concat([Buffer.from(`--frontier\r\n${head}\r\n\r\n`), content, Buffer.from('\r\n')]);
  const body = Buffer.concat([
    part(
      'Content-Type: application/xop+xml; charset=UTF-8; type="application/soap+xml"\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <root@lab.example>',
      Buffer.from(soap(envelope)),
    ),
    ...documents.map(({ bytes }, index) =>
      part(`Content-Type: text/xml\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <doc${index + 1}@lab.example>`, bytes),
    ),
    Buffer.from('--frontier--\r\n'),
  ]);
  return {
    contentType: contentType(
      'multipart/related; boundary="frontier"; type="application/xop+xml"; start="<root@lab.example>"; start-info="application/soap+xml"; action="urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b"',
    ),
    body: Buffer.from(mime(body.toString('latin1')), 'latin1'),
  };
}

/** ITI-18 GetDocuments, as plain SOAP. */
export function lookup(uniqueIds: string, query = '5c4f972b-d56b-40ac-a5fc-c8ca9b40b9d4'): { contentType: string; body: Buffer } {
  const text = soapText(
    'urn:ihe:iti:2007:RegistryStoredQuery',
    `<q:AdhocQueryRequest xmlns:q="urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0" ${EBRIM}><q:ResponseOption returnComposedObjects="true" returnType="LeafClass"/>
<rim:AdhocQuery id="urn:uuid:${query}">${uniqueIds && slot('$XDSDocumentEntryUniqueId', uniqueIds)}</rim:AdhocQuery></q:AdhocQueryRequest>`,
  );
  return { contentType: 'application/soap+xml; charset=UTF-8', body: Buffer.from(text) };
}
