import type { Identity } from '@segur/identity';
import type { Coded, Professional } from './actors.js';

/** A point in time as the sender stated it: ISO 8601, cut at its precision, with an offset only if one was given. */
export type StatedTime = string;

/** A local code of the laboratory's catalogue. */
export interface LocalCode {
  readonly localCode: string;
  readonly label: string;
  /** OID or name of the code system, when the sender names one. */
  readonly system?: string;
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

/** The interval that applies to this patient. `text` is as printed; bounds only where they could be read. */
export interface ReferenceRange {
  readonly text: string;
  readonly low?: string;
  readonly high?: string;
}

/** One analysis result. */
export interface Observation {
  /** Unique in the report, the same in every revision. */
  readonly observationId: string;
  readonly code: LocalCode;
  /** A LOINC that the sender put beside its own code: evidence for transcoding, never used by itself. */
  readonly sentLoinc?: { readonly code: string; readonly label: string };
  /** Set by transcoding, from the laboratory's reviewed map. */
  readonly loinc?: { readonly code: string; readonly label: string };
  readonly value: ObservationValue;
  readonly unit?: Unit;
  /** HL7 ObservationInterpretation codes of the French value set, in the sender's order. */
  readonly interpretations: readonly string[];
  readonly range?: ReferenceRange;
  /** `cancelled`: could not be obtained (OBX-11 X). */
  readonly status: 'final' | 'corrected' | 'cancelled';
  readonly observedAt?: StatedTime;
  readonly method?: string;
  readonly comments: readonly string[];
  /** Index key of `Report.specimens`. */
  readonly specimenId?: string;
  readonly validatedBy?: Professional;
}

/** One prescribed examination with its results: an OBR. */
export interface Battery {
  readonly batteryId: string;
  readonly code: LocalCode;
  readonly observations: readonly Observation[];
  readonly comments: readonly string[];
  readonly specimenId?: string;
}

/** A specialty of the report, printed under its heading. */
export interface Chapter {
  /** Chapter LOINC of the CR-BIO, e.g. `18719-5`. */
  readonly code: string;
  readonly batteries: readonly Battery[];
}

export interface Specimen {
  readonly specimenId: string;
  /** HL7 table 0487 code, when known. */
  readonly typeCode?: string;
  readonly label: string;
  readonly collectedAt?: StatedTime;
  readonly receivedAt?: StatedTime;
  /** Identifier on the tube. */
  readonly accession?: string;
}

/** Signature of a biologist on the results. */
export interface Validation {
  readonly biologist: Professional;
  readonly at: StatedTime;
}

/** Where the laboratory wants the report to go, and who may see it. */
export interface DeliveryWishes {
  readonly dmp: boolean;
  readonly professionals: boolean;
  readonly patient: boolean;
  readonly maskedToProfessionals: boolean;
  readonly hiddenFromPatient: boolean;
  readonly hiddenFromRepresentatives: boolean;
}

/** Compte rendu d'examens de biologie médicale: one state of one report. */
export interface Report {
  readonly reportSetId: string;
  /** 1 for the first state, rising by one. */
  readonly revision: number;
  readonly status: 'final' | 'partial';
  /** The laboratory's own number of the request (dossier): OBR-3 or ORC-3. */
  readonly fillerNumber: string;
  /** The prescriber's number of the order: OBR-2 or ORC-2. */
  readonly placerNumber?: string;
  readonly identity: Identity;
  readonly prescriber?: Professional;
  readonly prescribedOn?: StatedTime;
  readonly copies: readonly Professional[];
  readonly encounter: { readonly kind: 'AMB' | 'IMP' | 'EMER'; readonly id?: string; readonly start?: StatedTime };
  /** When the request or the specimens reached the laboratory; the earliest collection where nobody said. */
  readonly receivedAt: StatedTime;
  readonly releasedAt: StatedTime;
  readonly specimens: readonly Specimen[];
  readonly chapters: readonly Chapter[];
  /** About the whole report: NTE under PID. */
  readonly comments: readonly string[];
  readonly validations: readonly [Validation, ...Validation[]];
  readonly delivery: DeliveryWishes;
}

/** Every observation of a report, in print order. */
export function observationsOf(report: Pick<Report, 'chapters'>): readonly Observation[] {
  return report.chapters.flatMap(({ batteries }) => batteries.flatMap(({ observations }) => observations));
}
