import { evaluateXPathToNumber, evaluateXPathToStrings } from 'fontoxpath';
import type { Document } from 'slimdom';

const HL7 = 'urn:hl7-org:v3';
const options = { namespaceResolver: (prefix: string) => (prefix === 'lab' ? 'urn:oid:1.3.6.1.4.1.19376.1.3.2' : HL7) };
const RESULT = 'observation[templateId/@root="1.3.6.1.4.1.19376.1.3.1.6"]';
const BODY = '//structuredBody';

/** What a judge of its own, XPath on slimdom, sees in the document. */
export function factsInDocument(document: Document): object {
  const count = (path: string) => evaluateXPathToNumber(`count(${path})`, document, null, null, options);
  const list = (path: string) => evaluateXPathToStrings(path, document, null, null, options).sort();
  const quantity = 'string-join((@value, @unit), " ")';
  return {
    chapters: count(`${BODY}/component/section[templateId/@root="1.3.6.1.4.1.19376.1.3.3.2.1"]`),
    subChapters: count(`${BODY}/component/section/component/section`),
    batteries: count(`${BODY}//organizer[@classCode="BATTERY"]`),
    isolates: list(`${BODY}//specimenPlayingEntity[@classCode="MIC"]/code/string-join((@code, translation/@code), " ")`),
    specimens: list(`${BODY}//procedure/participant/participantRole/string-join((id/@extension, playingEntity/code/@code), " ")`),
    collections: list(`${BODY}//procedure/effectiveTime/(@value, high/@value)`),
    receptions: list(`${BODY}//act[code/@code="SPRECEIVE"]/effectiveTime/@value`),
    codes: list(`${BODY}//${RESULT}/code/(@code, translation/@code)[1]`),
    statuses: list(`${BODY}//${RESULT}/statusCode/@code`),
    times: list(`${BODY}//${RESULT}/effectiveTime/@value`),
    quantities: list(`${BODY}//${RESULT}/value[@value]/${quantity}`),
    bounds: list(`${BODY}//${RESULT}/value/(low|high)/string-join((local-name(), @value, @unit, @inclusive), " ")`),
    secondUnits: list(`${BODY}//${RESULT}/value/translation/string-join((@value, @code), " ")`),
    codedValues: list(`${BODY}//${RESULT}/value/@code`),
    words: count(`${BODY}//${RESULT}/value[not(@value) and not(@code) and not(*/@value)]`),
    interpretations: list(`${BODY}//${RESULT}/interpretationCode/@code`),
    methods: list(`${BODY}//${RESULT}/methodCode/@code`),
    devices: list(`${BODY}//playingDevice/code/@code`),
    ranges: list(`${BODY}//referenceRange/observationRange/value/(low|high)/string-join((local-name(), @value, @unit), " ")`),
    priors: list(
      `${BODY}//entryRelationship[@typeCode="REFR"]/observation/string-join((effectiveTime/@value, value/(@value, @code)[1]), " ")`,
    ),
    comments: count(`${BODY}//act[code/@code="48767-8"]`),
    validators: list(
      `${BODY}//participant[@typeCode="AUTHEN"]/string-join((participantRole/id/@extension, time/high/@value), " ")`,
    ),
    performers: list(`${BODY}//(act|organizer|observation)/performer/assignedEntity/representedOrganization/name/string()`),
    images: list(`${BODY}//observationMedia/value[starts-with(@mediaType, "image/")]/string-length(translate(., " \n\r\t", ""))`),
    pdfs: list('//value[@mediaType="application/pdf"]/string-length(translate(., " \n\r\t", ""))'),
    remarks: list(`${BODY}/component/section[templateId/@root="1.2.250.1.213.1.1.2.73"]/title/normalize-space()`),
    screening: list(`${BODY}//section[code/@code="42349-1"]/entry/observation/value/@code`),
    vaccinations: list(`${BODY}//substanceAdministration/string-join((@negationInd, .//translation/@code), " ")`),
  };
}

/** Identifiers, names and times of the header, as XPath sees them. */
export function headerInDocument(document: Document): object {
  const list = (path: string) => evaluateXPathToStrings(path, document, null, null, options).sort();
  const root = '//ClinicalDocument';
  return {
    patient: list(`${root}/recordTarget//id/@extension`),
    names: list(`${root}/recordTarget/patientRole/patient/name/(family|given)[not(@qualifier="SP")]/normalize-space()`),
    guardians: list(`${root}/recordTarget//guardian//family/normalize-space()`),
    actors: list(`${root}/(author|legalAuthenticator|authenticator|participant|informationRecipient)//id/@extension`),
    relatives: list(`${root}/informant/relatedEntity/@classCode`),
    orders: list(`${root}/inFulfillmentOf/order/id/@extension`),
    acts: list(`${root}/documentationOf/serviceEvent/string-join((id/@extension, code/@code, lab:statusCode/@code), " ")`),
    streets: list(`${root}/(recordTarget|author|custodian|componentOf)//streetName/normalize-space()`),
  };
}
