import type { ChapterMapRow, ExamMapRow } from '@segur/loinc-files';

/** Chapters and exams of a catalogue, with their LOINC codes where somebody gave some. Results are coded without them. */
export interface CatalogueOutline {
  readonly chapters: readonly ChapterMapRow[];
  readonly exams: readonly ExamMapRow[];
}

/** An outline in which nothing is. */
export const NO_OUTLINE: CatalogueOutline = { chapters: [], exams: [] };

/** What an export says now, with the codes that were known of the same chapters and exams. A file that was not given changes nothing. */
export function withKnownCodes(known: CatalogueOutline, given: Partial<CatalogueOutline>): CatalogueOutline {
  const { chapters, exams } = given;
  return {
    chapters: chapters ? joined(chapters, known.chapters, chapterKey, CHAPTER_CODES) : known.chapters,
    exams: exams ? joined(exams, known.exams, examKey, EXAM_CODES) : known.exams,
  };
}

/** Rows of a map that were left aside: how many the catalogue does not have, and how many it has under another label now. */
export interface RowsAside {
  readonly unknown: number;
  readonly relabelled: number;
}

/** The outline with the codes of a `LOINC_4` or `LOINC_5`. */
export function withCodesOf(
  known: CatalogueOutline,
  { chapters = [], exams = [] }: Partial<CatalogueOutline>,
): { readonly outline: CatalogueOutline; readonly aside: RowsAside } {
  const [ofChapters, ofExams] = [sorted(chapters, known.chapters, CHAPTER), sorted(exams, known.exams, EXAM)];
  return {
    outline: {
      chapters: joined(known.chapters, ofChapters.taken, chapterKey, CHAPTER_CODES),
      exams: joined(known.exams, ofExams.taken, examKey, EXAM_CODES),
    },
    aside: {
      unknown: ofChapters.unknown + ofExams.unknown,
      relabelled: ofChapters.relabelled + ofExams.relabelled,
    },
  };
}

const CHAPTER_CODES = ['chapterLoinc', 'subChapterLoinc'] as const;
const EXAM_CODES = ['loinc'] as const;

function chapterKey({ chapterCode, chapterLabel, subChapterCode, subChapterLabel }: ChapterMapRow): string {
  return JSON.stringify([chapterCode ?? chapterLabel, subChapterCode ?? subChapterLabel ?? '']);
}

function examKey({ examCode, analysisCode }: ExamMapRow): string {
  return JSON.stringify([examCode, analysisCode]);
}

/** Rows of one list with the codes of another, where that has some. */
function joined<Row>(
  rows: readonly Row[],
  codes: readonly Row[],
  keyOf: (row: Row) => string,
  fields: readonly (keyof Row)[],
): readonly Row[] {
  const byKey = new Map(codes.map((row) => [keyOf(row), row]));
  return rows.map((row) => {
    const other = byKey.get(keyOf(row));
    const said = fields.flatMap((field) => (other?.[field] === undefined ? [] : [[field, other[field]] as const]));
    return { ...row, ...(Object.fromEntries(said) as Partial<Row>) };
  });
}

/** What tells rows apart, and what they are called. */
interface Naming<Row> {
  readonly keyOf: (row: Row) => string;
  readonly labelsOf: (row: Row) => readonly (string | undefined)[];
}

const CHAPTER: Naming<ChapterMapRow> = {
  keyOf: chapterKey,
  labelsOf: ({ chapterLabel, subChapterLabel }) => [chapterLabel, subChapterLabel],
};
const EXAM: Naming<ExamMapRow> = { keyOf: examKey, labelsOf: ({ examLabel, analysisLabel }) => [examLabel, analysisLabel] };

/** The rows of a map that are still what the catalogue says; case and blanks of labels make no difference. */
function sorted<Row>(
  rows: readonly Row[],
  known: readonly Row[],
  { keyOf, labelsOf }: Naming<Row>,
): RowsAside & { readonly taken: readonly Row[] } {
  const plain = (row: Row) => JSON.stringify(labelsOf(row).map((label = '') => label.trim().replace(/\s+/gu, ' ').toLowerCase()));
  const labels = new Map(known.map((row) => [keyOf(row), plain(row)]));
  const there = rows.filter((row) => labels.has(keyOf(row)));
  const taken = there.filter((row) => labels.get(keyOf(row)) === plain(row));
  return { taken, unknown: rows.length - there.length, relabelled: there.length - taken.length };
}
