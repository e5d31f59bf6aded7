import type { CdaAddress, CdaCode, CdaId, CdaNull, CdaTime } from './cda-types.js';
import type { CdaEncounter, CdaHeader, CdaPatient, CdaPerformer, CdaServiceEvent, CdaSignatory } from './cda-header.js';

/** What a CR-BIO header says beyond the constants of the volet; those are written by the codec. */
export interface CrBioHeader extends Omit<CdaHeader, 'templateIds' | 'code' | 'title' | 'language' | 'body' | 'encounter'> {
  readonly setId: CdaId;
  /** Sex and date of birth may not be null in the structuration minimale. */
  readonly patient: CdaPatient & { readonly gender: CdaCode; readonly birthTime: CdaTime };
  readonly versionNumber: number;
  readonly custodian: NonNullable<CdaHeader['custodian']>;
  readonly legalAuthenticator: CdaSignatory;
  /** The first is the main act and needs its performer. */
  readonly serviceEvents: readonly [CdaServiceEvent & { readonly performer: CdaPerformer }, ...CdaServiceEvent[]];
  readonly encounter: Omit<CdaEncounter, 'facilityAddress'> & {
    readonly facilityCode: CdaCode;
    /** Of a facility of which nobody said where it is: unknown. */
    readonly facilityAddress: CdaAddress | CdaNull;
  };
}

/** A quantity: canonical decimal and UCUM unit. Without unit: a number without dimension. */
export interface CdaQuantity {
  readonly value: string;
  readonly unit?: string;
  /** The same quantity in other units: `translation`, whose unit stands in `code`. Seen in 2021.01. */
  readonly translations?: readonly { readonly value: string; readonly unit: string }[];
}

/** Bound of an interval. */
export interface CdaBound extends CdaQuantity {
  readonly inclusive: boolean;
}

/** Value of a result, by `xsi:type`. What was printed stands in `CdaObservation.printed`. */
export type CdaValue =
  | {
      readonly type: 'PQ';
      readonly value: string;
      readonly unit: string;
      readonly translations?: readonly { readonly value: string; readonly unit: string }[];
    }
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

/** An earlier result, as the report on paper shows it. */
export interface PrintedPrior {
  /** Ready to be shown: `01/09/2024`. */
  readonly date: string;
  readonly result: string;
}

/** What the report on paper shows of one result. Empty string: nothing printed in that column. */
export interface PrintedResult {
  readonly label: string;
  readonly result: string;
  readonly unit: string;
  readonly reference: string;
  readonly interpretation: string;
  readonly method?: string;
  /** One per prior of the result, in the same order. */
  readonly priors?: readonly PrintedPrior[];
  /** Lines under the result: intervals of other patients, kit, medium, performing laboratory. */
  readonly notes?: readonly string[];
}

/** Code of a result or of a battery. Without LOINC the code is written bare, with the local code as translation. */
export interface CdaResultCode {
  readonly loinc?: CdaCode;
  /** Under the laboratory's own OID, or the interim codes. Absent: the LOINC, or the printed label, is all there is. */
  readonly local?: CdaCode;
  /** Other codes of the same thing: HL7 ObservationMethod of a battery. */
  readonly others?: readonly CdaCode[];
}

/** Antériorité: an earlier result under the same code. */
export interface CdaPrior {
  readonly effectiveTime: CdaTime;
  readonly value: CdaValue;
}

/** A picture, shown in the narrative where it stands. */
export interface CdaImage {
  readonly mediaType: string;
  /** Base64, without line breaks. */
  readonly data: string;
  readonly title?: string;
}

/** FR-Resultat-examens-de-biologie-element-clinique-pertinent. */
export interface CdaObservation {
  readonly kind: 'observation';
  /** Stable across versions. */
  readonly id?: CdaId;
  readonly code: CdaResultCode;
  readonly printed: PrintedResult;
  /** `aborted`: no value. */
  readonly status: 'completed' | 'aborted';
  readonly effectiveTime?: CdaTime;
  readonly value?: CdaValue;
  readonly interpretations: readonly CdaCode[];
  /** `methodCode`; `printed.method` is its text. */
  readonly method?: CdaCode;
  /** `participant DEV`: reagent kit. */
  readonly kit?: CdaCode;
  /** `participant CSM`: medium. */
  readonly medium?: CdaCode;
  readonly priors?: readonly CdaPrior[];
  /** Bounds in the value's own unit; without bounds the printed text alone. */
  readonly range?: { readonly low?: CdaQuantity; readonly high?: CdaQuantity };
  /** Id of the specimen, when the act has several. */
  readonly specimen?: CdaId;
  readonly performers?: readonly CdaPerformer[];
  readonly validators: readonly CdaSignatory[];
  readonly comments: readonly string[];
  readonly images?: readonly CdaImage[];
}

/** FR-Isolat-microbiologique. */
export interface CdaIsolate {
  readonly kind: 'isolate';
  /** Of the isolate itself, in `specimen/specimenRole`. */
  readonly id: CdaId;
  /** Printed name of the germ. */
  readonly label: string;
  /** SNOMED CT. Absent: the label alone. */
  readonly code?: CdaCode;
  /** NCBI taxonomy. */
  readonly ncbi?: CdaCode;
  readonly status: 'completed' | 'active' | 'aborted';
  readonly effectiveTime?: CdaTime;
  readonly performers?: readonly CdaPerformer[];
  /** Count and the like. */
  readonly observations: readonly CdaObservation[];
  readonly antibiograms: readonly CdaBattery[];
  readonly comments: readonly string[];
}

/** FR-Batterie-examens-de-biologie-medicale. */
export interface CdaBattery {
  readonly kind: 'battery';
  readonly id?: CdaId;
  /** Printed heading. */
  readonly label: string;
  readonly code: CdaResultCode;
  readonly status: 'completed' | 'active' | 'aborted';
  readonly effectiveTime?: CdaTime;
  /** Id of the specimen, when the act has several. */
  readonly specimen?: CdaId;
  readonly performers?: readonly CdaPerformer[];
  readonly validators?: readonly CdaSignatory[];
  readonly observations: readonly CdaObservation[];
  readonly isolates?: readonly CdaIsolate[];
  /** Batteries inside this one. */
  readonly batteries?: readonly CdaBattery[];
  readonly images?: readonly CdaImage[];
  readonly comments: readonly string[];
}

/** FR-Prelevement, with the reception of the specimen. */
export interface CdaSpecimen {
  readonly id: CdaId;
  /** HL7 specimen type; absent: the label alone. */
  readonly code?: CdaCode;
  readonly label: string;
  /** NABM act of the collection. */
  readonly act?: CdaCode;
  /** `targetSiteCode`. */
  readonly site?: CdaCode;
  /** Absent: unknown. */
  readonly collectedAt?: CdaTime;
  readonly receivedAt?: CdaTime;
}

/** What a chapter and a sub-chapter hold: a narrative and one FR-Resultats entry made from the same rows. */
export interface CdaSectionContent {
  /** Code of the act, where it is not the section's own. */
  readonly actCode?: CdaCode;
  readonly status: 'completed' | 'active' | 'aborted';
  readonly performers?: readonly CdaPerformer[];
  readonly validators: readonly CdaSignatory[];
  readonly specimens: readonly CdaSpecimen[];
  /** One or more, unless the chapter has sub-chapters. */
  readonly groups: readonly (CdaBattery | CdaObservation | CdaIsolate)[];
  readonly images?: readonly CdaImage[];
  readonly comments?: readonly string[];
}

/** FR-CR-BIO-Sous-Chapitre. */
export interface CdaSubChapter extends CdaSectionContent {
  /** LOINC of a panel or a specialty. */
  readonly code?: CdaCode;
  readonly title?: string;
}

/** FR-CR-BIO-Chapitre. */
export interface CdaChapter extends CdaSectionContent {
  readonly code: CdaCode;
  readonly title: string;
  /** Where there is one, the chapter holds no group, specimen, image or comment of its own. */
  readonly subChapters?: readonly CdaSubChapter[];
}

/** FR-Document-attache: a PDF inside the document. */
export interface CdaAttachedDocument {
  readonly title: string;
  /** Type, where it is coded. */
  readonly type?: CdaCode;
  /** Base64, without line breaks. */
  readonly data: string;
}

/** FR-Raison-de-la-recommandation. */
export interface CdaReferral {
  readonly title: string;
  readonly text: string;
  readonly reason: CdaCode;
  readonly problem: CdaCode;
}

/** One vaccination of FR-Vaccinations. */
export interface CdaVaccination {
  readonly label: string;
  /** ATC. */
  readonly product?: CdaCode;
  readonly done: boolean;
  readonly at?: CdaTime;
}

/** FR-Commentaire-non-code under a heading of its own. */
export interface CdaRemark {
  readonly title: string;
  readonly text: string;
}

/** What stands in the body of a CR-BIO besides the copy on paper. */
export interface CrBioBody {
  readonly referral?: CdaReferral;
  readonly chapters: readonly [CdaChapter, ...CdaChapter[]];
  /** FR-Resultats-de-laboratoire-de-biologie-de-seconde-intention, one section each. */
  readonly secondIntention?: readonly CdaAttachedDocument[];
  readonly vaccinations?: readonly CdaVaccination[];
  /** FR-Commentaire-non-code without a heading of its own, one paragraph each. Empty: no section. */
  readonly comments: readonly string[];
  /** FR-Commentaire-non-code, one section each. */
  readonly remarks?: readonly CdaRemark[];
}

/** A compte rendu d'examens de biologie médicale, CDA R2 N3, volet BIO-CR-BIO 2024.01. */
export interface CrBioDocument extends CrBioBody {
  readonly header: CrBioHeader;
  /** The report on paper, PDF: FR-Document-PDF-copie, required since 2024.01. */
  readonly pdf: Uint8Array;
}
