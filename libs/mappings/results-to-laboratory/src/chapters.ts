import type { Battery, Chapter, Laboratory } from '@segur/laboratory';

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
/** Chapters that an examination in LOINC may name by itself. */
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

/** What is known of the place of an examination in the report. */
export interface ChapterClues {
  /** Section that the message names: HL7 OBR-24, HPRIM OBX.15. Empty when it names none. */
  readonly section: string;
  /** Local codes, the most telling first. */
  readonly codes: readonly string[];
  /** LOINC that the sender put on the examination. */
  readonly sentLoinc?: string | undefined;
  /** Names of sections that this format's senders use, in capitals, in addition to the standard table. */
  readonly names?: Readonly<Record<string, string>>;
}

/**
 * The chapter an examination is printed under: the laboratory's own pairing first, for the section then for the codes; then the standard
 * table; then the laboratory's chapter for everything else (`*`).
 *
 * @returns Nothing when nobody paired it: no chapter is invented.
 * @see hl7v2.md §10.3
 */
export function chapterOf(
  { section, codes, sentLoinc, names = {} }: ChapterClues,
  laboratory: Pick<Laboratory, 'chapters'>,
): string | undefined {
  if (sentLoinc && CHAPTER_CODES.has(sentLoinc)) return sentLoinc;
  const own = laboratory.chapters ?? {};
  const name = section.trim().toUpperCase();
  return (
    [section.trim(), name, ...codes].map((key) => entry(own, key)).find((chapter) => chapter !== undefined) ??
    entry(STANDARD, name) ??
    entry(names, name) ??
    entry(own, '*')
  );
}

/** A message may name anything, `constructor` too. */
function entry(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** A battery, and the chapter it is printed under. */
export interface PlacedBattery {
  readonly chapter: string;
  readonly battery: Battery;
}

/** Batteries under their chapters, both in the order of the message. */
export function toChapters(batteries: readonly PlacedBattery[]): readonly Chapter[] {
  const chapters = new Map<string, Battery[]>();
  for (const { chapter, battery } of batteries) {
    const members = chapters.get(chapter);
    if (members) members.push(battery);
    else chapters.set(chapter, [battery]);
  }
  return [...chapters].map(([code, members]) => ({ code, batteries: members }));
}
