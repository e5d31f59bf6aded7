/** A fact about the patient or the request: `label`, a colon, `value`. */
export interface PrintedFact {
  readonly label: string;
  readonly value: string;
}

/** A sign in front of an interpretation, for those who print without colour or skim. Absent: nothing to see. */
export type PrintedMark = '▲' | '▼' | '●';

/** One line of the table of a chapter. */
export type PrintedRow =
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
    }
  | { readonly kind: 'comment'; readonly text: string };

/** A specialty of the report. */
export interface PrintedChapter {
  readonly title: string;
  /** One line per specimen. */
  readonly specimens: readonly string[];
  readonly rows: readonly PrintedRow[];
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
  readonly comments: readonly string[];
  readonly chapters: readonly PrintedChapter[];
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
