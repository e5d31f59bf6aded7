import type { Image } from '@segur/laboratory';

/** A fact about the patient or the request: `label`, a colon, `value`. */
export interface PrintedFact {
  readonly label: string;
  readonly value: string;
}

/** A sign in front of an interpretation, for those who print without colour or skim. Absent: nothing to see. */
export type PrintedMark = '▲' | '▼' | '●';

/** One antibiotic of an antibiogram. */
export interface PrintedAntibiotic {
  readonly label: string;
  /** Minimal inhibitory concentration with its unit; empty where none was measured. */
  readonly mic: string;
  /** S, I or R in words. */
  readonly interpretation: string;
  readonly mark?: PrintedMark;
  /** What else is said of it, one line each. */
  readonly notes: readonly string[];
}

/** One line of the table of a chapter. Each has words of its own, so that no form for people need leave one out. */
export type PrintedRow =
  /** A sub-chapter begins. */
  | { readonly kind: 'heading'; readonly text: string }
  /** A battery or a germ: its results follow. */
  | { readonly kind: 'group'; readonly text: string }
  | {
      readonly kind: 'result';
      readonly label: string;
      readonly method?: string;
      readonly result: string;
      readonly unit: string;
      readonly reference: string;
      readonly interpretation: string;
      readonly mark?: PrintedMark;
      /** Earlier results with their dates, one line each, the latest as the sender put it first. Empty: none. */
      readonly previous: string;
    }
  /** Said of the line above: a comment, or a fact that has no column. */
  | { readonly kind: 'comment'; readonly text: string }
  /** A table of its own, where a form can have one; `text` says the same in lines. */
  | { readonly kind: 'antibiogram'; readonly title: string; readonly rows: readonly PrintedAntibiotic[]; readonly text: string }
  /** A picture; `text` names it, also where it cannot be shown. */
  | { readonly kind: 'image'; readonly text: string; readonly image: Image };

/** A specialty of the report. */
export interface PrintedChapter {
  /** Place of the chapter in the report: chapters that say nothing are not printed. */
  readonly position: number;
  readonly title: string;
  /** One line per specimen. */
  readonly specimens: readonly string[];
  /** Titles of the columns: earlier results have one only where there are any. */
  readonly columns: readonly string[];
  readonly rows: readonly PrintedRow[];
}

/** Words under a heading of their own. */
export interface PrintedSection {
  readonly title: string;
  readonly lines: readonly string[];
}

/**
 * What people read of a report, whatever it is shown on: every form for people is made of this, so that no two can differ.
 *
 * The texts are French, and ready to be shown. There is a matricule only for a qualified identity.
 */
export interface PrintedReport {
  readonly title: string;
  readonly laboratory: { readonly name: string; readonly lines: readonly string[] };
  /** What nobody may miss: a partial report, a report that replaces another. */
  readonly notices: readonly string[];
  readonly patient: { readonly name: string; readonly facts: readonly PrintedFact[] };
  readonly request: readonly PrintedFact[];
  /** Before the results: why they were asked for. */
  readonly introduction: readonly PrintedSection[];
  readonly comments: readonly string[];
  readonly chapters: readonly PrintedChapter[];
  /** After the results: vaccinations, remarks, the reports of other laboratories by name. */
  readonly conclusion: readonly PrintedSection[];
  readonly validations: readonly string[];
  readonly signature: string;
  /** Explains the marks. Absent where there is none. */
  readonly legend?: string;
  /** Names patient and request, for the pages that follow the first. */
  readonly runningHead: string;
  /** Names the laboratory, for the foot of each page. */
  readonly footer: string;
}

/** Titles of the columns of results. */
export const PRINTED_COLUMNS = ['Examen', 'Résultat', 'Unité', 'Valeurs de référence', 'Interprétation'] as const;

/** Title of the column of earlier results, the last one where there are any. */
export const PREVIOUS_COLUMN = 'Antériorité';

/** Titles of the columns of an antibiogram. */
export const ANTIBIOGRAM_COLUMNS = ['Antibiotique', 'CMI', 'Interprétation'] as const;
