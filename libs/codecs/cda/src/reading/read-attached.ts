import type { CdaNode } from '../cda-tree.js';
import type { CdaCode } from '../cda-types.js';
import type { CdaAttachedDocument } from '../cr-bio-document.js';
import { child, peek, present, textOf, toCode } from '../read-cda-types.js';
import { readMedia } from './read-media.js';
import type { ReadingContext } from './reading-context.js';
import { hasTemplate } from './templates.js';
import { isEvent } from './unread.js';

const PDF = 'application/pdf';

/** Reads the FR-Document-attache entries of a section. What is no PDF stays unread. */
export function readAttachedDocuments(section: CdaNode, context: ReadingContext): readonly CdaAttachedDocument[] {
  const title = textOf(child(section, 'title'));
  child(section, 'id');
  child(section, 'code');
  return section.children.flatMap((entry) => {
    const organizer = entry.name === 'entry' ? peek(entry, 'organizer') : undefined;
    if (!organizer || !isEvent(organizer)) return [];
    entry.read = organizer.read = true;
    return readOrganizer(organizer, title, context);
  });
}

function readOrganizer(organizer: CdaNode, heading: string | undefined, context: ReadingContext): readonly CdaAttachedDocument[] {
  for (const name of ['id', 'code', 'statusCode']) child(organizer, name);
  let title: string | undefined;
  let type: CdaCode | undefined;
  let data: string | undefined;
  for (const link of organizer.children) {
    if (link.name !== 'component') continue;
    const statement = peek(link, 'observation');
    const media = peek(link, 'observationMedia');
    if (statement && isType(statement)) {
      link.read = true;
      ({ title, type } = readType(statement, context));
    } else if (media && data === undefined && peek(media, 'value')?.attributes['mediaType'] === PDF) {
      link.read = media.read = true;
      child(media, 'id');
      data = readMedia(child(media, 'value'), context)?.data;
    }
  }
  if (data === undefined) return [];
  return [present<CdaAttachedDocument>({ title: title ?? heading ?? type?.displayName ?? '', type, data })];
}

function isType(statement: CdaNode): boolean {
  return hasTemplate(statement, 'attachedDocumentType') || peek(statement, 'code')?.attributes['code'] === '69764-9';
}

/** FR-Type-document-attache: the title that it shows, and the kind of document. */
function readType(statement: CdaNode, context: ReadingContext): { title: string | undefined; type: CdaCode | undefined } {
  statement.read = true;
  for (const name of ['id', 'code', 'statusCode']) child(statement, name);
  const value = child(statement, 'value');
  const words = context.originalText(value);
  return { title: context.words(child(statement, 'text')) ?? words, type: toCode(value) };
}
