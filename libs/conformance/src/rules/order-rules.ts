import type { CdaDocument, Node } from '../document.js';
import type { Rule } from '../rule.js';

const START = 'realmCode typeId templateId';
const ORDERS: Readonly<Record<string, string>> = {
  ClinicalDocument: `${START} id code title effectiveTime confidentialityCode languageCode setId versionNumber copyTime recordTarget author dataEnterer informant custodian informationRecipient legalAuthenticator authenticator participant inFulfillmentOf documentationOf relatedDocument authorization componentOf component`,
  patientRole: `${START} id sdtc:identifiedBy addr telecom patient providerOrganization`,
  assignedEntity: `${START} id code addr telecom assignedPerson representedOrganization`,
  assignedAuthor: `${START} id code addr telecom assignedPerson assignedAuthoringDevice representedOrganization`,
  intendedRecipient: `${START} id addr telecom informationRecipient receivedOrganization`,
  associatedEntity: `${START} id code addr telecom associatedPerson scopingOrganization`,
  serviceEvent: `${START} id code lab:statusCode effectiveTime performer`,
  section: `${START} id code title text confidentialityCode languageCode subject author informant entry component`,
  organizer: `${START} id code statusCode effectiveTime subject specimen performer author informant participant reference precondition component`,
  observation: `${START} id code derivationExpr text statusCode effectiveTime priorityCode repeatNumber languageCode value interpretationCode methodCode targetSiteCode subject specimen performer author informant participant entryRelationship reference precondition referenceRange`,
};
const RANKS = new Map(
  Object.entries(ORDERS).map(([name, order]) => [name, new Map(order.split(' ').map((child, rank) => [child, rank]))]),
);

/** What the XSD says of order and names, for the elements that a generator gets wrong: it holds without the official schema too. */
export const orderRules: readonly Rule[] = [
  {
    code: 'element-order',
    message: 'An element is not one that its parent may hold, or stands out of order',
    messageFr: "Un élément n'est pas admis à cet endroit, ou n'est pas dans l'ordre",
    broken: function* (document: CdaDocument): Iterable<Node> {
      for (const [name, ranks] of RANKS) {
        for (const node of document.all(name)) {
          const wrong = firstOutOfOrder(node, ranks);
          if (wrong) yield wrong;
        }
      }
    },
  },
];

function firstOutOfOrder(node: Node, ranks: ReadonlyMap<string, number>): Node | undefined {
  let last = -1;
  return node.children.find((child) => {
    const rank = ranks.get(child.name) ?? (isExtension(child) ? last : -1);
    const wrong = rank < last || rank < 0;
    last = Math.max(last, rank);
    return wrong;
  });
}

/** Elements of other namespaces are the XSD's business. */
function isExtension({ name }: Node): boolean {
  return name.includes(':') || name.startsWith('{');
}
