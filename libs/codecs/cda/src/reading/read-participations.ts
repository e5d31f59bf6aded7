import type { CdaPerformer, CdaSignatory } from '../cda-header.js';
import type { CdaCode, CdaId } from '../cda-types.js';
import type { CdaNode } from '../cda-tree.js';
import { toPerformer } from '../read-actors.js';
import { child, children, peek, present, toAddress, toCode, toIds, toPersonName, toPoint, toTelecoms } from '../read-cda-types.js';
import type { ReadingContext } from './reading-context.js';

/** Reads the `performer` elements of an entry: the laboratories that did it. */
export function readPerformers(owner: CdaNode): readonly CdaPerformer[] {
  return children(owner, 'performer').map(toPerformer);
}

/** Reads the biologists who validated: `participant AUTHEN`. */
export function readValidators(owner: CdaNode): readonly CdaSignatory[] {
  return participants(owner, 'AUTHEN').map((participant) => {
    participant.read = true;
    const role = child(participant, 'participantRole');
    return present<CdaSignatory>({
      ids: toIds(children(role, 'id')),
      code: toCode(child(role, 'code')),
      addresses: children(role, 'addr').map(toAddress),
      telecoms: toTelecoms(children(role, 'telecom')),
      person: toPersonName(child(role, 'playingEntity')),
      organization: undefined,
      time: toPoint(child(participant, 'time')) ?? '',
    });
  });
}

/** Reads the code of a kit (`DEV`) or of a medium (`CSM`): of the first that has one; others stay unread. */
export function readDevice(owner: CdaNode, typeCode: 'DEV' | 'CSM', context: ReadingContext): CdaCode | undefined {
  const participant = participants(owner, typeCode).find((one) => codeOf(one)?.attributes['code']);
  if (!participant) return undefined;
  participant.read = true;
  const code = child(child(child(participant, 'participantRole'), 'playingDevice'), 'code');
  // What the report printed of it gives way to its label.
  context.originalText(code);
  return toCode(code);
}

function codeOf(participant: CdaNode): CdaNode | undefined {
  return peek(peek(peek(participant, 'participantRole'), 'playingDevice'), 'code');
}

function participants(owner: CdaNode, typeCode: string): readonly CdaNode[] {
  return owner.children.filter(({ name, attributes }) => name === 'participant' && attributes['typeCode'] === typeCode);
}

/** Reads which specimen an entry is about: the first; others stay unread. */
export function readSpecimenOf(owner: CdaNode): CdaId | undefined {
  return toIds(children(child(child(owner, 'specimen'), 'specimenRole'), 'id'))[0];
}
