/** One line of `LOINC_1_export_chapitres`. Absent: the cell is empty. */
export interface ChapterRow {
  readonly chapterCode?: string;
  readonly chapterLabel: string;
  readonly subChapterCode?: string;
  readonly subChapterLabel?: string;
}

/** One line of `LOINC_2_export_demandes`: an exam that can be asked for, and one of its analyses. */
export interface ExamRow {
  readonly examCode: string;
  readonly examLabel: string;
  readonly synonym?: string;
  readonly chapterCode?: string;
  readonly subChapterCode?: string;
  readonly specimen?: string;
  /** Codes of the NABM, or `HN`: not on it. As written; {@link nabmCodesOf} cuts it. */
  readonly nabm?: string;
  readonly analysisCode: string;
  readonly analysisLabel: string;
}

/** One line of `LOINC_3_export_resultats`: an analysis, in the laboratory's words. */
export interface AnalysisRow {
  readonly code: string;
  readonly label: string;
  readonly synonym?: string;
  /** `masse`, `substance`, `nombre`, or LOINC's word. */
  readonly property?: string;
  readonly unitCode?: string;
  readonly unitLabel?: string;
  /** `PT`, `24H`. */
  readonly timeAspect?: string;
  readonly specimenCode?: string;
  readonly specimenLabel?: string;
  /** `QN`, `ORD`. */
  readonly scale?: string;
  readonly method?: string;
  readonly nabm?: string;
}

/** A LOINC code and the one name that goes with it. Empty: the file gave none. */
export interface LoincTarget {
  readonly code: string;
  readonly label: string;
}

/** Codes for one chapter or exam: there may be several, under one label. */
export interface LoincTargets {
  readonly codes: readonly string[];
  readonly label: string;
}

/** One line of `LOINC_4_transcodage_chapitres`. */
export interface ChapterMapRow extends ChapterRow {
  readonly chapterLoinc?: LoincTargets;
  readonly subChapterLoinc?: LoincTargets;
}

/** One line of `LOINC_5_transcodage_demandes`. */
export interface ExamMapRow extends ExamRow {
  readonly loinc?: LoincTargets;
}

/** One line of `LOINC_6_transcodage_resultats`. Without `loinc`: no code was given. */
export interface AnalysisMapRow extends AnalysisRow {
  readonly loinc?: LoincTarget;
}

/** The NABM codes of a cell, however they are separated; none for `HN`. */
export function nabmCodesOf(nabm: string | undefined): readonly string[] {
  return (nabm ?? '').split(/[^0-9A-Za-z]+/).filter((code) => /^\d{4}$/.test(code));
}
