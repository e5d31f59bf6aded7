import { basename } from 'node:path';
import type { Finding } from '@segur/errors';
import {
  readAnalyses,
  readCatalogueFileName,
  readChapters,
  readExams,
  writeAnalysisMap,
  writeChapterMap,
  writeExamMap,
  type AnalysisRow,
  type ChapterRow,
  type ExamRow,
  type LoincTargets,
  type MappingRecord,
} from '@segur/loinc-files';
import { STARTER_CONCEPTS } from '@segur/starter-terminology';
import type { NamedText } from './check-files.js';

/** The exported catalogue that a map is written beside: LOINC_1, LOINC_2 and LOINC_3, each where it was given. */
export interface NationalCatalogue {
  readonly chapters?: readonly ChapterRow[];
  readonly exams?: readonly ExamRow[];
  readonly analyses?: readonly AnalysisRow[];
}

/** Reads those of the files whose name says that they are LOINC_1, 2 or 3; any other is a finding. */
export function readNationalCatalogue(files: readonly NamedText[]): NationalCatalogue & { readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const catalogue: { -readonly [file in keyof NationalCatalogue]: NationalCatalogue[file] } = {};
  for (const { name, text } of files) {
    const [shown, kind] = [basename(name), readCatalogueFileName(basename(name))?.kind];
    const reading = kind === 'chapters' ? readChapters(text) : kind === 'exams' ? readExams(text) : readAnalyses(text);
    if (kind === 'chapters' || kind === 'exams' || kind === 'analyses') {
      Object.assign(catalogue, { [kind]: reading.rows });
      findings.push(...reading.findings.map((finding) => ({ ...finding, location: `${shown}, ${finding.location}` })));
    } else findings.push(notOfCatalogue(shown));
  }
  return { ...catalogue, findings };
}

/** LOINC_4: chapters have the codes of the chapters of a report, known by their official names; others have none. */
export function writeChapterCodes(chapters: readonly ChapterRow[]): string {
  return writeChapterMap(
    chapters.map((row) => {
      const [chapter, subChapter] = [chapterNamed(row.chapterLabel), chapterNamed(row.subChapterLabel)];
      return { ...row, ...(chapter && { chapterLoinc: chapter }), ...(subChapter && { subChapterLoinc: subChapter }) };
    }),
  );
}

/** LOINC_5: an exam has the code that the map gives to its own code, or to its only analysis. */
export function writeExamCodes(exams: readonly ExamRow[], records: readonly MappingRecord[]): string {
  const targets = targetsByCode(records);
  const sizes = Map.groupBy(exams, ({ examCode }) => examCode);
  return writeExamMap(
    exams.map((row) => {
      const alone = sizes.get(row.examCode)?.length === 1;
      const loinc = targets.get(row.examCode) ?? (alone ? targets.get(row.analysisCode) : undefined);
      return { ...row, ...(loinc && { loinc }) };
    }),
  );
}

/** LOINC_6: each line of LOINC_3 as it is, with its code. */
export function writeAnalysisCodes(analyses: readonly AnalysisRow[], records: readonly MappingRecord[]): string {
  const targets = targetsByCode(records);
  return writeAnalysisMap(
    analyses.map((row) => {
      const { codes: [code] = [], label = '' } = targets.get(row.code) ?? {};
      return { ...row, ...(code !== undefined && { loinc: { code, label } }) };
    }),
  );
}

function targetsByCode(records: readonly MappingRecord[]): ReadonlyMap<string, LoincTargets> {
  return new Map(
    records.flatMap(({ localCode, loinc, loincLabel = '' }) =>
      loinc === undefined ? [] : [[localCode, { codes: [loinc], label: loincLabel }] as const],
    ),
  );
}

const CHAPTERS: ReadonlyMap<string, LoincTargets> = new Map(
  STARTER_CONCEPTS.filter(({ isPanel, frenchName }) => isPanel && frenchName !== undefined).map(({ code, frenchName = '' }) => [
    plain(frenchName),
    { codes: [code], label: frenchName },
  ]),
);

function chapterNamed(label = ''): LoincTargets | undefined {
  return CHAPTERS.get(plain(label));
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^\p{L} ]/gu, '')
    .toLowerCase()
    .trim();
}

function notOfCatalogue(name: string): Finding {
  return {
    severity: 'error',
    code: 'loinc-file-not-of-catalogue',
    location: name,
    message: 'The name is not that of LOINC_1, LOINC_2 or LOINC_3',
    messageFr: "Le nom n'est pas celui d'un fichier LOINC_1, LOINC_2 ou LOINC_3",
  };
}
