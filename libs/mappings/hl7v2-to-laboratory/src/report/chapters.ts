import type { Battery, Chapter, Laboratory, LocalCode } from '@segur/laboratory';

/** Diagnostic sections of HL7 table 0074, and what French senders write there, by chapter of the CR-BIO. */
const STANDARD: Readonly<Record<string, string>> = {
  CH: '18719-5',
  HM: '18723-7',
  CO: '18720-3',
  COAG: '18720-3',
  MB: '18725-2',
  SR: '18727-8',
  BLB: '18717-9',
};
/** Chapters that an OBR-4 in LOINC may name by itself. */
const CHAPTER_CODES = new Set([
  '18716-1',
  '18717-9',
  '18718-7',
  '18719-5',
  '18720-3',
  '18721-1',
  '18723-7',
  '18725-2',
  '18727-8',
  '18728-6',
]);

export const MICROBIOLOGY = '18725-2';

/**
 * The chapter an examination is printed under: the laboratory's own pairing first, for OBR-24 then for the code of the examination; then
 * the standard table; then the laboratory's chapter for everything else (`*`).
 *
 * @returns Nothing when nobody paired it: no chapter is invented.
 * @see hl7v2.md §10.3
 */
export function chapterOf(
  section: string,
  code: LocalCode,
  sentLoinc: string | undefined,
  laboratory: Laboratory,
): string | undefined {
  const own = laboratory.chapters ?? {};
  const name = section.trim().toUpperCase();
  if (sentLoinc && CHAPTER_CODES.has(sentLoinc)) return sentLoinc;
  return own[section.trim()] ?? own[name] ?? own[code.localCode] ?? STANDARD[name] ?? own['*'];
}

/** Batteries under their chapters, both in the order of the message. */
export function toChapters(batteries: readonly { readonly chapter: string; readonly battery: Battery }[]): readonly Chapter[] {
  const chapters = new Map<string, Battery[]>();
  for (const { chapter, battery } of batteries) chapters.set(chapter, [...(chapters.get(chapter) ?? []), battery]);
  return [...chapters].map(([code, members]) => ({ code, batteries: members }));
}
