import type { CdaAddress, CdaCode, CdaId, CdaTime } from './cda-types.js';
import type { CdaEncounter, CdaHeader, CdaPatient, CdaPerformer, CdaServiceEvent, CdaSignatory } from './cda-header.js';

/** What a CR-BIO header says beyond the constants of the volet; those are written by the codec. */
export interface CrBioHeader extends Omit<CdaHeader, 'templateIds' | 'code' | 'title' | 'language' | 'body'> {
  readonly setId: CdaId;
  /** Sex and date of birth may not be null in the structuration minimale. */
  readonly patient: CdaPatient & { readonly gender: CdaCode; readonly birthTime: CdaTime };
  readonly versionNumber: number;
  readonly custodian: NonNullable<CdaHeader['custodian']>;
  readonly legalAuthenticator: CdaSignatory;
  /** The first is the main act and needs its performer. */
  readonly serviceEvents: readonly [CdaServiceEvent & { readonly performer: CdaPerformer }, ...CdaServiceEvent[]];
  readonly encounter: CdaEncounter & { readonly facilityCode: CdaCode; readonly facilityAddress: CdaAddress };
}

/** A quantity: canonical decimal and UCUM unit. Without unit: a number without dimension. */
export interface CdaQuantity {
  readonly value: string;
  readonly unit?: string;
}

/** Bound of an interval. */
export interface CdaBound extends CdaQuantity {
  readonly inclusive: boolean;
}

/** Value of a result, by `xsi:type`. What was printed stands in `CdaObservation.printed`. */
export type CdaValue =
  | { readonly type: 'PQ'; readonly value: string; readonly unit: string }
  /** A number without dimension: the official list of units has no `1`. */
  | { readonly type: 'REAL'; readonly value: string }
  | { readonly type: 'IVL_PQ'; readonly low?: CdaBound; readonly high?: CdaBound }
  /** Titre, e.g. 1/80. */
  | { readonly type: 'RTO'; readonly numerator: string; readonly denominator: string }
  /** Coded, or with the printed text alone. */
  | { readonly type: 'CD'; readonly code?: CdaCode }
  | { readonly type: 'ST'; readonly text: string }
  | { readonly type: 'TS'; readonly value: CdaTime }
  /** Done, and without a value to give. */
  | { readonly type: 'none' };

/** What the report on paper shows of one result. Empty string: nothing printed in that column. */
export interface PrintedResult {
  readonly label: string;
  readonly result: string;
  readonly unit: string;
  readonly reference: string;
  readonly interpretation: string;
  readonly method?: string;
}

/** Code of a result or of a battery. Without LOINC the code is written bare, with the local code as translation. */
export interface CdaResultCode {
  readonly loinc?: CdaCode;
  /** Under the laboratory's own OID, or the interim codes. */
  readonly local: CdaCode;
}

/** FR-Resultat-examens-de-biologie-element-clinique-pertinent. */
export interface CdaObservation {
  readonly kind: 'observation';
  readonly id: CdaId;
  readonly code: CdaResultCode;
  readonly printed: PrintedResult;
  /** `aborted`: no value. */
  readonly status: 'completed' | 'aborted';
  readonly effectiveTime?: CdaTime;
  readonly value?: CdaValue;
  readonly interpretations: readonly CdaCode[];
  /** Bounds in the value's own unit; without bounds the printed text alone. */
  readonly range?: { readonly low?: CdaQuantity; readonly high?: CdaQuantity };
  /** Id of the specimen, when the act has several. */
  readonly specimen?: CdaId;
  readonly validators: readonly CdaSignatory[];
  readonly comments: readonly string[];
}

/** FR-Batterie-examens-de-biologie-medicale. */
export interface CdaBattery {
  readonly kind: 'battery';
  /** Printed heading. */
  readonly label: string;
  readonly code: CdaResultCode;
  readonly status: 'completed' | 'aborted';
  readonly observations: readonly CdaObservation[];
  readonly comments: readonly string[];
}

/** FR-Prelevement, with the reception of the specimen. */
export interface CdaSpecimen {
  readonly id: CdaId;
  /** HL7 specimen type; absent: the label alone. */
  readonly code?: CdaCode;
  readonly label: string;
  /** Absent: unknown. */
  readonly collectedAt?: CdaTime;
  readonly receivedAt?: CdaTime;
}

/** FR-CR-BIO-Chapitre: narrative and one FR-Resultats entry made from the same rows. */
export interface CdaChapter {
  readonly code: CdaCode;
  readonly title: string;
  readonly status: 'completed' | 'active';
  readonly performer?: CdaPerformer;
  readonly validators: readonly CdaSignatory[];
  readonly specimens: readonly CdaSpecimen[];
  /** One or more. */
  readonly groups: readonly (CdaBattery | CdaObservation)[];
}

/** A compte rendu d'examens de biologie médicale, CDA R2 N3, volet BIO-CR-BIO 2024.01. */
export interface CrBioDocument {
  readonly header: CrBioHeader;
  readonly chapters: readonly [CdaChapter, ...CdaChapter[]];
  /** FR-Commentaire-non-code, one paragraph each. Empty: no section. */
  readonly comments: readonly string[];
  /** The report on paper, PDF: FR-Document-PDF-copie, required since 2024.01. */
  readonly pdf: Uint8Array;
}
