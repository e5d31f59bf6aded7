import type { CdaDocument, Node } from '../document.js';
import type { Rule } from '../rule.js';

const START = 'realmCode* typeId templateId*';
const PARTS = 'subject specimen* performer* author* informant* participant*';
const MODELS: Readonly<Record<string, string>> = {
  // What a rule of its own says to be missing is not marked as required here.
  ClinicalDocument:
    'realmCode typeId templateId* id* code title effectiveTime confidentialityCode languageCode setId versionNumber copyTime recordTarget* author* dataEnterer informant* custodian informationRecipient* legalAuthenticator* authenticator* participant* inFulfillmentOf* documentationOf* relatedDocument* authorization* componentOf component',
  recordTarget: `${START} patientRole!`,
  patientRole: `${START} id* sdtc:identifiedBy addr* telecom* patient! providerOrganization`,
  patient: `${START} id name* sdtc:desc administrativeGenderCode birthTime sdtc:deceasedInd sdtc:deceasedTime sdtc:multipleBirthInd sdtc:multipleBirthOrderNumber maritalStatusCode religiousAffiliationCode raceCode sdtc:raceCode* ethnicGroupCode sdtc:ethnicGroupCode* guardian* birthplace languageCommunication*`,
  guardian: `${START} id* code addr* telecom* guardianPerson guardianOrganization`,
  birthplace: `${START} place!`,
  place: `${START} name addr`,
  author: `${START} functionCode time assignedAuthor!`,
  assignedAuthor: `${START} id* code addr* telecom* assignedPerson assignedAuthoringDevice representedOrganization`,
  dataEnterer: `${START} time assignedEntity!`,
  custodian: `${START} assignedCustodian!`,
  assignedCustodian: `${START} representedCustodianOrganization!`,
  representedCustodianOrganization: `${START} id* name telecom addr`,
  intendedRecipient: `${START} id* addr* telecom* informationRecipient receivedOrganization`,
  legalAuthenticator: `${START} time signatureCode sdtc:signatureText assignedEntity!`,
  authenticator: `${START} time signatureCode assignedEntity! sdtc:signatureText`,
  associatedEntity: `${START} id* code addr* telecom* associatedPerson scopingOrganization`,
  assignedEntity: `${START} id* code addr* telecom* assignedPerson representedOrganization sdtc:patient`,
  representedOrganization: `${START} id* name telecom* addr* standardIndustryClassCode asOrganizationPartOf`,
  scopingOrganization: `${START} id* name telecom* addr* standardIndustryClassCode asOrganizationPartOf`,
  receivedOrganization: `${START} id* name telecom* addr* standardIndustryClassCode asOrganizationPartOf`,
  guardianPerson: `${START} name!`,
  informant: `${START} assignedEntity relatedEntity`,
  assignedPerson: `${START} name!`,
  associatedPerson: `${START} name!`,
  relatedPerson: `${START} name!`,
  inFulfillmentOf: `${START} order!`,
  documentationOf: `${START} serviceEvent!`,
  serviceEvent: `${START} id* code lab:statusCode effectiveTime performer*`,
  performer: `${START} functionCode sdtc:functionCode time modeCode assignedEntity!`,
  relatedDocument: `${START} parentDocument!`,
  parentDocument: `${START} id* code text setId versionNumber`,
  componentOf: `${START} encompassingEncounter!`,
  encompassingEncounter: `${START} id* code effectiveTime dischargeDispositionCode responsibleParty encounterParticipant* location!`,
  responsibleParty: `${START} assignedEntity!`,
  encounterParticipant: `${START} time assignedEntity!`,
  healthCareFacility: `${START} id* code location serviceProviderOrganization`,
  section: `${START} id code title text confidentialityCode languageCode subject author* informant* entry* component*`,
  act: `${START} id* code! text statusCode effectiveTime priorityCode languageCode ${PARTS} entryRelationship* reference* precondition* sdtc:inFulfillmentOf1*`,
  organizer: `${START} id* code sdtc:text statusCode! effectiveTime ${PARTS} reference* precondition* component*`,
  observation: `${START} id* code! derivationExpr text statusCode effectiveTime priorityCode repeatNumber languageCode value* interpretationCode* methodCode* targetSiteCode* ${PARTS} entryRelationship* reference* precondition* referenceRange* sdtc:inFulfillmentOf1*`,
  observationMedia: `${START} id* languageCode value! ${PARTS} entryRelationship* reference* precondition*`,
  procedure: `${START} id* code text statusCode effectiveTime priorityCode languageCode methodCode* approachSiteCode* targetSiteCode* ${PARTS} entryRelationship* reference* precondition* sdtc:inFulfillmentOf1*`,
  specimen: `${START} specimenRole!`,
  specimenRole: `${START} id* specimenPlayingEntity`,
  participantRole: `${START} functionCode id* code addr* telecom* playingDevice playingEntity scopingEntity`,
  playingEntity: `${START} code quantity* name* sdtc:birthTime desc`,
  participant: `${START} functionCode time awarenessCode associatedEntity participantRole`,
  location: `${START} healthCareFacility name addr`,
  code: 'originalText qualifier* translation*',
  methodCode: 'originalText qualifier* translation*',
  interpretationCode: 'originalText qualifier* translation*',
  functionCode: 'originalText qualifier* translation*',
  referenceRange: `${START} observationRange!`,
  observationRange: `${START} code text value interpretationCode sdtc:precondition1* lab:precondition*`,
  originalText: 'reference thumbnail',
};

interface ContentModel {
  readonly ranks: ReadonlyMap<string, number>;
  readonly repeatable: ReadonlySet<string>;
  readonly required: readonly string[];
}

const CONTENT = new Map(Object.entries(MODELS).map(([name, text]) => [name, toModel(text)]));

/** `name` at most once, `name*` as often as wanted, `name!` exactly once, in this order. */
function toModel(text: string): ContentModel {
  const parts = text.split(' ');
  const bare = (part: string) => part.replace(/[*!]$/, '');
  return {
    ranks: new Map(parts.map((part, rank) => [bare(part), rank])),
    repeatable: new Set(parts.filter((part) => part.endsWith('*')).map(bare)),
    required: parts.filter((part) => part.endsWith('!')).map(bare),
  };
}

/** Elements that are there for the one that they hold. */
const held = (document: CdaDocument) => HOLDERS.flatMap((name) => document.all(name));
const HOLDERS = ['component', 'entry', 'entryRelationship'];
const ASIDE = new Set(['realmCode', 'typeId', 'templateId', 'sequenceNumber', 'seperatableInd']);

/** What the XSD says of the elements that a generator gets wrong: it holds without the official schema too. */
export const contentRules: readonly Rule[] = [
  {
    code: 'element-order',
    message: 'An element is not one that its parent may hold, or stands out of order',
    messageFr: "Un élément n'est pas admis à cet endroit, ou n'est pas dans l'ordre",
    broken: (document) => eachModelled(document, firstOutOfOrder),
  },
  {
    code: 'element-repeated',
    message: 'An element stands twice where once is allowed',
    messageFr: 'Un élément est répété là où un seul est admis',
    broken: (document) => [
      ...eachModelled(document, firstRepeated),
      ...held(document).flatMap(({ children }) => children.filter((child) => !ASIDE.has(child.name)).slice(1)),
      ...['originalText', 'reference'].flatMap((name) => document.all(name)).filter(isSecondText),
    ],
  },
  {
    code: 'element-missing',
    message: 'An element lacks what it must hold',
    messageFr: "Il manque à un élément ce qu'il doit contenir",
    broken: (document) => [
      ...eachModelled(document, (node, { required }) =>
        required.every((name) => node.children.some((child) => child.name === name)) ? undefined : node,
      ),
      ...held(document).filter(({ children }) => children.every((child) => ASIDE.has(child.name))),
    ],
  },
];

function* eachModelled(document: CdaDocument, wrongIn: (node: Node, model: ContentModel) => Node | undefined): Iterable<Node> {
  for (const [name, model] of CONTENT) {
    for (const node of document.all(name)) {
      const wrong = wrongIn(node, model);
      if (wrong) yield wrong;
    }
  }
}

/** The words of a code, and where they stand, are said once. */
function isSecondText(node: Node): boolean {
  const { name, parent } = node;
  if (name === 'reference' && parent?.name !== 'text') return false;
  return parent?.children.find((child) => child.name === name) !== node;
}

function firstOutOfOrder(node: Node, { ranks }: ContentModel): Node | undefined {
  let last = -1;
  for (const child of node.children) {
    const rank = ranks.get(child.name) ?? (isExtension(child) ? last : -1);
    if (rank < last || rank < 0) return child;
    last = rank;
  }
  return undefined;
}

function firstRepeated(node: Node, { ranks, repeatable }: ContentModel): Node | undefined {
  let before = '';
  for (const child of node.children) {
    // Out of order is another rule's business: twins stand side by side.
    if (child.name === before && ranks.has(child.name) && !repeatable.has(child.name)) return child;
    before = child.name;
  }
  return undefined;
}

/** Elements of other namespaces are the XSD's business. */
function isExtension({ name }: Node): boolean {
  return name.includes(':') || name.startsWith('{');
}
