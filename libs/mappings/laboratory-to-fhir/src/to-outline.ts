import type { Coding } from '@segur/fhir';
import type { Chapter, SectionContent, SubChapter } from '@segur/laboratory';
import { hasResults, outlineOf, toChapterCode } from '@segur/laboratory-to-cda';
import { toCoding } from './code-systems.js';
import { refer } from './document-ids.js';
import type { DocumentContext, Surroundings } from './document-context.js';

/** A chapter, and the sections that hold its results: itself, or its sub-chapters. */
export interface OutlinedChapter {
  readonly position: number;
  readonly chapter: Chapter;
  readonly subChapters: readonly SubChapter[];
  readonly sections: readonly SectionContent[];
}

/** The chapters that hold results, as they are printed. */
export function toOutline({ report }: Pick<DocumentContext, 'report'>): readonly OutlinedChapter[] {
  return outlineOf(report.chapters).map((outline) => ({
    ...outline,
    sections: outline.subChapters.length > 0 ? outline.subChapters : [outline.chapter].filter(hasResults),
  }));
}

/** The specialty of a chapter. @throws {UnassemblableReport} `unknown-chapter`. */
export function toChapterCoding(code: string): Coding {
  const { codeSystem, displayName } = toChapterCode(code);
  return toCoding({ code, system: codeSystem ?? '', label: displayName });
}

/** What the results of a section have from it. */
export function surroundingsOf(section: SectionContent, chapter: Chapter, { report }: DocumentContext): Surroundings {
  const { actCode, performedBy, validations, specimenIds = [] } = section;
  const [only, ...others] = report.specimens.filter(({ specimenId }) => specimenIds.includes(specimenId));
  return {
    specialty: actCode ? toCoding(actCode) : toChapterCoding(chapter.code),
    ...(performedBy && { performedBy }),
    validations: validations ?? report.validations,
    // Of several specimens nobody said which one a result is of.
    ...(only && others.length === 0 && { specimen: refer(report, 'specimen', only.specimenId) }),
  };
}
