import type { CdaChapter, CdaSectionContent, CdaSubChapter } from '@segur/cda';
import type { SectionContent, SubChapter } from '@segur/laboratory';
import { spoken, type ChapterContext } from './chapter-context.js';
import { hasResults, isFilled, outlineOf, wordsUnderHeading, type ChapterOutline } from './report-outline.js';
import { codeOf, LOINC, toChapterCode, toLoinc } from './to-codes.js';
import { performersOf, toGroup, toIsolate } from './to-groups.js';
import { toImage } from './to-observation.js';
import { toValidatorsOf } from './to-signatories.js';
import { specimensOf, toSpecimen } from './to-specimens.js';
import { UnassemblableReport } from './unassemblable-report.js';

/**
 * Gives the chapters of the document, without those that say nothing.
 *
 * @throws {UnassemblableReport} `no-results`, or `unknown-chapter`: the code is no chapter of a CR-BIO.
 */
export function toChapters(context: ChapterContext): readonly [CdaChapter, ...CdaChapter[]] {
  const [first, ...others] = outlineOf(context.report.chapters).map((outline) => toChapter(outline, context));
  if (!first) throw new UnassemblableReport('no-results');
  return [first, ...others];
}

/** What is printed above a chapter: its own heading, else the label of its code. @throws {UnassemblableReport} `unknown-chapter`. */
export function headingOf({ title, code }: { readonly title?: string; readonly code: string }): string {
  return title?.trim() || toChapterCode(code).displayName.toLocaleUpperCase('fr');
}

function toChapter({ chapter, subChapters }: ChapterOutline, context: ChapterContext): CdaChapter {
  const heading = { code: toChapterCode(chapter.code), title: headingOf(chapter) };
  if (subChapters.length === 0) return { ...heading, ...toSection(chapter, context) };
  const empty = { status: statusOf(context), validators: [], specimens: [], groups: [] };
  return { ...heading, ...empty, subChapters: subChapters.map((sub) => toSubChapter(sub, context)) };
}

function toSubChapter(sub: SubChapter, context: ChapterContext): CdaSubChapter {
  const { code } = sub;
  const title = sub.title?.trim() || code?.label;
  return { ...(code && { code: toLoinc(code) }), ...(title && { title }), ...toSection(sub, context) };
}

function toSection(section: SectionContent, context: ChapterContext): CdaSectionContent {
  const { report, laboratory } = context;
  const actCode = codeOf(LOINC, section.actCode);
  const { isolates = [], images = [], performedBy } = section;
  const comments = spoken(section.comments);
  return {
    ...(actCode && { actCode }),
    status: statusOf(context),
    ...performersOf(performedBy, context),
    validators: toValidatorsOf(section, context).filter(({ ids }) => ids.length > 0),
    specimens: specimensOf(section, report).map((specimen) => toSpecimen(specimen, laboratory)),
    groups: [
      ...section.batteries.filter(isFilled).map((battery) => toGroup(battery, context)),
      ...isolates.map((isolate) => toIsolate(isolate, context)),
    ],
    ...(images.length > 0 && { images: images.map(toImage) }),
    ...(comments.length > 0 && { comments }),
  };
}

/** What a chapter without any result says, and its place in the report. */
export interface ChapterWords {
  readonly position: number;
  readonly title: string;
  readonly text: string;
}

/** Comments of chapters without any result: a section of results may not hold them alone. */
export function wordsWithoutResults({ report }: ChapterContext): readonly ChapterWords[] {
  return report.chapters.flatMap((chapter, position) => {
    const subChapters = chapter.subChapters ?? [];
    if ([chapter, ...subChapters].some(hasResults)) return [];
    const words = [...spoken(chapter.comments), ...subChapters.flatMap(wordsUnderHeading)];
    return words.length === 0 ? [] : [{ position, title: headingOf(chapter), text: words.join('\n') }];
  });
}

function statusOf({ report }: ChapterContext): CdaSectionContent['status'] {
  return report.status === 'final' ? 'completed' : 'active';
}
