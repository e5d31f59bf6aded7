/** What kind of value an analysis gives. */
export type ResultType =
  'numeric' | 'semi-quantitative' | 'coded' | 'text' | 'titre' | 'organism' | 'susceptibility' | 'panel' | 'document';

/** One line of a laboratory's catalogue, in its own words; absent: the laboratory said nothing. @see loinc-transcoding.md §2.1 */
export interface LocalTest {
  readonly localCode: string;
  /** As the laboratory wrote it; a normalised form is derived, never kept. */
  readonly label: string;
  readonly synonyms?: readonly string[];
  readonly chapter?: string;
  readonly panelCode?: string;
  readonly panelLabel?: string;
  readonly specimen?: string;
  /** The laboratory's spelling. */
  readonly unit?: string;
  readonly secondUnit?: string;
  readonly method?: string;
  readonly resultType?: ResultType;
  /** The laboratory's words or LOINC's: `24H`, `à jeun`. */
  readonly timing?: string;
  /** LOINC's or the laboratory's words for the property (`masse`, `substance`, `nombre`), as column 4 of LOINC_3. */
  readonly property?: string;
  /** As column 10 of LOINC_3: `QN`, `ORD`. */
  readonly scale?: string;
  readonly nabmCodes?: readonly string[];
  readonly valueStats?: ValueStats;
  /** Results a year: what to review first. */
  readonly volume12m?: number;
}

/** How the results of an analysis are spread, in its unit. */
export interface ValueStats {
  readonly n: number;
  readonly median?: number;
  readonly low?: number;
  readonly high?: number;
  /** Share of results that are no number, 0 to 1. */
  readonly nonNumeric?: number;
  readonly codedValues?: readonly string[];
}
