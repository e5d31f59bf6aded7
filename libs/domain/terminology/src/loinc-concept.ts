/** Whether LOINC still recommends a code. */
export type LoincStatus = 'ACTIVE' | 'TRIAL' | 'DISCOURAGED' | 'DEPRECATED';

/** What a code may stand for: an order, a result, or both. */
export type OrderOrObservation = 'Order' | 'Observation' | 'Both' | 'Subset';

/** The six parts of a LOINC name, in the spelling of the LOINC table (`MCnc`, `Ser/Plas`, `Qn`). Empty text: the part is not known. */
export interface LoincAxes {
  /** With its challenge and adjustment: `Glucose^post CFst`. */
  readonly component: string;
  readonly property: string;
  /** `Pt`, `24H`. */
  readonly time: string;
  /** With its super-system: `Bld^Fetus`. */
  readonly system: string;
  readonly scale: string;
  /** Empty: the code is method-less. */
  readonly method: string;
}

/** One code of a LOINC release, as far as mapping needs it. @see loinc-transcoding.md §2.2 */
export interface LoincConcept {
  readonly code: string;
  readonly status: LoincStatus;
  readonly axes: LoincAxes;
  /** English; the one name that is always there. */
  readonly longCommonName: string;
  readonly shortName?: string;
  /** Of a LOINC linguistic variant or of the French value set: may be sent. Absent: no official French name is known. */
  readonly frenchName?: string;
  /** French words for matching only, never sent: a working label, a component's French term, synonyms. */
  readonly frenchTerms?: readonly string[];
  /** English synonyms of the release (RELATEDNAMES2). */
  readonly relatedNames?: readonly string[];
  /** Of the release, e.g. `CHEM`. */
  readonly class?: string;
  readonly orderOrObservation?: OrderOrObservation;
  readonly isPanel?: boolean;
  readonly exampleUcumUnits: readonly string[];
  /** Rank among the most used tests, 1 first; absent: not ranked. */
  readonly commonTestRank?: number;
  /** What replaces a code that is no longer recommended. */
  readonly mapTo?: readonly { readonly code: string; readonly comment?: string }[];
}

/** A code of the French value set "circuit de la biologie": what may be sent in France, and under which name. @see loinc-transcoding.md §2.2 */
export interface ValueSetEntry {
  readonly code: string;
  readonly frenchName: string;
  readonly chapter?: string;
  readonly subChapter?: string;
  readonly preferredUnit?: string;
  readonly comparabilityGroup?: string;
  /** ISO 8601 dates. */
  readonly validFrom?: string;
  readonly validTo?: string;
}
