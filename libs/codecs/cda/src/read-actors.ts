import type { CdaAuthor, CdaDevice, CdaParticipant, CdaPerformer, CdaRecipient, CdaRelative, CdaSignatory } from './cda-header.js';
import type { CdaNode } from './cda-tree.js';
import {
  child,
  children,
  present,
  textOf,
  toAddress,
  toCode,
  toEntity,
  toInterval,
  toPersonName,
  toTelecoms,
} from './read-cda-types.js';

/** Reads `author`. */
export function toAuthor(node: CdaNode): CdaAuthor {
  const assigned = child(node, 'assignedAuthor');
  const device = child(assigned, 'assignedAuthoringDevice');
  return present<CdaAuthor>({
    ...toEntity(assigned, 'assignedPerson', 'representedOrganization'),
    time: child(node, 'time')?.attributes['value'] ?? '',
    functionCode: toCode(child(node, 'functionCode')),
    device:
      device &&
      present<CdaDevice>({
        manufacturerModelName: textOf(child(device, 'manufacturerModelName')),
        softwareName: textOf(child(device, 'softwareName')),
      }),
  });
}

/** Reads `legalAuthenticator` or `authenticator`. */
export function toSignatory(node: CdaNode): CdaSignatory {
  return {
    ...toEntity(child(node, 'assignedEntity'), 'assignedPerson', 'representedOrganization'),
    time: child(node, 'time')?.attributes['value'] ?? '',
  };
}

/** Reads a `participant` of the header. */
export function toParticipant(node: CdaNode): CdaParticipant {
  return present<CdaParticipant>({
    ...toEntity(child(node, 'associatedEntity'), 'associatedPerson', 'scopingOrganization'),
    typeCode: node.attributes['typeCode'] ?? '',
    functionCode: toCode(child(node, 'functionCode')),
    time: toInterval(child(node, 'time')),
  });
}

/** Reads a `performer`, of the header or of an entry. */
export function toPerformer(node: CdaNode): CdaPerformer {
  const time = child(node, 'time');
  return present<CdaPerformer>({
    ...toEntity(child(node, 'assignedEntity'), 'assignedPerson', 'representedOrganization'),
    time: time && toInterval(time),
  });
}

/** Reads `informationRecipient`. */
export function toRecipient(node: CdaNode): CdaRecipient {
  const { ids, addresses, telecoms, person, organization } = toEntity(
    child(node, 'intendedRecipient'),
    'informationRecipient',
    'receivedOrganization',
  );
  return present<CdaRecipient>({ ids, addresses, telecoms, person, organization, typeCode: node.attributes['typeCode'] });
}

/** Reads `informant/relatedEntity`. */
export function toRelative(node: CdaNode): CdaRelative {
  return present<CdaRelative>({
    classCode: node.attributes['classCode'] ?? '',
    code: toCode(child(node, 'code')),
    addresses: children(node, 'addr').map(toAddress),
    telecoms: toTelecoms(children(node, 'telecom')),
    person: toPersonName(child(node, 'relatedPerson')),
  });
}
