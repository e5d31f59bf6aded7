import type { CdaNode } from '../cda-tree.js';
import type { CdaChapter, CdaRemark, CdaSectionContent, CdaSubChapter } from '../cr-bio-document.js';
import type { CdaCode } from '../cda-types.js';
import { child, children, listed, peek, present, textOf, toCode } from '../read-cda-types.js';
import { UnreadableCda } from '../unreadable-cda.js';
import { readComments } from './read-comments.js';
import { EVERY_KIND, readMembers, readStatus } from './read-groups.js';
import { readPerformers, readValidators } from './read-participations.js';
import type { ReadingContext } from './reading-context.js';
import { isEvent } from './unread.js';

/** A chapter, and what stands inside it and is none of it: sections that only say something in words. */
export interface ReadChapter {
  readonly chapter?: CdaChapter;
  readonly remarks: readonly CdaRemark[];
}

/**
 * Reads FR-CR-BIO-Chapitre.
 *
 * The volet wants one entry, or sub-chapters. A chapter that has both, or several entries, is read as sub-chapters, one per entry and the
 * chapter's own first; so are sections inside sub-chapters.
 *
 * @throws {UnreadableCda} Neither the chapter nor its acts have a code.
 */
export function readChapter(section: CdaNode, context: ReadingContext): ReadChapter {
  const codeNode = child(section, 'code');
  const title = textOf(child(section, 'title'));
  const remarks: CdaRemark[] = [];
  const subChapters: CdaSubChapter[] = [];
  collectSubChapters(section, subChapters, remarks, context);
  const acts = actsOf(section);
  if (acts.length === 0 && subChapters.length === 0) return { remarks: [...readRemark(section, context), ...remarks] };

  const code = toCode(codeNode) ?? acts.map(codeOf).find(Boolean) ?? subChapters.find((sub) => sub.code ?? sub.actCode)?.code;
  if (!code) throw new UnreadableCda('A chapter has no code', { element: 'section/code' });
  context.originalText(codeNode);
  child(section, 'id');
  const heading = { code, title: title ?? code.displayName ?? code.code };
  const [only, second] = acts;
  if (only && !second && subChapters.length === 0) return { chapter: { ...heading, ...readContent(only, code, context) }, remarks };
  const own = acts.map((act): CdaSubChapter => ({ code, ...readContent(act, code, context) }));
  const all = [...own, ...subChapters];
  return { chapter: { ...heading, status: statusOf(all), validators: [], specimens: [], groups: [], subChapters: all }, remarks };
}

function collectSubChapters(section: CdaNode, into: CdaSubChapter[], remarks: CdaRemark[], context: ReadingContext): void {
  for (const inner of children(section, 'component').flatMap((component) => children(component, 'section'))) {
    const code = toCode(child(inner, 'code'));
    const title = textOf(child(inner, 'title'));
    const acts = actsOf(inner);
    child(inner, 'id');
    for (const act of acts) into.push(present<CdaSubChapter>({ code, title, ...readContent(act, code, context) }));
    if (acts.length === 0) for (const remark of readRemark(inner, context)) remarks.push(remark);
    collectSubChapters(inner, into, remarks, context);
  }
}

/** A section that only says something in words. One that says nothing is none. */
export function readRemark(section: CdaNode, context: ReadingContext): readonly CdaRemark[] {
  const code = toCode(child(section, 'code'));
  const title = textOf(child(section, 'title')) ?? code?.displayName ?? '';
  child(section, 'id');
  const narrative = child(section, 'text');
  const text = narrative ? context.narrative.paragraphs(narrative).join('\n') : '';
  return text === '' ? [] : [{ title, text }];
}

/** Entries with the act of a laboratory. Others stay unread. */
function actsOf(section: CdaNode): readonly CdaNode[] {
  return section.children.flatMap((entry) => {
    const act = entry.name === 'entry' ? peek(entry, 'act') : undefined;
    if (!act || !isEvent(act)) return [];
    entry.read = act.read = true;
    return [act];
  });
}

function codeOf(act: CdaNode): CdaCode | undefined {
  return toCode(peek(act, 'code'));
}

function readContent(act: CdaNode, sectionCode: CdaCode | undefined, context: ReadingContext): CdaSectionContent {
  const codeNode = child(act, 'code');
  const code = toCode(codeNode);
  context.originalText(codeNode);
  child(act, 'id');
  const { groups, images, specimens } = readMembers(act, EVERY_KIND, context);
  return present<CdaSectionContent>({
    actCode: code?.code === sectionCode?.code && code?.codeSystem === sectionCode?.codeSystem ? undefined : code,
    status: readStatus(act, context),
    performers: listed(readPerformers(act)),
    validators: readValidators(act),
    specimens,
    groups,
    images: listed(images),
    comments: listed(readComments(act, context)),
  });
}

/** Of a chapter from its sub-chapters: awaited while one of them is. */
function statusOf(subChapters: readonly CdaSubChapter[]): CdaChapter['status'] {
  if (subChapters.some(({ status }) => status === 'active')) return 'active';
  return subChapters.every(({ status }) => status === 'aborted') ? 'aborted' : 'completed';
}
