import type { CdaNode } from '../cda-tree.js';
import type { ReadingNotes } from './reading-notes.js';

/** Constants of the format: they say what a thing is, which is known once it is read. */
const CONSTANTS = new Set(['templateId', 'realmCode', 'typeId', 'signatureCode']);

/** Attributes that a reader takes with the element, or whose value is given by the place where it stands. */
const KNOWN_ATTRIBUTES = new Set([
  'ID',
  'assigningAuthorityName',
  'classCode',
  'code',
  'codeSystem',
  'codeSystemName',
  'contextConductionInd',
  'contextControlCode',
  'determinerCode',
  'displayName',
  'displayable',
  'extension',
  'inclusive',
  'inversionInd',
  'mediaType',
  'nullFlavor',
  'qualifier',
  'representation',
  'root',
  'typeCode',
  'unit',
  'use',
  'value',
  'xsi:schemaLocation',
  'xsi:type',
]);

/** Attributes that say nothing by themselves. */
const SILENT = new Set(['classCode', 'determinerCode', 'moodCode', 'nullFlavor', 'typeCode', 'xsi:type']);

/** True when an act was done: neither denied nor merely asked for. One that was not is left unread. */
export function isEvent({ attributes: { moodCode = 'EVN', negationInd = 'false' } }: CdaNode): boolean {
  return moodCode.startsWith('EVN') && negationInd === 'false';
}

/** Reports whatever no reader asked for under an element: elements, text, and attributes with a meaning. */
export function reportUnread(node: CdaNode, notes: ReadingNotes): void {
  for (const child of node.children) {
    if (notes.full) return;
    if (CONSTANTS.has(child.name) || child.parts) continue;
    if (!child.read) {
      if (!saysNothing(child)) notes.add('cda.unread', child);
      continue;
    }
    for (const name in child.attributes) if (!isKnown(name, child)) notes.add('cda.unread', child, name);
    if (!child.textRead && /\S/.test(child.text)) notes.add('cda.unread', child);
    reportUnread(child, notes);
  }
}

function isKnown(attribute: string, { name, attributes }: CdaNode): boolean {
  if (attribute === 'moodCode') return (attributes['moodCode'] ?? '').startsWith('EVN');
  // A vaccination that was not done is read as such.
  if (attribute === 'negationInd') return name === 'substanceAdministration' || attributes['negationInd'] === 'false';
  return KNOWN_ATTRIBUTES.has(attribute);
}

/** An element that is there to be null, or to be empty. */
function saysNothing(node: CdaNode): boolean {
  if (/\S/.test(node.text)) return false;
  for (const name in node.attributes) if (!SILENT.has(name)) return false;
  return node.children.every((child) => !child.parts && (CONSTANTS.has(child.name) || saysNothing(child)));
}
