import type { Coded, Organization, Professional } from './actors.js';
import type { Image } from './attachment.js';

/** A point in time as the sender stated it: ISO 8601, cut at its precision, with an offset only if one was given. */
export type StatedTime = string;

/** An identifier as its maker gave it: an OID or a UUID, and what it means there. */
export interface Identifier {
  readonly root: string;
  readonly extension?: string;
}

/** A local code of the laboratory's catalogue. */
export interface LocalCode {
  readonly localCode: string;
  /** What the report prints. */
  readonly label: string;
  /** OID or name of the code system, when the sender names one. LOINC's own OID: the sender has no other code. */
  readonly system?: string;
}

/** A LOINC code with its French label. */
export interface LoincCode {
  readonly code: string;
  readonly label: string;
}

/** What a laboratory printed as a result, and what could be read in it. `text` is always the laboratory's own spelling. */
export type ObservationValue =
  /** `value` is a canonical decimal: point, no thousands separator, the sender's digits kept (`1.50`). */
  | { readonly kind: 'numeric'; readonly text: string; readonly value: string }
  | { readonly kind: 'bounded'; readonly text: string; readonly comparator: '<' | '<=' | '>' | '>='; readonly value: string }
  | { readonly kind: 'interval'; readonly text: string; readonly low: string; readonly high: string }
  | { readonly kind: 'ratio'; readonly text: string; readonly numerator: string; readonly denominator: string }
  | { readonly kind: 'coded'; readonly text: string; readonly coded?: Coded }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'date'; readonly text: string; readonly value: StatedTime }
  /** No value: the analysis could not be done. `text` is what the report says of it, e.g. `Non réalisé`. */
  | { readonly kind: 'absent'; readonly text: string };

export interface Unit {
  readonly raw: string;
  /** Absent: the spelling is not in the table, and nothing is guessed. */
  readonly ucum?: string;
}

/** A reference interval. `text` is as printed; bounds only where they could be read. */
export interface ReferenceRange {
  readonly text: string;
  readonly low?: string;
  readonly high?: string;
}

/** A reference interval of other people than this patient: printed, never compared with the result. */
export interface OtherRange extends ReferenceRange {
  readonly sex?: 'M' | 'F';
  /** From this age on, ISO 8601 duration: `P18Y`. */
  readonly ageFrom?: string;
  /** Up to and without this age, ISO 8601 duration. */
  readonly ageTo?: string;
  /** What else distinguishes it, e.g. `Femme enceinte`. */
  readonly label?: string;
}

/** The same result said again in another unit (mole and mass). */
export interface OtherUnitValue {
  readonly value: ObservationValue;
  readonly unit: Unit;
  readonly range?: ReferenceRange;
}

/** An earlier result of the same analysis (antériorité). */
export interface PriorResult {
  readonly observedAt: StatedTime;
  readonly value: ObservationValue;
  readonly unit?: Unit;
  /** The same result in other units, without intervals. */
  readonly otherUnits?: readonly OtherUnitValue[];
}

/** The laboratory that did an examination where it is not the one that reports it: sous-traitance, seconde intention. */
export interface PerformingLaboratory {
  readonly organization: Organization;
  /** Who answers for it there. */
  readonly director?: Professional;
  readonly at?: StatedTime;
}

/** One analysis result. */
export interface Observation {
  /** Unique in the report, the same in every revision. */
  readonly observationId: string;
  /** Identifier under which a document already published it. Absent: derived under the laboratory's OID. */
  readonly identifier?: Identifier;
  readonly code: LocalCode;
  /** A LOINC that the sender put beside its own code: evidence for transcoding, never used by itself. */
  readonly sentLoinc?: LoincCode;
  /** Set by transcoding, from the laboratory's reviewed map. */
  readonly loinc?: LoincCode;
  readonly value: ObservationValue;
  readonly unit?: Unit;
  /** The same result in other units. */
  readonly otherUnits?: readonly OtherUnitValue[];
  /** HL7 ObservationInterpretation codes of the French value set, in the sender's order. */
  readonly interpretations: readonly string[];
  /** The interval that applies to this patient. */
  readonly range?: ReferenceRange;
  readonly otherRanges?: readonly OtherRange[];
  /** `cancelled`: could not be obtained (OBX-11 X). `preliminary`: may still change, only in a partial report (OBX-11 P). */
  readonly status: 'final' | 'corrected' | 'preliminary' | 'cancelled';
  readonly observedAt?: StatedTime;
  /** Printed name of the method. */
  readonly method?: string;
  /** Its code, ANSM table of reagents and techniques. */
  readonly methodCode?: Coded;
  /** Reagent kit. */
  readonly kit?: Coded;
  /** Transport or culture medium. */
  readonly medium?: Coded;
  readonly priors?: readonly PriorResult[];
  readonly comments: readonly string[];
  /** Index key of `Report.specimens`. */
  readonly specimenId?: string;
  readonly performedBy?: PerformingLaboratory;
  readonly validatedBy?: Professional;
  /** When that person validated; absent: as the report's validation. */
  readonly validatedAt?: StatedTime;
  readonly images?: readonly Image[];
}
