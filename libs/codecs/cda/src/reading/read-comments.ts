import type { CdaNode } from '../cda-tree.js';
import { child, peek } from '../read-cda-types.js';
import type { ReadingContext } from './reading-context.js';
import { hasTemplate } from './templates.js';
import { isEvent } from './unread.js';

const COMMENT = '48767-8';

/** Reads the comments linked to an entry, by `SUBJ` or as components: what they show. One that shows nothing is left out. */
export function readComments(owner: CdaNode, context: ReadingContext): readonly string[] {
  return owner.children.flatMap((link) => {
    if (link.name !== 'entryRelationship' && link.name !== 'component') return [];
    const act = peek(link, 'act');
    return act && isComment(act) ? readComment(link, act, context) : [];
  });
}

function readComment(link: CdaNode, act: CdaNode, context: ReadingContext): readonly string[] {
  link.read = true;
  act.read = true;
  for (const name of ['id', 'code', 'statusCode']) child(act, name);
  const words = context.words(child(act, 'text'));
  return words === undefined ? [] : [words];
}

/** FR-Commentaire-ER: by its template, or by its code. */
export function isComment(act: CdaNode): boolean {
  return isEvent(act) && (hasTemplate(act, 'comment') || peek(act, 'code')?.attributes['code'] === COMMENT);
}
