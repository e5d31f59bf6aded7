import { author, coded, EBRIM, external, label, PATIENT, slot, soapText } from './good-submission.js';

type Message = { readonly contentType: string; readonly body: Buffer };
const plain = (text: string): Message => ({ contentType: 'application/soap+xml; charset=UTF-8', body: Buffer.from(text) });

/** How a document is to be changed. */
export interface UpdateFacts {
  readonly setId: string;
  /** entryUUID. */
  readonly target: string;
  readonly original?: string;
  readonly next?: string;
}

const same = (text: string) => text;
const APPROVED = 'urn:oasis:names:tc:ebxml-regrep:StatusType:Approved';
const DELETED = 'urn:asip:ci-sis:2010:StatusType:Deleted';

function updateSet(setId: string): string {
  return `<rim:RegistryPackage id="SubmissionSet01">${slot('submissionTime', '20230104151000')}${label('Suppression')}
<rim:Classification id="marker" classificationNode="urn:uuid:a54d6aa5-d40d-43f9-88c5-b4633d873bdd" classifiedObject="SubmissionSet01"/>
${author('SubmissionSet01', 'a7058bb9-b4e4-4307-ba5b-e3f0ab85e12d')}${coded('SubmissionSet01', 'aa543740-bdda-424e-8c96-df4873be8500', '26', '1.2.250.1.213.2.2')}
${external('SubmissionSet01', '6b5aea1a-874d-4603-a4bc-96a0a7b38446', PATIENT)}${external('SubmissionSet01', '554ac39e-e3fe-47fe-b233-965d2a147832', '1.2.250.1.999.9')}${external('SubmissionSet01', '96fdda7c-d067-4183-912e-bf5ee74998a8', setId)}</rim:RegistryPackage>`;
}

function updateText(objects: string): string {
  return soapText(
    'urn:ihe:iti:2010:UpdateDocumentSet',
    `<lcm:SubmitObjectsRequest ${EBRIM}><rim:RegistryObjectList>${objects}</rim:RegistryObjectList></lcm:SubmitObjectsRequest>`,
  );
}

/** ITI-57 by status: TD3.3c unless told otherwise. */
export function statusUpdate({ setId, target, original = APPROVED, next = DELETED }: UpdateFacts, change = same): Message {
  const association = `<rim:Association id="a1" associationType="urn:ihe:iti:2010:AssociationType:UpdateAvailabilityStatus" sourceObject="SubmissionSet01" targetObject="${target}">${slot('OriginalStatus', original)}${slot('NewStatus', next)}</rim:Association>`;
  return plain(change(updateText(updateSet(setId) + association)));
}

/** ITI-57 by metadata: `entry` is the whole `rim:ExtrinsicObject` of id `Document01`. */
export function metadataUpdate(
  { setId, entry, version }: { readonly setId: string; readonly entry: string; readonly version: string },
  change = same,
): Message {
  const association = `<rim:Association id="a1" associationType="urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember" sourceObject="SubmissionSet01" targetObject="Document01">${slot('SubmissionSetStatus', 'Original')}${slot('PreviousVersion', version)}</rim:Association>`;
  return plain(change(updateText(updateSet(setId) + entry + association)));
}

/** TD0.2 about a matricule. */
export function existenceTest(matricule: string, change = same): Message {
  const device = (role: string, code: string, root: string) =>
    `<${role} typeCode="${code}"><device classCode="DEV" determinerCode="INSTANCE"><id root="${root}"/></device></${role}>`;
  return plain(
    change(
      soapText(
        'urn:hl7-org:v3:PRPA_IN201307UV02',
        `<PRPA_IN201307UV02 xmlns="urn:hl7-org:v3" ITSVersion="XML_1.0"><id root="1.2.250.1.999.9" extension="m1"/><creationTime value="20261123080000"/><interactionId root="2.16.840.1.113883.1.6" extension="PRPA_IN201307UV02"/>${device('receiver', 'RCV', '1.2.250.1.213.4.1.1.1')}${device('sender', 'SND', '1.2.250.1.999.9')}<controlActProcess classCode="CACT" moodCode="EVN"><reasonCode code="TEST_EXST" codeSystem="1.2.250.1.213.1.1.4.11"/><queryByParameter><queryId root="1.2.250.1.999.9.2" extension="q1"/><statusCode code="new"/><parameterList><patientIdentifier><value root="1.2.250.1.213.1.4.10" extension="${matricule}"/></patientIdentifier></parameterList></queryByParameter></controlActProcess></PRPA_IN201307UV02>`,
      ),
    ),
  );
}

/** ITI-43, which an organisation certificate may not ask for; packaged as the repository wants it. */
export function retrieval(uniqueId: string): Message {
  const text = soapText(
    'urn:ihe:iti:2007:RetrieveDocumentSet',
    `<x:RetrieveDocumentSetRequest xmlns:x="urn:ihe:iti:xds-b:2007"><x:DocumentRequest><x:RepositoryUniqueId>1.2.250.1.213.4.1.1.1.2</x:RepositoryUniqueId><x:DocumentUniqueId>${uniqueId}</x:DocumentUniqueId></x:DocumentRequest></x:RetrieveDocumentSetRequest>`,
  );
  const body = `--b\r\nContent-Type: application/xop+xml; charset=UTF-8; type="application/soap+xml"\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <r@lab>\r\n\r\n${text}\r\n--b--\r\n`;
  return {
    contentType: 'multipart/related; boundary="b"; type="application/xop+xml"; start="<r@lab>"; start-info="application/soap+xml"',
    body: Buffer.from(body),
  };
}
