import { element, fragment, textElement, type Xml } from '@segur/xml';
import type {
  CdaAuthor,
  CdaEncounter,
  CdaParticipant,
  CdaPerformer,
  CdaRecipient,
  CdaServiceEvent,
  CdaSignatory,
} from './cda-header.js';
import { TEMPLATES } from './cr-bio-constants.js';
import type { CrBioHeader } from './cr-bio-document.js';
import {
  writeAddress,
  writeCode,
  writeEntity,
  writeId,
  writeInterval,
  writeOrganization,
  writePersonName,
  writeTelecom,
  writeTemplates,
} from './write-cda-types.js';
import { writePatient, writeRelative } from './write-patient.js';

const LOINC = '2.16.840.1.113883.6.1';
const REALM_AND_TYPE = fragment(
  element('realmCode', { code: 'FR' }),
  element('typeId', { root: '2.16.840.1.113883.1.3', extension: 'POCD_HD000040' }),
);
const BEFORE_ID = {
  n3: fragment(REALM_AND_TYPE, writeTemplates(TEMPLATES.document)),
  n1: fragment(REALM_AND_TYPE, writeTemplates(TEMPLATES.documentLevel1)),
} as const;
const CODE_AND_TITLE = fragment(
  element('code', { code: '11502-2', codeSystem: LOINC, codeSystemName: 'LOINC', displayName: "CR d'examens biologiques" }),
  textElement('title', {}, "Compte rendu d'examens biologiques"),
);
const LANGUAGE = element('languageCode', { code: 'fr-FR' });
const SIGNED = element('signatureCode', { code: 'S' });
const AUTHENTICATOR = writeTemplates(TEMPLATES.authenticator);
const RECIPIENT = writeTemplates(TEMPLATES.intendedRecipient);
const PRESCRIBER = writeTemplates(TEMPLATES.prescriber);
const PERFORMER = writeTemplates(TEMPLATES.headerPerformer);

/** Writes everything that stands before `component`, in the order of the XSD. The level only changes the templates that are claimed. */
export function writeHeader(header: CrBioHeader, level: 'n3' | 'n1'): Xml {
  return fragment(
    BEFORE_ID[level],
    writeId(header.id),
    CODE_AND_TITLE,
    element('effectiveTime', { value: header.effectiveTime }),
    writeCode('confidentialityCode', header.confidentiality),
    LANGUAGE,
    writeId(header.setId, 'setId'),
    element('versionNumber', { value: String(header.versionNumber) }),
    writePatient(header.patient),
    ...header.authors.map(writeAuthor),
    ...(header.relatives ?? []).map(writeRelative),
    element(
      'custodian',
      {},
      element('assignedCustodian', {}, writeOrganization('representedCustodianOrganization', header.custodian)),
    ),
    ...header.informationRecipients.map(writeRecipient),
    element('legalAuthenticator', {}, writeSignatory(header.legalAuthenticator)),
    ...header.authenticators.map((signatory) => element('authenticator', {}, AUTHENTICATOR, writeSignatory(signatory))),
    ...header.participants.map(writeParticipant),
    ...header.orders.map((id) => element('inFulfillmentOf', {}, element('order', {}, writeId(id)))),
    ...header.serviceEvents.map((event) => element('documentationOf', {}, writeServiceEvent(event))),
    header.replaces && element('relatedDocument', { typeCode: 'RPLC' }, element('parentDocument', {}, writeId(header.replaces))),
    element('componentOf', {}, writeEncounter(header.encounter)),
  );
}

function writeAuthor(author: CdaAuthor): Xml {
  const { device, organization } = author;
  return element(
    'author',
    {},
    author.functionCode && writeCode('functionCode', author.functionCode),
    element('time', { value: author.time }),
    element(
      'assignedAuthor',
      {},
      ...author.ids.map((id) => writeId(id)),
      author.code && writeCode('code', author.code),
      ...author.addresses.map(writeAddress),
      ...author.telecoms.map(writeTelecom),
      author.person && element('assignedPerson', {}, writePersonName(author.person)),
      device &&
        element(
          'assignedAuthoringDevice',
          {},
          device.manufacturerModelName !== undefined && textElement('manufacturerModelName', {}, device.manufacturerModelName),
          device.softwareName !== undefined && textElement('softwareName', {}, device.softwareName),
        ),
      organization && writeOrganization('representedOrganization', organization),
    ),
  );
}

function writeSignatory(signatory: CdaSignatory): Xml {
  return fragment(element('time', { value: signatory.time }), SIGNED, writeAssigned(signatory));
}

function writeAssigned(entity: CdaSignatory | CdaPerformer | NonNullable<CdaEncounter['responsibleParty']>): Xml {
  return element('assignedEntity', {}, writeEntity(entity, 'assignedPerson', 'representedOrganization'));
}

function writeRecipient(recipient: CdaRecipient): Xml {
  return element(
    'informationRecipient',
    { typeCode: recipient.typeCode },
    element('intendedRecipient', {}, RECIPIENT, writeEntity(recipient, 'informationRecipient', 'receivedOrganization')),
  );
}

function writeParticipant(participant: CdaParticipant): Xml {
  return element(
    'participant',
    { typeCode: participant.typeCode },
    participant.typeCode === 'REF' && PRESCRIBER,
    participant.functionCode && writeCode('functionCode', participant.functionCode),
    writeInterval('time', participant.time, 'IVL_TS'),
    element('associatedEntity', { classCode: 'PROV' }, writeEntity(participant, 'associatedPerson', 'scopingOrganization')),
  );
}

function writeServiceEvent(event: CdaServiceEvent): Xml {
  const { low, high, value } = event.time;
  return element(
    'serviceEvent',
    {},
    ...event.ids.map((id) => writeId(id)),
    event.code && writeCode('code', event.code),
    event.status !== undefined && element('lab:statusCode', { code: event.status }),
    (low ?? high ?? value) !== undefined && writeInterval('effectiveTime', event.time),
    event.performer && writePerformer(event.performer),
  );
}

function writePerformer(performer: CdaPerformer): Xml {
  return element(
    'performer',
    { typeCode: 'PRF' },
    PERFORMER,
    performer.time && writeInterval('time', performer.time),
    writeAssigned(performer),
  );
}

function writeEncounter(encounter: CrBioHeader['encounter']): Xml {
  return element(
    'encompassingEncounter',
    {},
    ...encounter.ids.map((id) => writeId(id)),
    encounter.code && writeCode('code', encounter.code),
    writeInterval('effectiveTime', encounter.time),
    encounter.responsibleParty && element('responsibleParty', {}, writeAssigned(encounter.responsibleParty)),
    element(
      'location',
      {},
      element(
        'healthCareFacility',
        {},
        writeCode('code', encounter.facilityCode),
        element(
          'location',
          {},
          encounter.facilityName !== undefined && textElement('name', {}, encounter.facilityName),
          writeAddress(encounter.facilityAddress),
        ),
      ),
    ),
  );
}
