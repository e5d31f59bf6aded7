import type { ReadRows } from '../findings.js';
import { ANALYSIS_COLUMNS, CHAPTER_COLUMNS, EXAM_COLUMNS } from '../catalogue/catalogue-columns.js';
import { checkAnalysis, checkNabm, filled, onlyOnce } from '../catalogue/catalogue-files.js';
import type { AnalysisMapRow, ChapterMapRow, ExamMapRow, LoincTargets } from '../catalogue/catalogue-rows.js';
import { readFixedColumns, writeFixedColumns, type Report, type WriteOptions } from '../catalogue/fixed-columns.js';
import { isLoincCode } from '../loinc-code.js';

const CHAPTER_MAP = [
  ...CHAPTER_COLUMNS,
  { name: 'chapterLoinc', title: 'Code LOINC chapitre' },
  { name: 'chapterLoincLabel', title: 'Libellé LOINC chapitre' },
  { name: 'subChapterLoinc', title: 'Code LOINC sous-chapitre' },
  { name: 'subChapterLoincLabel', title: 'Libellé LOINC sous-chapitre' },
] as const;
const LOINC_COLUMNS = [
  { name: 'loinc', title: 'Code LOINC' },
  { name: 'loincLabel', title: 'Libellé LOINC' },
] as const;
const EXAM_MAP = [...EXAM_COLUMNS, ...LOINC_COLUMNS] as const;
const ANALYSIS_MAP = [...ANALYSIS_COLUMNS, ...LOINC_COLUMNS] as const;

/** Between several codes of one cell. */
const AND = '|';

/** Reads `LOINC_4_transcodage_chapitres`. */
export function readChapterMap(text: string): ReadRows<ChapterMapRow> {
  const once = onlyOnce();
  return readFixedColumns(text, CHAPTER_MAP, (cells, report) => {
    const { chapterLoinc, chapterLoincLabel, subChapterLoinc, subChapterLoincLabel, ...own } = cells;
    const chapter = targetsIn(chapterLoinc, chapterLoincLabel, report, 'Code LOINC chapitre');
    const subChapter = targetsIn(subChapterLoinc, subChapterLoincLabel, report, 'Code LOINC sous-chapitre');
    const key = [own.chapterCode || own.chapterLabel, own.subChapterCode || own.subChapterLabel];
    if (chapter === 'wrong' || subChapter === 'wrong' || !once(key, cells, report, 'Code sous-chapitre')) return undefined;
    return {
      ...filled<ChapterMapRow>(own),
      ...(chapter && { chapterLoinc: chapter }),
      ...(subChapter && { subChapterLoinc: subChapter }),
    };
  });
}

/** Reads `LOINC_5_transcodage_demandes`. */
export function readExamMap(text: string): ReadRows<ExamMapRow> {
  const once = onlyOnce();
  return readFixedColumns(text, EXAM_MAP, (cells, report) => {
    const { loinc, loincLabel, ...own } = cells;
    checkNabm(own.nabm, report);
    const targets = targetsIn(loinc, loincLabel, report, 'Code LOINC');
    if (targets === 'wrong' || !once([own.examCode, own.analysisCode], cells, report, 'Code analyse')) return undefined;
    return { ...filled<ExamMapRow>(own), ...(targets && { loinc: targets }) };
  });
}

/**
 * Reads `LOINC_6_transcodage_resultats` (or `…_demandes`, as the national text names it).
 *
 * Several codes for one analysis, in one line or in two, are refused (LOI.07).
 */
export function readAnalysisMap(text: string): ReadRows<AnalysisMapRow> {
  const once = onlyOnce();
  const codeOf = new Map<string, string>();
  return readFixedColumns(text, ANALYSIS_MAP, (cells, report) => {
    const { loinc, loincLabel, ...own } = cells;
    checkAnalysis(own, report);
    const targets = targetsIn(loinc, loincLabel, report, 'Code LOINC');
    if (targets === 'wrong') return undefined;
    const [code, ...others] = targets?.codes ?? [];
    const before = codeOf.get(own.code);
    if (others.length > 0 || (code !== undefined && before !== undefined && before !== code))
      return void report('loinc-file-several-codes', 'Code LOINC');
    if (!once([own.code], cells, report, 'Code analyse')) return undefined;
    if (code !== undefined) codeOf.set(own.code, code);
    return { ...filled<AnalysisMapRow>(own), ...(code !== undefined && { loinc: { code, label: loincLabel } }) };
  });
}

/** Writes `LOINC_4`. */
export function writeChapterMap(rows: Iterable<ChapterMapRow>, options?: WriteOptions): string {
  const lines = Array.from(rows, ({ chapterLoinc, subChapterLoinc, ...own }) => ({
    ...own,
    ...(chapterLoinc && { chapterLoinc: chapterLoinc.codes.join(AND), chapterLoincLabel: chapterLoinc.label }),
    ...(subChapterLoinc && { subChapterLoinc: subChapterLoinc.codes.join(AND), subChapterLoincLabel: subChapterLoinc.label }),
  }));
  return writeFixedColumns<(typeof CHAPTER_MAP)[number]['name']>(lines, CHAPTER_MAP, options);
}

/** Writes `LOINC_5`. */
export function writeExamMap(rows: Iterable<ExamMapRow>, options?: WriteOptions): string {
  const lines = Array.from(rows, ({ loinc, ...own }) => ({
    ...own,
    ...(loinc && { loinc: loinc.codes.join(AND), loincLabel: loinc.label }),
  }));
  return writeFixedColumns<(typeof EXAM_MAP)[number]['name']>(lines, EXAM_MAP, options);
}

/** Writes `LOINC_6`. */
export function writeAnalysisMap(rows: Iterable<AnalysisMapRow>, options?: WriteOptions): string {
  const lines = Array.from(rows, ({ loinc, ...own }) => ({ ...own, ...(loinc && { loinc: loinc.code, loincLabel: loinc.label }) }));
  return writeFixedColumns<(typeof ANALYSIS_MAP)[number]['name']>(lines, ANALYSIS_MAP, options);
}

function targetsIn(cell: string, label: string, report: Report, column: string): LoincTargets | 'wrong' | undefined {
  const codes = [...new Set(cell.split(/[\s|,;/+]+/).filter((code) => code !== ''))];
  if (codes.length === 0) return undefined;
  if (!codes.every(isLoincCode)) {
    report('loinc-file-check-digit', column);
    return 'wrong';
  }
  if (label === '') report('loinc-file-name-missing', column.replace('Code', 'Libellé'));
  return { codes, label };
}
