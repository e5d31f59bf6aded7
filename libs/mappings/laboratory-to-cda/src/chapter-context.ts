import type { CdaSignatory } from '@segur/cda';
import type { Laboratory, Report } from '@segur/laboratory';

/** What the sections of one document share. */
export interface ChapterContext {
  readonly report: Report;
  readonly laboratory: Laboratory;
  /** Who validated the report, with what the laboratory's settings know of them. */
  readonly validators: readonly CdaSignatory[];
}

/** What printing a part of a report takes beside it. */
export type PrintContext = Pick<ChapterContext, 'report' | 'laboratory'>;

/** Without those that say nothing: an empty element makes a document invalid. */
export function spoken(texts: readonly string[] | undefined): readonly string[] {
  return (texts ?? []).filter((text) => text.trim() !== '');
}
