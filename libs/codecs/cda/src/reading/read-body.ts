import type { CdaNode } from '../cda-tree.js';
import type { CdaAttachedDocument, CdaChapter, CdaReferral, CdaRemark, CdaVaccination, CrBioBody } from '../cr-bio-document.js';
import { child, children, listed, peek, present, textOf } from '../read-cda-types.js';
import { UnreadableCda } from '../unreadable-cda.js';
import { readAttachedDocuments } from './read-attached.js';
import { readReferral, readVaccinations } from './read-screening.js';
import { readChapter, readRemark } from './read-section.js';
import type { ReadingContext } from './reading-context.js';
import { hasTemplate } from './templates.js';

/** The sections of a body, and the copy on paper: Base64. */
export interface ReadBody {
  readonly body: CrBioBody;
  readonly pdf?: string;
}

/** Sections by template, else by LOINC code. A section of any other kind is what it says in words. */
const KINDS = [
  ['chapter', undefined],
  ['secondIntentionSection', '101792-0'],
  ['pdfSection', '55108-5'],
  ['referralSection', '42349-1'],
  ['vaccinationSection', '11369-6'],
  ['commentSection', '55112-7'],
] as const;

type SectionKind = (typeof KINDS)[number][0];

/**
 * Reads `structuredBody`.
 *
 * @throws {UnreadableCda} It has no chapter.
 */
export function readBody(structured: CdaNode, context: ReadingContext): ReadBody {
  const chapters: CdaChapter[] = [];
  const secondIntention: CdaAttachedDocument[] = [];
  const copies: CdaAttachedDocument[] = [];
  const vaccinations: CdaVaccination[] = [];
  const comments: string[] = [];
  const remarks: CdaRemark[] = [];
  let referral: CdaReferral | undefined;
  const say = (section: CdaNode) => readRemark(section, context).forEach((remark) => remarks.push(remark));

  for (const section of children(structured, 'component').flatMap((component) => children(component, 'section'))) {
    switch (kindOf(section)) {
      case 'chapter': {
        const read = readChapter(section, context);
        if (read.chapter) chapters.push(read.chapter);
        for (const remark of read.remarks) remarks.push(remark);
        break;
      }
      case 'secondIntentionSection': {
        const documents = readAttachedDocuments(section, context);
        if (documents.length === 0) say(section);
        for (const document of documents) secondIntention.push(document);
        break;
      }
      case 'pdfSection':
        for (const document of readAttachedDocuments(section, context)) {
          // The volet has one copy: a second one says that it is another document.
          (copies.length === 0 ? copies : secondIntention).push(document);
        }
        break;
      case 'referralSection': {
        const read = referral ? undefined : readReferral(section, context);
        if (read) referral = read;
        else say(section);
        break;
      }
      case 'vaccinationSection': {
        const read = readVaccinations(section, context);
        if (read.length === 0) say(section);
        for (const vaccination of read) vaccinations.push(vaccination);
        break;
      }
      case 'commentSection':
        if (hasOwnHeading(section)) say(section);
        else for (const comment of readParagraphs(section, context)) comments.push(comment);
        break;
      default:
        say(section);
    }
  }
  const [first, ...further] = chapters;
  if (!first) throw new UnreadableCda('The body has no chapter', { element: 'structuredBody' });
  return present<ReadBody>({
    body: present<CrBioBody>({
      referral,
      chapters: [first, ...further],
      secondIntention: listed(secondIntention),
      vaccinations: listed(vaccinations),
      comments,
      remarks: listed(remarks),
    }),
    pdf: copies[0]?.data,
  });
}

/** A section with the act of a laboratory, itself or in a sub-section, is a chapter whatever it forgets to say. */
function kindOf(section: CdaNode): SectionKind | undefined {
  const byTemplate = KINDS.find(([template]) => hasTemplate(section, template));
  if (byTemplate) return byTemplate[0];
  const code = peek(section, 'code')?.attributes['code'];
  const byCode = KINDS.find(([, loinc]) => loinc !== undefined && loinc === code);
  return byCode?.[0] ?? (holdsResults(section) ? 'chapter' : undefined);
}

function holdsResults(section: CdaNode): boolean {
  return section.children.some(({ name, children: inside }) => {
    if (name === 'entry') return inside.some((act) => act.name === 'act' && peek(act, 'entryRelationship'));
    return name === 'component' && inside.some((inner) => inner.name === 'section' && holdsResults(inner));
  });
}

/** `Commentaire(s)` is the name of the section itself. */
function hasOwnHeading(section: CdaNode): boolean {
  const title = textOf(peek(section, 'title'));
  return title !== undefined && !/^commentaires?$/i.test(title);
}

function readParagraphs(section: CdaNode, context: ReadingContext): readonly string[] {
  for (const name of ['id', 'code', 'title']) textOf(child(section, name));
  const text = child(section, 'text');
  return text ? context.narrative.paragraphs(text) : [];
}
