import type { Finding } from '@segur/errors';
import { readCatalogueFileName, readChapterMap, readExamMap, writeChapterMap, writeExamMap } from '@segur/loinc-files';
import type { CatalogueOutline } from '../import-catalogue/catalogue-outline.js';
import type { MapFileFacts } from './map-file-remarks.js';
import type { MapLine } from './map-line.js';

/** Chapters and exams with their codes: `LOINC_4` and `LOINC_5`. */
export const OUTLINE_FORMATS = ['loinc4', 'loinc5'] as const;

/** One of {@link OUTLINE_FORMATS}. */
export type OutlineFormat = (typeof OUTLINE_FORMATS)[number];

/** Writes chapters or exams. An exam of one analysis that has no code of its own bears the code of its analysis. */
export function writeOutline({ chapters, exams }: CatalogueOutline, format: OutlineFormat, lines: readonly MapLine[]): string {
  if (format === 'loinc4') return writeChapterMap(chapters);
  const sizes = Map.groupBy(exams, ({ examCode }) => examCode);
  const byCode = Map.groupBy(lines, ({ localCode }) => localCode);
  return writeExamMap(
    exams.map((exam) => {
      const [line, ...others] = byCode.get(exam.analysisCode) ?? [];
      const alone = sizes.get(exam.examCode)?.length === 1 && others.length === 0;
      if (exam.loinc || !alone || !line?.target) return exam;
      return { ...exam, loinc: { codes: [line.target.loinc], label: line.target.loincLabel } };
    }),
  );
}

/** Chapters or exams that come from a file. An `error` says that they are not whole. */
export interface OutlineRead extends MapFileFacts {
  readonly outline: Partial<CatalogueOutline>;
  readonly rows: number;
  readonly findings: readonly Finding[];
}

/** Reads `LOINC_4` or `LOINC_5`; absent: the name is of neither. */
export function readOutline(name: string, text: string): OutlineRead | undefined {
  const { kind, date } = readCatalogueFileName(name) ?? {};
  if (kind === 'chapter-map') {
    const { rows, findings } = readChapterMap(text);
    return { outline: { chapters: rows }, rows: rows.length, date, findings };
  }
  if (kind !== 'exam-map') return undefined;
  const { rows, findings } = readExamMap(text);
  return { outline: { exams: rows }, rows: rows.length, date, findings };
}
