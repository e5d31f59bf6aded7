import type { Battery, Chapter, SectionContent, SubChapter } from '@segur/laboratory';
import { spoken } from './chapter-context.js';
import { COLON } from './printed-words.js';

/** Whether a battery says anything: a result, a germ, a picture or a comment. */
export function isFilled({ observations, isolates = [], batteries = [], images = [], comments }: Battery): boolean {
  return (
    observations.length > 0 ||
    isolates.length > 0 ||
    images.length > 0 ||
    spoken(comments).length > 0 ||
    batteries.some((inner) => isFilled(inner))
  );
}

/** Whether a battery is only the name of its one result: it is then shown as that result. */
export function isAlone({ code, loinc, category, observations, isolates = [], batteries = [], images = [] }: Battery): boolean {
  const [only, ...others] = observations;
  return (
    only !== undefined &&
    others.length + isolates.length + batteries.length + images.length === 0 &&
    !loinc &&
    !category &&
    (only.code.label || only.code.localCode) === code.label
  );
}

/** Whether a section holds results, germs or pictures: comments alone make no section of results. */
export function hasResults({ batteries, isolates = [], images = [] }: SectionContent): boolean {
  return isolates.length > 0 || images.length > 0 || batteries.some((battery) => isFilled(battery));
}

/** A chapter as a document must have it: results of its own, or sub-chapters, never both. */
export interface ChapterOutline {
  /** Place in the report. */
  readonly position: number;
  readonly chapter: Chapter;
  /** Empty: the chapter holds its results itself. */
  readonly subChapters: readonly SubChapter[];
}

/**
 * Lays out the chapters that say something.
 *
 * What a chapter says beside its sub-chapters is not lost: it comes as a sub-chapter of its own before them, its comments and
 * pictures with the last.
 */
export function outlineOf(chapters: readonly Chapter[]): readonly ChapterOutline[] {
  return chapters.flatMap((chapter, position) => {
    const { subChapters = [], batteries, isolates = [], images = [], comments = [], actCode, performedBy, validations } = chapter;
    const filled = subChapters.filter(hasResults);
    const unfilled = subChapters.filter((sub) => !hasResults(sub)).flatMap(wordsUnderHeading);
    const told = [...comments, ...unfilled];
    if (filled.length === 0)
      return hasResults(chapter) ? [{ position, chapter: { ...chapter, comments: told }, subChapters: [] }] : [];
    const own: readonly SubChapter[] = hasResults({ batteries, isolates }) ? [{ batteries, isolates }] : [];
    const all = [...own, ...filled].map((sub, index, { length }): SubChapter => ({
      // What is said of the chapter is said of each part that does not say otherwise.
      ...(actCode && { actCode }),
      ...(performedBy && { performedBy }),
      ...(validations && { validations }),
      ...sub,
      ...(index === length - 1 && {
        images: [...(sub.images ?? []), ...images],
        comments: [...(sub.comments ?? []), ...told],
      }),
    }));
    return [{ position, chapter, subChapters: all }];
  });
}

/** What is said of examinations without result keeps their name. */
export function wordsUnderHeading({ title, code, comments }: SubChapter): readonly string[] {
  const heading = title?.trim() || code?.label;
  return spoken(comments).map((comment) => [heading, comment].filter(Boolean).join(COLON));
}
