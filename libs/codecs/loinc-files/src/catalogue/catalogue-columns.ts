import type { FixedColumn } from './fixed-columns.js';

/** Columns of `LOINC_1`, in order. @see portability-and-events.md A2 */
export const CHAPTER_COLUMNS = [
  { name: 'chapterCode', title: 'Code chapitre' },
  { name: 'chapterLabel', title: 'Libellé chapitre', mandatory: true },
  { name: 'subChapterCode', title: 'Code sous-chapitre' },
  { name: 'subChapterLabel', title: 'Libellé sous-chapitre' },
] as const satisfies readonly FixedColumn<string>[];

/** Columns of `LOINC_2`, in order. */
export const EXAM_COLUMNS = [
  { name: 'examCode', title: 'Code examen', mandatory: true },
  { name: 'examLabel', title: 'Libellé examen', mandatory: true },
  { name: 'synonym', title: 'Synonyme' },
  { name: 'chapterCode', title: 'Code chapitre' },
  { name: 'subChapterCode', title: 'Code sous-chapitre' },
  { name: 'specimen', title: 'Milieu' },
  { name: 'nabm', title: 'Codes NABM' },
  { name: 'analysisCode', title: 'Code analyse', mandatory: true },
  { name: 'analysisLabel', title: 'Libellé analyse', mandatory: true },
] as const satisfies readonly FixedColumn<string>[];

/** Columns of `LOINC_3`, in order. */
export const ANALYSIS_COLUMNS = [
  { name: 'code', title: 'Code analyse', mandatory: true },
  { name: 'label', title: 'Libellé analyse', mandatory: true },
  { name: 'synonym', title: 'Synonyme' },
  { name: 'property', title: 'Grandeur' },
  { name: 'unitCode', title: 'Code unité' },
  { name: 'unitLabel', title: 'Libellé unité' },
  { name: 'timeAspect', title: 'Aspect temporel' },
  { name: 'specimenCode', title: 'Code milieu' },
  { name: 'specimenLabel', title: 'Libellé milieu' },
  { name: 'scale', title: 'Échelle' },
  { name: 'method', title: 'Technique' },
  { name: 'nabm', title: 'Codes NABM' },
] as const satisfies readonly FixedColumn<string>[];
