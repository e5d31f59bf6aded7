import type { Finding } from '@segur/errors';
import {
  checkCatalogue,
  nabmCodesOf,
  readAnalyses,
  readCatalogueFileName,
  readChapters,
  readExams,
  readPlainCatalogue,
  type AnalysisRow,
  type ChapterRow,
  type ColumnMapping,
  type ExamRow,
  type PlainCatalogueRow,
} from '@segur/loinc-files';
import type { LocalTest } from '@segur/terminology';
import type { CatalogueOutline } from './catalogue-outline.js';
import { toResultType } from './result-types.js';

/** One file of an export, in text. */
export interface CatalogueText {
  /** `LOINC_3_export_resultats_20261124.csv` says what it is; any other name is a plain catalogue. */
  readonly name: string;
  readonly text: string;
}

/** What the files say. */
export interface CatalogueRead {
  readonly tests: readonly LocalTest[];
  readonly findings: readonly Finding[];
  /** Of a plain catalogue: which column was taken for what. */
  readonly columns?: ColumnMapping;
  /** What `LOINC_1` and `LOINC_2` say, where they are given. */
  readonly outline: Partial<CatalogueOutline>;
}

/**
 * Reads an exported catalogue: `LOINC_3` with or without `LOINC_1` and `LOINC_2`, or one plain table.
 *
 * Findings name the file and the line. A finding of severity `error` says that the catalogue is not whole.
 *
 * @param columns - What the columns of a plain catalogue mean. Absent: guessed from its header.
 */
export function readCatalogue(files: readonly CatalogueText[], columns?: ColumnMapping): CatalogueRead {
  const findings: Finding[] = [];
  const read: { chapters?: readonly ChapterRow[]; exams?: readonly ExamRow[]; analyses?: readonly AnalysisRow[] } = {};
  const plain: PlainCatalogueRow[] = [];
  let used: ColumnMapping | undefined;

  for (const { name, text } of files) {
    const said = (found: readonly Finding[]) =>
      findings.push(...found.map((it) => ({ ...it, location: `${name}, ${it.location}` })));
    const kind = readCatalogueFileName(name)?.kind;
    if (kind === 'chapters' || kind === 'exams' || kind === 'analyses') {
      const { rows, findings: found } = { chapters: readChapters, exams: readExams, analyses: readAnalyses }[kind](text);
      Object.assign(read, { [kind]: rows });
      said(found);
    } else if (kind) {
      said([
        { severity: 'error', code: 'catalogue-file-is-map', location: 'line 1', message: 'This file is a map, not a catalogue' },
      ]);
    } else {
      const { rows, findings: found, mapping } = readPlainCatalogue(text, columns);
      plain.push(...rows);
      used = mapping;
      said(found);
    }
  }
  const { chapters, exams = [], analyses } = read;
  findings.push(...checkCatalogue({ exams, ...(chapters && { chapters }), ...(analyses && { analyses }) }));
  const context = contextOf(exams, chapters ?? []);
  const tests = [
    ...(analyses
      ? analyses.map((row) => ofAnalysis(row, context.get(row.code)))
      : [...context].map(([code, it]) => ofExam(code, it))),
    ...plain.map(ofPlain),
  ];
  const outline = { ...(chapters && { chapters }), ...(read.exams && { exams: read.exams }) };
  return { tests, findings, outline, ...(used && { columns: used }) };
}

/** What `LOINC_2` and `LOINC_1` add to an analysis. */
interface Context {
  readonly exam: ExamRow;
  /** Whether the exam has several analyses. */
  readonly isPanel: boolean;
  readonly chapter?: string;
}

/** An analysis of several exams stands in the context of the first. */
function contextOf(exams: readonly ExamRow[], chapters: readonly ChapterRow[]): Map<string, Context> {
  const sizes = Map.groupBy(exams, ({ examCode }) => examCode);
  const labels = new Map<string | undefined, string>();
  for (const { chapterCode, chapterLabel, subChapterCode, subChapterLabel } of chapters) {
    if (chapterCode) labels.set(chapterCode, chapterLabel);
    if (subChapterCode && subChapterLabel) labels.set(`${chapterCode}/${subChapterCode}`, `${chapterLabel} / ${subChapterLabel}`);
  }
  const contexts = new Map<string, Context>();
  for (const exam of exams) {
    if (contexts.has(exam.analysisCode)) continue;
    const chapter = labels.get(`${exam.chapterCode}/${exam.subChapterCode}`) ?? labels.get(exam.chapterCode) ?? exam.chapterCode;
    const isPanel = (sizes.get(exam.examCode)?.length ?? 0) > 1;
    contexts.set(exam.analysisCode, { exam, isPanel, ...(chapter && { chapter }) });
  }
  return contexts;
}

function ofAnalysis(row: AnalysisRow, context: Context | undefined): LocalTest {
  const { code, label, synonym, property, unitCode, unitLabel, timeAspect, specimenCode, specimenLabel, scale, method, nabm } = row;
  const nabmCodes = [...new Set([...nabmCodesOf(nabm), ...nabmCodesOf(context?.exam.nabm)])];
  return said({
    localCode: code,
    label,
    synonyms: synonym && [synonym],
    unit: unitLabel ?? unitCode,
    specimen: specimenLabel ?? specimenCode ?? context?.exam.specimen,
    method,
    timing: timeAspect,
    property,
    scale,
    nabmCodes: nabmCodes.length > 0 && nabmCodes,
    ...panelOf(context),
  });
}

/** Without `LOINC_3`, an analysis is what `LOINC_2` calls it. */
function ofExam(code: string, context: Context): LocalTest {
  const { exam } = context;
  const nabmCodes = nabmCodesOf(exam.nabm);
  return said({
    localCode: code,
    label: exam.analysisLabel,
    specimen: exam.specimen,
    nabmCodes: nabmCodes.length > 0 && nabmCodes,
    ...panelOf(context),
  });
}

function panelOf(context: Context | undefined): object {
  return {
    chapter: context?.chapter,
    ...(context?.isPanel && { panelCode: context.exam.examCode, panelLabel: context.exam.examLabel }),
  };
}

function ofPlain({
  synonym,
  nabm,
  resultType,
  volume12m,
  loinc: _loinc,
  loincLabel: _label,
  ...row
}: PlainCatalogueRow): LocalTest {
  const nabmCodes = nabmCodesOf(nabm);
  return said({
    ...row,
    synonyms: synonym && [synonym],
    resultType: toResultType(resultType),
    nabmCodes: nabmCodes.length > 0 && nabmCodes,
    volume12m: volume12m === undefined ? undefined : Math.round(volume12m),
  });
}

/** The fields that say something. */
function said(fields: { localCode: string; label: string; [field: string]: unknown }): LocalTest {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== '' && value !== false),
  ) as unknown as LocalTest;
}
