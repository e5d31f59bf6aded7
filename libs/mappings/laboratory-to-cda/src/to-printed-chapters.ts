import type { SectionContent, Specimen } from '@segur/laboratory';
import type { ChapterContext } from './chapter-context.js';
import { PREVIOUS_COLUMN, PRINTED_COLUMNS, type PrintedChapter, type PrintedRow } from './printed-report.js';
import { printValidator } from './printed-result.js';
import { COLON, printStated } from './printed-words.js';
import { outlineOf, type ChapterOutline } from './report-outline.js';
import { headingOf, wordsWithoutResults } from './to-chapters.js';
import { toPrintedRows } from './to-printed-rows.js';
import { toValidatorsOf } from './to-signatories.js';
import { specimensOf } from './to-specimens.js';

/**
 * The specialties of a report, sub-chapters as rows of theirs; then those that hold words and no result.
 *
 * @throws {UnassemblableReport} `malformed-time`, `unknown-chapter`.
 */
export function toPrintedChapters(context: ChapterContext): readonly PrintedChapter[] {
  const told = outlineOf(context.report.chapters).map((outline) =>
    outline.subChapters.length === 0
      ? toPrintedChapter(outline, printSpecimens(outline.chapter, context), toSectionRows(outline.chapter, context))
      : toDivided(outline, context),
  );
  const words = wordsWithoutResults(context).map(({ position, title, text }): PrintedChapter => {
    return { position, title, specimens: [], columns: PRINTED_COLUMNS, rows: [{ kind: 'comment', text }] };
  });
  return [...told, ...words];
}

function toPrintedChapter(
  { position, chapter }: ChapterOutline,
  specimens: readonly string[],
  rows: readonly PrintedRow[],
): PrintedChapter {
  const previous = rows.some((row) => row.kind === 'result' && row.previous !== '');
  const columns = previous ? [...PRINTED_COLUMNS, PREVIOUS_COLUMN] : PRINTED_COLUMNS;
  return { position, title: headingOf(chapter), specimens, columns, rows };
}

/** Specimens that all sub-chapters share are said once. */
function toDivided(outline: ChapterOutline, context: ChapterContext): PrintedChapter {
  const { subChapters } = outline;
  const lines = subChapters.map((sub) => printSpecimens(sub, context));
  const [first = []] = lines;
  const shared = lines.every((some) => some.join('\n') === first.join('\n'));
  const rows = subChapters.flatMap((sub, index): readonly PrintedRow[] => {
    const heading = sub.title?.trim() || sub.code?.label;
    return [
      ...(heading ? [{ kind: 'heading', text: heading } as const] : []),
      ...(shared ? [] : (lines[index] ?? [])).map((text) => ({ kind: 'comment', text }) as const),
      ...toSectionRows(sub, context),
    ];
  });
  return toPrintedChapter(outline, shared ? first : [], rows);
}

/** Who validated a section is said with it, where that is not who validated the report. */
function toSectionRows(section: SectionContent, context: ChapterContext): readonly PrintedRow[] {
  const validators = section.validations ? toValidatorsOf(section, context) : [];
  return [
    ...toPrintedRows(section, context),
    ...validators.map((validator) => ({ kind: 'comment', text: printValidator(validator) }) as const),
  ];
}

function printSpecimens(section: SectionContent, { report, laboratory }: ChapterContext): readonly string[] {
  return specimensOf(section, report).map(({ label, site, procedure, collectedAt, receivedAt }: Specimen) =>
    [
      `Prélèvement${COLON}${label}`,
      ...(site ? [`site${COLON}${site.label}`] : []),
      ...(procedure ? [procedure.label] : []),
      ...(collectedAt ? [`prélevé le ${printStated(collectedAt, laboratory)}`] : []),
      ...(receivedAt ? [`reçu le ${printStated(receivedAt, laboratory)}`] : []),
    ].join(', '),
  );
}
