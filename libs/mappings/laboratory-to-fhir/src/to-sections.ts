import type { CodeableConcept, Reference, Section } from '@segur/fhir';
import type { SectionContent } from '@segur/laboratory';
import type { PrintedChapter, PrintedReport, PrintedRow, PrintedSection } from '@segur/laboratory-to-cda';
import { LOINC } from './code-systems.js';
import { refer } from './document-ids.js';
import type { DocumentContext } from './document-context.js';
import { chapterNarrative, wordsNarrative } from './to-narrative.js';
import { toChapterCoding, type OutlinedChapter } from './to-outline.js';
import { referGroups } from './to-panels.js';

const loinc = (code: string): CodeableConcept => ({ coding: [{ system: LOINC, code }] });
const REFERRAL = loinc('42349-1');
const CLINICAL_INFORMATION = loinc('55752-0');
const VACCINATIONS = loinc('11369-6');

/** All that people read, in the order of the printed report, with the resources that say the same. */
export function toSections(
  outline: readonly OutlinedChapter[],
  { introduction, comments, chapters, conclusion }: PrintedReport,
  context: DocumentContext,
): readonly Section[] {
  return [
    ...toIntroduction(introduction, context),
    ...chapters.map((printed) =>
      toChapter(
        printed,
        outline.find(({ position }) => position === printed.position),
        context,
      ),
    ),
    ...(comments.length === 0 ? [] : [{ title: 'COMMENTAIRES', text: wordsNarrative(comments) }]),
    ...toConclusion(conclusion, context),
  ];
}

/** A printed chapter that has no results holds words alone. */
function toChapter(printed: PrintedChapter, outline: OutlinedChapter | undefined, context: DocumentContext): Section {
  const source = context.report.chapters[printed.position];
  const heading = {
    title: printed.title,
    ...(source && { code: { coding: [toChapterCoding(source.code)] } }),
  };
  if (!outline || outline.subChapters.length === 0) {
    const [section] = outline?.sections ?? [];
    return { ...heading, text: chapterNarrative(printed), ...(section && toContent(section, context)) };
  }
  return {
    ...heading,
    ...(printed.specimens.length > 0 && { text: wordsNarrative(printed.specimens) }),
    section: toSubSections(printed, outline, context),
  };
}

/** Each sub-chapter with its rows: those from its heading to the next one. The rows of one without heading stay where they are printed. */
function toSubSections(printed: PrintedChapter, { subChapters }: OutlinedChapter, context: DocumentContext): readonly Section[] {
  const parts = splitAtHeadings(printed.rows);
  const [before = []] = parts;
  let read = 0;
  return subChapters.map((sub, index): Section => {
    const { code } = sub;
    const title = sub.title?.trim() || code?.label;
    const rows = title ? (parts[(read += 1)] ?? []) : index === 0 ? before : [];
    return {
      ...(title && { title }),
      ...(code && { code: { coding: [{ system: LOINC, code: code.code, display: code.label }] } }),
      ...(rows.length > 0 && { text: chapterNarrative({ ...printed, specimens: [], rows }) }),
      ...toContent(sub, context),
    };
  });
}

/** The rows before the first heading, then those under each; the heading itself is the title of its section. */
function splitAtHeadings(rows: readonly PrintedRow[]): readonly (readonly PrintedRow[])[] {
  const parts: PrintedRow[][] = [[]];
  for (const row of rows) {
    if (row.kind === 'heading') parts.push([]);
    else parts.at(-1)?.push(row);
  }
  return parts;
}

/** What a section holds, and who answers for it where that is not who does for the report. */
function toContent(section: SectionContent, context: DocumentContext): Pick<Section, 'author' | 'entry'> {
  const { report, people, performances } = context;
  const { validations = [], performedBy, images = [], specimenIds = [] } = section;
  const specimens = report.specimens.filter(({ specimenId }) => specimenIds.includes(specimenId));
  const authors = [
    ...validations.map(({ biologist }) => people.referStaff(biologist).reference),
    ...(performedBy ? performances.performersOf(performedBy).map(({ reference }) => reference) : []),
  ];
  return {
    author: [...new Set(authors)].map((reference) => ({ reference })),
    entry: [
      ...referGroups(section, context),
      ...images.map(({ imageId }) => refer(report, 'media', imageId)),
      ...specimens.map(({ specimenId }) => refer(report, 'specimen', specimenId)),
    ],
  };
}

/** The printed report leaves out what says nothing: the clinical information is the last, if there is any. */
function toIntroduction(printed: readonly PrintedSection[], { report, basedOn }: DocumentContext): readonly Section[] {
  const informed = (report.clinicalInformation ?? '').trim() !== '';
  return printed.map(({ title, lines }, index) => {
    const told = { title, text: wordsNarrative(lines) };
    return informed && index === printed.length - 1
      ? { ...told, code: CLINICAL_INFORMATION, entry: [refer(report, 'clinical-information')] }
      : { ...told, code: REFERRAL, entry: basedOn };
  });
}

/** Vaccinations come first, if there are any, and the reports of others last; between them are remarks. */
function toConclusion(printed: readonly PrintedSection[], { report }: DocumentContext): readonly Section[] {
  const { vaccinations = [], secondIntention = [] } = report;
  return printed.map(({ title, lines }, index): Section => {
    const told = { title, text: wordsNarrative(lines) };
    if (vaccinations.length > 0 && index === 0)
      return { ...told, code: VACCINATIONS, entry: vaccinations.map((_, one) => refer(report, 'immunization', String(one))) };
    const entry: readonly Reference[] =
      secondIntention.length > 0 && index === printed.length - 1
        ? secondIntention.map(({ attachmentId }) => refer(report, 'attachment', attachmentId))
        : [];
    return { ...told, entry };
  });
}
