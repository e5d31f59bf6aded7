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

/** The outline with the codes of a `LOINC_4` or `LOINC_5`; rows that the catalogue does not have are counted and left aside. */
export function withCodesOf(
  known: CatalogueOutline,
  map: Partial<CatalogueOutline>,
): { readonly outline: CatalogueOutline; readonly parked: number } {
  const { chapters = [], exams = [] } = map;
  const parked = unknown(chapters, known.chapters, chapterKey) + unknown(exams, known.exams, examKey);
  return {
    outline: {
      chapters: joined(known.chapters, chapters, chapterKey, CHAPTER_CODES),
      exams: joined(known.exams, exams, examKey, EXAM_CODES),
    },
    parked,
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

function unknown<Row>(rows: readonly Row[], known: readonly Row[], keyOf: (row: Row) => string): number {
  const keys = new Set(known.map(keyOf));
  return rows.filter((row) => !keys.has(keyOf(row))).length;
}
