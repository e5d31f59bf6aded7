import type { ReadRows } from '../findings.js';
import { ANALYSIS_COLUMNS, CHAPTER_COLUMNS, EXAM_COLUMNS } from './catalogue-columns.js';
import type { AnalysisRow, ChapterRow, ExamRow } from './catalogue-rows.js';
import { readFixedColumns, writeFixedColumns, type FixedCells, type Report, type WriteOptions } from './fixed-columns.js';

/** Reads `LOINC_1_export_chapitres`. */
export function readChapters(text: string): ReadRows<ChapterRow> {
  const once = onlyOnce();
  return readFixedColumns(text, CHAPTER_COLUMNS, (cells, report) => {
    const key = [cells.chapterCode || cells.chapterLabel, cells.subChapterCode || cells.subChapterLabel];
    return once(key, cells, report, 'Code sous-chapitre') ? filled<ChapterRow>(cells) : undefined;
  });
}

/** Reads `LOINC_2_export_demandes`: an exam of several analyses has several lines. */
export function readExams(text: string): ReadRows<ExamRow> {
  const once = onlyOnce();
  return readFixedColumns(text, EXAM_COLUMNS, (cells, report) => {
    checkNabm(cells.nabm, report);
    return once([cells.examCode, cells.analysisCode], cells, report, 'Code analyse') ? filled<ExamRow>(cells) : undefined;
  });
}

/** Reads `LOINC_3_export_resultats`: one line for each analysis. */
export function readAnalyses(text: string): ReadRows<AnalysisRow> {
  const once = onlyOnce();
  return readFixedColumns(text, ANALYSIS_COLUMNS, (cells, report) => {
    checkAnalysis(cells, report);
    return once([cells.code], cells, report, 'Code analyse') ? filled<AnalysisRow>(cells) : undefined;
  });
}

/** Writes `LOINC_1`. */
export function writeChapters(rows: Iterable<ChapterRow>, options?: WriteOptions): string {
  return writeFixedColumns(rows, CHAPTER_COLUMNS, options);
}

/** Writes `LOINC_2`. */
export function writeExams(rows: Iterable<ExamRow>, options?: WriteOptions): string {
  return writeFixedColumns(rows, EXAM_COLUMNS, options);
}

/** Writes `LOINC_3`. */
export function writeAnalyses(rows: Iterable<AnalysisRow>, options?: WriteOptions): string {
  return writeFixedColumns(rows, ANALYSIS_COLUMNS, options);
}

const SCALES: ReadonlySet<string> = new Set(['QN', 'ORD', 'ORDQN', 'QUANT', 'NOM', 'NAR', 'DOC', 'MULTI', 'SET', '-']);

/** What is remarked in a line that describes an analysis, and stops nothing. */
export function checkAnalysis({ scale, nabm }: Pick<FixedCells<'scale' | 'nabm'>, 'scale' | 'nabm'>, report: Report): void {
  if (scale !== '' && !SCALES.has(scale.toUpperCase())) report('loinc-file-value', 'Échelle');
  checkNabm(nabm, report);
}

/** NABM codes have four digits; `HN` says that the act is not on the list. */
export function checkNabm(nabm: string, report: Report): void {
  const items = nabm.split(/[^0-9A-Za-z]+/).filter((item) => item !== '');
  if (!items.every((item) => /^\d{4}$/.test(item) || /^HN$/i.test(item))) report('loinc-file-value', 'Codes NABM');
}

/** Remembers keys: a second line with one is refused, unless it says the very same. */
export function onlyOnce(): (key: readonly string[], cells: object, report: Report, column: string) => boolean {
  const known = new Map<string, string>();
  return (key, cells, report, column) => {
    const [name, content] = [JSON.stringify(key), JSON.stringify(cells)];
    const before = known.get(name);
    if (before !== undefined) report(before === content ? 'loinc-file-repeated-same' : 'loinc-file-repeated', column);
    else known.set(name, content);
    return before === undefined;
  };
}

/** The cells that say something; mandatory ones have been checked. */
export function filled<Row extends object>(cells: object): Row {
  return Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== '')) as Row;
}
