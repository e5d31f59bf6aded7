import type { Identity } from '@segur/identity';
import type { Coded, Organization, Professional } from './actors.js';
import type { AttachedPdf } from './attachment.js';
import type { Identifier, StatedTime } from './observation.js';
import type { Chapter } from './report-content.js';
import type { Referral, Vaccination } from './screening.js';

export interface Specimen {
  readonly specimenId: string;
  /** Identifier under which a document already published it. Absent: derived under the laboratory's OID. */
  readonly identifier?: Identifier;
  /** HL7 table 0487 code, when known. */
  readonly typeCode?: string;
  readonly label: string;
  /** NABM act of the collection. */
  readonly procedure?: Coded;
  /** Where on the body it was taken. */
  readonly site?: Coded;
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

/** The stay or the visit, JDV J142. */
export interface Encounter {
  readonly kind: 'AMB' | 'IMP' | 'EMER' | 'HH' | 'FLD' | 'VR' | 'EXTERNE' | 'SEANCE';
  readonly id?: string;
  /** Its number with the OID of who gave it. Absent: derived under the laboratory's OID. */
  readonly identifier?: Identifier;
  readonly start?: StatedTime;
  readonly end?: StatedTime;
}

/** Who took the specimens (préleveur). */
export interface Sampler {
  readonly professional: Professional;
  readonly at?: StatedTime;
}

/** Somebody to speak to about the patient. */
export interface Relative {
  /** To call in an emergency, personne de confiance, another contact, caregiver, the patient. */
  readonly role: 'ECON' | 'NOK' | 'CON' | 'CAREGIVER' | 'PAT';
  /** Family tie, JDV J11. */
  readonly relationship?: Coded;
  readonly family: string;
  readonly given?: string;
  readonly telecoms: Professional['telecoms'];
  readonly address?: Professional['address'];
}

/** A text of the report under its own heading: non-conformity, conclusion for the patient, data protection. */
export interface Remark {
  readonly title: string;
  readonly text: string;
}

/** The state that this one replaces (annule et remplace). */
export interface Replacement {
  /** Identifier of the document that published it. */
  readonly document: Identifier;
  /** A partial report was completed, or what was said was corrected. */
  readonly reason?: 'completed' | 'corrected';
}

/** Compte rendu d'examens de biologie médicale: one state of one report. */
export interface Report {
  readonly reportSetId: string;
  /** 1 for the first state, rising by one. */
  readonly revision: number;
  readonly status: 'final' | 'partial';
  readonly replaces?: Replacement;
  /** The laboratory's own number of the request (dossier): OBR-3 or ORC-3. */
  readonly fillerNumber: string;
  /** That number with the OID of who gave it. Absent: derived under the laboratory's OID. */
  readonly fillerIdentifier?: Identifier;
  /** The prescriber's number of the order: OBR-2 or ORC-2. */
  readonly placerNumber?: string;
  readonly placerIdentifier?: Identifier;
  readonly identity: Identity;
  readonly relatives?: readonly Relative[];
  readonly prescriber?: Professional;
  readonly prescribedOn?: StatedTime;
  /** What the prescriber or the sampler said of the patient's state (renseignements cliniques): OBR-13. */
  readonly clinicalInformation?: string;
  readonly copies: readonly Professional[];
  readonly samplers?: readonly Sampler[];
  readonly encounter: Encounter;
  /** Where the encounter took place, when it is not the laboratory. */
  readonly facility?: Organization;
  /** When the request or the specimens reached the laboratory; the earliest collection where nobody said. */
  readonly receivedAt: StatedTime;
  readonly releasedAt: StatedTime;
  /** `N` normal, `R` restricted, `V` very restricted. Absent: normal. */
  readonly confidentiality?: 'N' | 'R' | 'V';
  readonly specimens: readonly Specimen[];
  readonly referral?: Referral;
  readonly chapters: readonly Chapter[];
  /** Reports of other laboratories, as they came (seconde intention). */
  readonly secondIntention?: readonly AttachedPdf[];
  readonly vaccinations?: readonly Vaccination[];
  /** The report on paper as the laboratory printed it. Absent: we print it. */
  readonly printedCopy?: AttachedPdf;
  /** About the whole report: NTE under PID. */
  readonly comments: readonly string[];
  readonly remarks?: readonly Remark[];
  readonly validations: readonly [Validation, ...Validation[]];
  /** Who answers for the document, where it is not the last of the validations. */
  readonly signedBy?: Validation;
  readonly delivery: DeliveryWishes;
}
