import type { CdaNode } from '../cda-tree.js';
import type { CdaTime } from '../cda-types.js';
import type { CdaSpecimen } from '../cr-bio-document.js';
import { child, children, peek, present, toCode, toIds, toPoint } from '../read-cda-types.js';
import type { ReadingContext } from './reading-context.js';
import { hasTemplate } from './templates.js';

/** Reads FR-Prelevement with the reception of the specimen. The wording of the act and of the site gives way to their labels. */
export function readSpecimen(node: CdaNode, context: ReadingContext): CdaSpecimen {
  const act = child(node, 'code');
  const site = child(node, 'targetSiteCode');
  context.originalText(act);
  context.originalText(site);
  child(node, 'id');
  child(node, 'statusCode');
  const participant = node.children.find(({ name, attributes }) => name === 'participant' && attributes['typeCode'] === 'PRD');
  if (participant) participant.read = true;
  const role = child(participant, 'participantRole');
  const kind = child(child(role, 'playingEntity'), 'code');
  const words = context.originalText(kind);
  const code = toCode(kind);
  return present<CdaSpecimen>({
    id: toIds(children(role, 'id'))[0] ?? context.deriveId(node, 'specimen'),
    code,
    label: words ?? code?.displayName ?? '',
    act: toCode(act),
    site: toCode(site),
    collectedAt: toPoint(child(node, 'effectiveTime')),
    receivedAt: readReception(node),
  });
}

function readReception(node: CdaNode): CdaTime | undefined {
  for (const link of node.children) {
    const act = link.name === 'entryRelationship' ? peek(link, 'act') : undefined;
    if (!act || !(hasTemplate(act, 'specimenReceived') || peek(act, 'code')?.attributes['code'] === 'SPRECEIVE')) continue;
    link.read = act.read = true;
    child(act, 'code');
    child(act, 'id');
    child(act, 'statusCode');
    return toPoint(child(act, 'effectiveTime'));
  }
  return undefined;
}
