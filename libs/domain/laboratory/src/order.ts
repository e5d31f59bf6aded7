import type { Identity } from '@segur/identity';
import type { LocalCode, StatedTime } from './observation.js';
import type { Coded, Professional } from './actors.js';

/** One examination that a prescriber asks for. */
export interface PrescribedExam {
  /** LOINC of the French "circuit de la biologie". Absent: `freeText` says what is asked. */
  readonly loinc?: { readonly code: string; readonly label?: string };
  readonly freeText?: string;
  /** The same examination in the laboratory's catalogue. */
  readonly local?: LocalCode;
  /** What is to be taken from the patient. */
  readonly specimens: readonly Coded[];
  readonly comment?: string;
}

/** How soon the prescriber needs the results. Whatever is not routine has a motive, as the law asks. */
export type Urgency =
  { readonly level: 'ROUTINE' } | { readonly level: 'URGENT' | 'VITAL'; readonly motive: string; readonly callback?: string };

/** Prescription of laboratory examinations, in one form whatever the route it came by. */
export interface Order {
  readonly orderId: string;
  readonly revision: number;
  /** The prescriber's number. */
  readonly placerNumber?: string;
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
  /** To be served beside the prescriber. */
  readonly copies: readonly Professional[];
  /** The patient asked for a copy by MSSanté. */
  readonly patientCopy: boolean;
}
