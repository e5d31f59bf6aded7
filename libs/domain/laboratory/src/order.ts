import type { Identity } from '@segur/identity';
import type { LocalCode, StatedTime } from './observation.js';
import type { Coded, Professional } from './actors.js';

/** What was answered to a clinical question of an examination (élément clinique pertinent). */
export interface ClinicalAnswer {
  /** The question. */
  readonly question: LocalCode;
  /** The answer as it is printed, its unit with it. Never empty: what was not answered is not here. */
  readonly text: string;
}

/** One examination that a prescriber asks for. */
export interface PrescribedExam {
  /** The prescriber's number of this line, where it has its own. */
  readonly placerNumber?: string;
  /** The laboratory's number of this line, once it has one. */
  readonly fillerNumber?: string;
  /** LOINC of the French "circuit de la biologie". Absent: `freeText` says what is asked. */
  readonly loinc?: { readonly code: string; readonly label?: string };
  readonly freeText?: string;
  /** The same examination in the laboratory's catalogue. */
  readonly local?: LocalCode;
  /** What is to be taken from the patient. */
  readonly specimens: readonly Coded[];
  readonly comment?: string;
  readonly answers?: readonly ClinicalAnswer[];
}

/** How soon the prescriber needs the results. Whatever is not routine has a motive, as the law asks. */
export type Urgency =
  { readonly level: 'ROUTINE' } | { readonly level: 'URGENT' | 'VITAL'; readonly motive: string; readonly callback?: string };

/** Prescription of laboratory examinations, in one form whatever the route it came by. */
export interface Order {
  readonly orderId: string;
  readonly revision: number;
  /** The prescriber's number. Absent where each line has its own and none is common. */
  readonly placerNumber?: string;
  /** Number of the prescription that the lines make together: ORC-4, the national number of an electronic prescription. */
  readonly groupNumber?: string;
  /** The laboratory's own number of the request, once it has one. */
  readonly fillerNumber?: string;
  readonly prescribedAt: StatedTime;
  readonly prescriber: Professional;
  /** FINESS of the structure they prescribe in. */
  readonly prescriberFiness?: string;
  /** Traits as received: matching them is the laboratory's work. */
  readonly patient: Identity;
  readonly urgency: Urgency;
  readonly exams: readonly PrescribedExam[];
  /** What the prescriber says of the patient's state (renseignements cliniques), diagnoses included. */
  readonly clinicalInformation?: string;
  /** To be served beside the prescriber. */
  readonly copies: readonly Professional[];
  /** The patient asked for a copy by MSSanté. */
  readonly patientCopy: boolean;
}
