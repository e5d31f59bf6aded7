import type { CdaNode } from '../cda-tree.js';
import type { CdaBattery, CdaImage, CdaIsolate, CdaObservation, CdaSpecimen } from '../cr-bio-document.js';
import { child, children, listed, peek, present, toCode, toIds, toPoint } from '../read-cda-types.js';
import { readComments } from './read-comments.js';
import { readResultCode } from './read-codes.js';
import { belongsToResult, readImage } from './read-media.js';
import { readObservation } from './read-observation.js';
import { readPerformers, readSpecimenOf, readValidators } from './read-participations.js';
import { readSpecimen } from './read-specimen.js';
import type { ReadingContext } from './reading-context.js';
import { hasTemplate } from './templates.js';
import { isEvent } from './unread.js';

const NCBI = '2.16.840.1.113883.3.9471';

/** What an entry may hold. */
export type MemberKind = 'observation' | 'battery' | 'isolate' | 'specimen' | 'image';

/** Of an act, and of a battery. */
export const EVERY_KIND: readonly MemberKind[] = ['observation', 'battery', 'isolate', 'specimen', 'image'];

/** What stands in an act, a battery or an isolate, by kind, in document order. */
export interface Members {
  readonly groups: readonly (CdaObservation | CdaBattery | CdaIsolate)[];
  readonly images: readonly CdaImage[];
  readonly specimens: readonly CdaSpecimen[];
}

/**
 * Reads the members of an act (`entryRelationship COMP`) or of an organizer (`component`). What is of no kind that is asked for, was not
 * done (`negationInd`) or was only asked for (`moodCode`) stays unread.
 */
export function readMembers(owner: CdaNode, kinds: readonly MemberKind[], context: ReadingContext): Members {
  const groups: Members['groups'][number][] = [];
  const images: CdaImage[] = [];
  const specimens: CdaSpecimen[] = [];
  const links = owner.children.filter(isLink);
  links.forEach((link, index) => {
    const member = memberOf(link);
    if (!member || !isEvent(member)) return;
    const kind = kindOf(member);
    if (!kinds.includes(kind)) return;
    switch (kind) {
      case 'observation':
        link.read = member.read = true;
        groups.push(readObservation(member, picturesOf(member, links, index, context), context));
        break;
      case 'battery':
        link.read = member.read = true;
        groups.push(readBattery(member, specimens, context));
        break;
      case 'isolate':
        link.read = member.read = true;
        groups.push(readIsolate(member, context));
        break;
      case 'specimen':
        link.read = member.read = true;
        specimens.push(readSpecimen(member, context));
        break;
      case 'image': {
        // Read already when it belongs to the result before it.
        const image = member.read ? undefined : readImage(member, context);
        link.read ||= member.read;
        if (image) images.push(image);
      }
    }
  });
  return { groups, images, specimens };
}

function isLink({ name, attributes: { typeCode = 'COMP' } }: CdaNode): boolean {
  return name === 'component' || (name === 'entryRelationship' && typeCode === 'COMP');
}

const MEMBERS = ['observation', 'organizer', 'procedure', 'observationMedia'];

function memberOf(link: CdaNode): CdaNode | undefined {
  return link.children.find(({ name }) => MEMBERS.includes(name));
}

/** By class and template: an organizer without either is a battery, as IHE has it. */
function kindOf(member: CdaNode): MemberKind {
  if (member.name === 'observation') return 'observation';
  if (member.name === 'procedure') return 'specimen';
  if (member.name === 'observationMedia') return 'image';
  return member.attributes['classCode'] === 'CLUSTER' || hasTemplate(member, 'isolate') ? 'isolate' : 'battery';
}

/** The pictures that follow a result at once and are shown in its table. */
function picturesOf(result: CdaNode, links: readonly CdaNode[], index: number, context: ReadingContext): readonly CdaImage[] {
  const pictures: CdaImage[] = [];
  for (let next = index + 1; next < links.length; next += 1) {
    const link = links[next] as CdaNode;
    const media = peek(link, 'observationMedia');
    if (!media || !belongsToResult(media, result, context)) break;
    const image = readImage(media, context);
    if (image) pictures.push(image);
    link.read = media.read;
  }
  return pictures;
}

/** Reads FR-Batterie. Specimens that stand inside go to its section. */
function readBattery(node: CdaNode, specimens: CdaSpecimen[], context: ReadingContext): CdaBattery {
  const { code, label } = readResultCode(node, context);
  const members = readMembers(node, EVERY_KIND, context);
  for (const specimen of members.specimens) specimens.push(specimen);
  return present<CdaBattery>({
    kind: 'battery',
    id: toIds(children(node, 'id'))[0],
    label,
    code,
    status: readStatus(node, context),
    effectiveTime: toPoint(child(node, 'effectiveTime')),
    specimen: readSpecimenOf(node) ?? (members.specimens.length === 1 ? members.specimens[0]?.id : undefined),
    performers: listed(readPerformers(node)),
    validators: listed(readValidators(node)),
    observations: members.groups.filter((group) => group.kind === 'observation'),
    isolates: listed(members.groups.filter((group) => group.kind === 'isolate')),
    batteries: listed(members.groups.filter((group) => group.kind === 'battery')),
    images: listed(members.images),
    comments: readComments(node, context),
  });
}

/** Reads FR-Isolat-microbiologique. The germ may be coded in SNOMED CT, in NCBI, in both, or be named only. */
function readIsolate(node: CdaNode, context: ReadingContext): CdaIsolate {
  const role = child(child(node, 'specimen'), 'specimenRole');
  const codeNode = child(child(role, 'specimenPlayingEntity'), 'code');
  const words = context.originalText(codeNode);
  const own = toCode(codeNode);
  const translated = codeNode?.children.find(({ name, attributes }) => name === 'translation' && attributes['codeSystem'] === NCBI);
  if (translated) translated.read = true;
  const ncbi = own?.codeSystem === NCBI ? own : toCode(translated);
  const code = own?.codeSystem === NCBI ? undefined : own;
  const members = readMembers(node, ['observation', 'battery'], context);
  return present<CdaIsolate>({
    kind: 'isolate',
    id: toIds(children(role, 'id'))[0] ?? toIds(children(node, 'id'))[0] ?? context.deriveId(node, 'isolate'),
    label: words ?? code?.displayName ?? ncbi?.displayName ?? '',
    code,
    ncbi,
    status: readStatus(node, context),
    effectiveTime: toPoint(child(node, 'effectiveTime')),
    performers: listed(readPerformers(node)),
    observations: members.groups.filter((group) => group.kind === 'observation'),
    antibiograms: members.groups.filter((group) => group.kind === 'battery'),
    comments: readComments(node, context),
  });
}

/** Of a battery, an isolate or an act: anything but what is allowed is a finding, and read as completed. */
export function readStatus(node: CdaNode, context: ReadingContext): CdaBattery['status'] {
  const status = child(node, 'statusCode');
  const code = status?.attributes['code'];
  if (code === 'completed' || code === 'active' || code === 'aborted') return code;
  context.notes.add('cda.status', status ?? node);
  return 'completed';
}
