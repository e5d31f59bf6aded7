import type { CdaNode } from '../cda-tree.js';
import type { CdaImage } from '../cr-bio-document.js';
import { child, peek, present } from '../read-cda-types.js';
import type { ReadingContext } from './reading-context.js';

/** What an `observationMedia` holds: its type, and its content in Base64 without white space. */
export interface ReadMedia {
  readonly mediaType: string;
  readonly data: string;
}

/**
 * Reads the content of an `observationMedia`, or of the `text` of a level 1.
 *
 * @param node - Holds `mediaType` and Base64. One that is not Base64, or that only refers to its content, is a finding and absent.
 */
export function readMedia(node: CdaNode | undefined, context: ReadingContext): ReadMedia | undefined {
  if (!node) return undefined;
  const { mediaType = '', representation } = node.attributes;
  if (representation !== 'B64' || mediaType === '') {
    context.notes.add('cda.base64', node);
    return undefined;
  }
  node.textRead = true;
  const data = node.text.replace(/\s+/g, '');
  if (data === '' || data.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(data)) {
    context.notes.add('cda.base64', node);
    return undefined;
  }
  return { mediaType, data };
}

/** Reads a picture. Its title is the caption of its place in the narrative, or the `content` just before it. */
export function readImage(node: CdaNode, context: ReadingContext): CdaImage | undefined {
  if (!(peek(node, 'value')?.attributes['mediaType'] ?? '').startsWith('image/')) return undefined;
  node.read = true;
  child(node, 'id');
  const media = readMedia(child(node, 'value'), context);
  return media && present<CdaImage>({ ...media, title: titleOf(context.shownAt(node), context) });
}

function titleOf(shown: CdaNode | undefined, context: ReadingContext): string | undefined {
  if (!shown) return undefined;
  const caption = shown.children.find(({ name }) => name === 'caption');
  if (caption) return context.narrative.of(caption) || undefined;
  const siblings = shown.parent?.children ?? [];
  const before = siblings[siblings.indexOf(shown) - 1];
  return before?.name === 'content' ? context.narrative.of(before) || undefined : undefined;
}

/**
 * True when a picture belongs to the result just before it, and not to the whole battery or act: the narrative shows both in one table.
 * The volet has no link between a result and its picture.
 */
export function belongsToResult(media: CdaNode, result: CdaNode, context: ReadingContext): boolean {
  const table = tableOf(context.shownAt(media));
  return table !== undefined && table === tableOf(context.labelledAt(peek(result, 'code')));
}

function tableOf(node: CdaNode | undefined): CdaNode | undefined {
  let at = node;
  while (at && at.name !== 'table') at = at.parent;
  return at;
}
