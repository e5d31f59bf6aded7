import type { Finding } from '@segur/errors';
import { fault } from '../findings.js';
import type { AnalysisRow, ChapterRow, ExamRow } from './catalogue-rows.js';

/**
 * What the files of one catalogue say of each other that cannot be: chapters that are not listed, analyses that have no line of their own.
 *
 * A file that was not given is not asked. None of these stops a catalogue. Locations name the row of `exams`, 1 first.
 */
export function checkCatalogue(files: {
  readonly chapters?: readonly ChapterRow[];
  readonly exams: readonly ExamRow[];
  readonly analyses?: readonly AnalysisRow[];
}): readonly Finding[] {
  const chapters = files.chapters && new Set(files.chapters.map(({ chapterCode }) => chapterCode));
  const subChapters = files.chapters && new Set(files.chapters.map(({ subChapterCode }) => subChapterCode));
  const analyses = files.analyses && new Set(files.analyses.map(({ code }) => code));
  return files.exams.flatMap(({ chapterCode, subChapterCode, analysisCode }, index) => {
    const at = `LOINC_2 row ${index + 1}`;
    return [
      ...(chapters && chapterCode && !chapters.has(chapterCode)
        ? [fault('loinc-file-chapter-unknown', `${at}, Code chapitre`)]
        : []),
      ...(subChapters && subChapterCode && !subChapters.has(subChapterCode)
        ? [fault('loinc-file-chapter-unknown', `${at}, Code sous-chapitre`)]
        : []),
      ...(analyses && !analyses.has(analysisCode) ? [fault('loinc-file-analysis-unknown', `${at}, Code analyse`)] : []),
    ];
  });
}
