import { at, attribute, child, children, hasTemplate, type CdaDocument, type Node } from '../document.js';
import type { Rule } from '../rule.js';
import { OID, PREFIXES, SUFFIXES, TEMPLATE } from './code-lists.js';
import { isRoot, isTime } from './formats.js';

const ids = (node: Node | undefined) => children(node, 'id');
const whole = (id: Node | undefined) => isRoot(attribute(id, 'root')) && Boolean(attribute(id, 'extension'));
const national = (node: Node | undefined) =>
  ids(node).some((id) => attribute(id, 'root') === OID.professionals && Boolean(attribute(id, 'extension')));
const filled = (node: Node | undefined) => Boolean(node?.text.trim());
const signed = (node: Node) =>
  isTime(attribute(child(node, 'time'), 'value')) && attribute(child(node, 'signatureCode'), 'code') === 'S';
const described = (organization: Node | undefined) =>
  ids(organization).length > 0 &&
  filled(child(organization, 'name')) &&
  child(organization, 'telecom') !== undefined &&
  child(organization, 'addr') !== undefined;
const setting = (organization: Node | undefined) => {
  const { code, codeSystem, displayName } = child(organization, 'standardIndustryClassCode')?.attributes ?? {};
  return Boolean(code) && codeSystem === OID.practiceSetting && Boolean(displayName);
};
/** Everything of an organisation is there, if only to say that it is not known: so the official rules of performing laboratories are met. */
const mentioned = (organization: Node | undefined) =>
  ['id', 'name', 'telecom', 'addr', 'standardIndustryClassCode'].every((part) => child(organization, part) !== undefined) &&
  (filled(child(organization, 'name')) || attribute(child(organization, 'name'), 'nullFlavor') !== undefined) &&
  (setting(organization) || attribute(child(organization, 'standardIndustryClassCode'), 'nullFlavor') !== undefined);
const PERSONS = ['assignedPerson', 'associatedPerson', 'informationRecipient', 'relatedPerson'];
const header = (name: string) => (document: CdaDocument) => children(document.root, name);
const acts = (document: CdaDocument) => header('documentationOf')(document).flatMap((node) => children(node, 'serviceEvent'));
const performers = (document: CdaDocument) => acts(document).flatMap((act) => children(act, 'performer'));

/** Who wrote, validated, signed, asked for, performed and receives the report. */
export const actorRules: readonly Rule[] = [
  {
    code: 'actor-person-name',
    message: 'A professional has one family name and at most one given name, title J246 and civility J245 by code',
    messageFr: 'Un professionnel a un nom, au plus un prénom, une civilité (J245) et un titre (J246) codés',
    broken: ({ all }) =>
      PERSONS.flatMap((name) => all(name))
        .flatMap((person) => children(person, 'name'))
        .filter((name) => {
          const part = (kind: string) => children(name, kind);
          return (
            part('family').length !== 1 ||
            part('given').length > 1 ||
            part('prefix').length > 1 ||
            part('suffix').length > 1 ||
            part('prefix').some(({ text }) => !PREFIXES.has(text)) ||
            part('suffix').some(({ text }) => !SUFFIXES.has(text))
          );
        }),
  },
  {
    code: 'actor-specialty',
    message: 'A profession is not written as the codes of J01 are',
    messageFr: "Une profession n'a pas la forme des codes du jeu de valeurs J01",
    broken: ({ all }) =>
      ['assignedAuthor', 'assignedEntity', 'associatedEntity']
        .flatMap((name) => all(name))
        .map((entity) => child(entity, 'code'))
        .filter((code) => code !== undefined)
        .filter(({ attributes: { code, codeSystem } }) => code !== undefined && !isSpecialty(code, codeSystem)),
  },
  {
    code: 'actor-author',
    message: 'An author needs a time, an identifier, and either a person or a device',
    messageFr: 'Un auteur doit avoir une date, un identifiant, et soit une personne soit un dispositif',
    broken: (document) =>
      header('author')(document).filter((author) => {
        const assigned = child(author, 'assignedAuthor');
        const kinds = [child(assigned, 'assignedPerson'), child(assigned, 'assignedAuthoringDevice')].filter(Boolean);
        return (
          !isTime(attribute(child(author, 'time'), 'value')) ||
          ids(assigned).length === 0 ||
          !ids(assigned).every(whole) ||
          kinds.length !== 1 ||
          ids(child(assigned, 'representedOrganization')).length > 1
        );
      }),
  },
  {
    code: 'actor-custodian',
    message: 'The custodian has exactly one identifier: a structure, or the DMP',
    messageFr: 'Le conservateur a un seul identifiant : une structure, ou le DMP',
    broken: (document) =>
      header('custodian')(document).filter((custodian) => {
        const organization = at(custodian, 'assignedCustodian/representedCustodianOrganization');
        const [id, ...others] = ids(organization);
        const root = attribute(id, 'root') ?? '';
        return others.length > 0 || ![OID.structures, OID.dmp].some((oid) => oid === root);
      }),
  },
  {
    code: 'actor-legal-authenticator',
    message: 'The legal authenticator needs a time, signature S and exactly one identifier',
    messageFr: 'Le responsable doit avoir une date, la signature S et un seul identifiant',
    broken: (document) =>
      header('legalAuthenticator')(document).filter((node) => {
        const [id, ...others] = ids(child(node, 'assignedEntity'));
        return !signed(node) || !whole(id) || others.length > 0;
      }),
  },
  {
    code: 'actor-national-id',
    message: 'Who signs or answers needs a national identifier of a health professional',
    messageFr: 'Le signataire, le validateur et le responsable doivent avoir un identifiant national de professionnel',
    broken: ({ all }) =>
      ['legalAuthenticator', 'authenticator', 'responsibleParty']
        .flatMap((name) => all(name))
        .filter((node) => !national(child(node, 'assignedEntity'))),
  },
  {
    code: 'actor-authenticator',
    message: 'A validating biologist needs the template, a time, signature S, an address and a telecom',
    messageFr: 'Un biologiste validateur doit avoir le template, une date, la signature S, une adresse et un contact',
    broken: (document) =>
      header('authenticator')(document).filter((node) => {
        const entity = child(node, 'assignedEntity');
        const organization = child(entity, 'representedOrganization');
        return (
          !hasTemplate(node, TEMPLATE.authenticator) ||
          !signed(node) ||
          !child(entity, 'addr') ||
          !child(entity, 'telecom') ||
          (organization !== undefined && !described(organization))
        );
      }),
  },
  {
    code: 'actor-recipient',
    message: 'A recipient has one intendedRecipient, with one name at most, whose national identifier is whole',
    messageFr: 'Un destinataire a un seul intendedRecipient, au plus un nom, et des identifiants nationaux complets',
    broken: (document) =>
      header('informationRecipient')(document).filter((node) => {
        const [recipient, ...others] = children(node, 'intendedRecipient');
        const names = children(child(recipient, 'informationRecipient'), 'name');
        return (
          others.length > 0 ||
          names.length > 1 ||
          !recipient ||
          ids(recipient).some((id) => attribute(id, 'root') === OID.professionals && !whole(id))
        );
      }),
  },
  {
    code: 'actor-participant',
    message: 'A participant needs a known type, one time and one associated PROV or AGNT',
    messageFr: 'Un participant doit avoir un type connu, une date et un acteur associé PROV ou AGNT',
    broken: (document) =>
      header('participant')(document).filter((node) => {
        const entity = child(node, 'associatedEntity');
        const bounds = [at(node, 'time/low'), at(node, 'time/high')].filter((bound) => bound !== undefined);
        return (
          !/^(REF|REFB|INF|RESP|PRF|CON|VRF)$/.test(attribute(node, 'typeCode') ?? '') ||
          children(node, 'time').length !== 1 ||
          bounds.some((bound) => !isTime(attribute(bound, 'value'))) ||
          !/^(PROV|AGNT)$/.test(attribute(entity, 'classCode') ?? '') ||
          ids(entity).length > 1 ||
          ids(entity).some((id) => !whole(id))
        );
      }),
  },
  {
    code: 'actor-participant-anonymous',
    message: 'A participant has neither identifier, person nor organisation',
    messageFr: "Un participant n'a ni identifiant, ni personne, ni organisation",
    broken: ({ all }) =>
      all('associatedEntity').filter(
        (entity) => !child(entity, 'id') && !child(entity, 'associatedPerson') && !child(entity, 'scopingOrganization'),
      ),
  },
  {
    code: 'act-order',
    message: 'An order has exactly one identifier',
    messageFr: 'Une prescription a exactement un identifiant',
    broken: (document) =>
      header('inFulfillmentOf')(document).filter((node) => {
        const own = ids(child(node, 'order'));
        return own.length !== 1 || !isRoot(attribute(own[0], 'root'));
      }),
  },
  {
    code: 'act-code',
    message: 'A serviceEvent needs the code of its chapter',
    messageFr: 'Un serviceEvent doit porter le code de son chapitre',
    broken: (document) => acts(document).filter((act) => !attribute(child(act, 'code'), 'code')),
  },
  {
    code: 'act-main',
    message: 'The first serviceEvent needs exactly one performer and one period with its start',
    messageFr: 'Le premier serviceEvent doit avoir un seul exécutant et une période avec son début',
    broken: (document) =>
      acts(document)
        .slice(0, 1)
        .filter(
          (act) =>
            children(act, 'performer').length !== 1 ||
            children(act, 'effectiveTime').length !== 1 ||
            !isTime(attribute(at(act, 'effectiveTime/low'), 'value')),
        ),
  },
  {
    code: 'act-performer',
    message: 'A performer needs PRF, a time, one identifier, an address, a telecom, a name and a whole organisation',
    messageFr: 'Un exécutant doit avoir PRF, date, un identifiant, adresse, contact, nom et organisation complète',
    broken: (document) =>
      performers(document).filter((performer) => {
        const entity = child(performer, 'assignedEntity');
        return (
          attribute(performer, 'typeCode') !== 'PRF' ||
          !child(performer, 'time') ||
          ids(entity).length !== 1 ||
          !child(entity, 'addr') ||
          !child(entity, 'telecom') ||
          !at(entity, 'assignedPerson/name') ||
          !described(child(entity, 'representedOrganization'))
        );
      }),
  },
  {
    code: 'act-performing-laboratory',
    message:
      'A performing laboratory has a time, an identifier, and an organisation with name, contact, address and practice setting',
    messageFr:
      "Un laboratoire exécutant a une date, un identifiant, et une organisation avec nom, contact, adresse et secteur d'activité",
    broken: (document) => [
      ...document.withTemplate(TEMPLATE.performer).filter((performer) => {
        const entity = child(performer, 'assignedEntity');
        const organization = child(entity, 'representedOrganization');
        return performer.name !== 'performer' || !child(performer, 'time') || ids(entity).length === 0 || !mentioned(organization);
      }),
      // That of the header is known.
      ...performers(document).filter((performer) => !setting(at(performer, 'assignedEntity/representedOrganization'))),
    ],
  },
  {
    code: 'encounter',
    message: 'The encounter needs a time, a known code if any, and a facility with its code',
    messageFr: 'La prise en charge doit avoir une date, un code connu, et un lieu avec son code',
    broken: ({ all }) =>
      all('encompassingEncounter').filter((encounter) => {
        const code = child(encounter, 'code')?.attributes;
        const facility = at(encounter, 'location/healthCareFacility/code');
        return (
          children(encounter, 'effectiveTime').length !== 1 ||
          (code !== undefined && !/^(AMB|IMP|EMER|HH|FLD|VR|EXTERNE|SEANCE)$/.test(code['code'] ?? '')) ||
          (code !== undefined && !code['displayName']) ||
          !/^(SA\d{2}|SNR|EXP_PATIENT)$/.test(attribute(facility, 'code') ?? '') ||
          !attribute(facility, 'displayName')
        );
      }),
  },
  {
    code: 'encounter-responsible',
    message:
      'The responsible biologist needs an identifier, a profession and a family name; identifiers of the organisation are whole',
    messageFr:
      'Le biologiste responsable doit avoir un identifiant, une profession et un nom ; les identifiants de sa structure sont complets',
    broken: ({ all }) =>
      all('encompassingEncounter').filter((encounter) => {
        const entity = at(encounter, 'responsibleParty/assignedEntity');
        return (
          ids(entity).length === 0 ||
          !attribute(child(entity, 'code'), 'code') ||
          !filled(at(entity, 'assignedPerson/name/family')) ||
          !ids(child(entity, 'representedOrganization')).every(whole)
        );
      }),
  },
];

/** Professions with savoir-faire are of one system and of one form; the other systems of J01 are roles. */
function isSpecialty(code: string, system: string | undefined): boolean {
  if (system === '1.2.250.1.213.1.1.4.5') return /^G\d{2}_\d{2,3}(\/[A-Z]{0,4}\d{0,3})?$/.test(code);
  return system !== undefined && /^1\.2\.250\.1\.213\.1\.(1\.4\.6|6\.1\.\d+)$/.test(system);
}
