import type { Finding } from '@segur/errors';
import type { Identity, InsMatricule, LocalIdentifier } from '@segur/identity';
import type { Encounter, StatedTime } from '@segur/laboratory';

/** What happened to a patient, or to what is known of them. */
export type PatientEventKind = 'admission' | 'registration' | 'update' | 'person-added' | 'person-updated' | 'merge';

/** What the patient said about their DMP, where a hospital recorded it (ZFA). */
export interface DmpConsent {
  /** ZFA-1 as written: `ACTIF`, `FERME`, `INEXISTANT`… */
  readonly status?: string;
  /** Opposition to the feeding of the DMP. */
  readonly feeding?: { readonly opposed: boolean; readonly at?: StatedTime };
  /** Consent to the reading of the DMP. */
  readonly consultation?: { readonly consents: boolean; readonly at?: StatedTime };
}

/** The record that a merge gives up (MRG). */
export interface MergedIdentity {
  readonly localIds: readonly LocalIdentifier[];
  readonly insMatricule?: InsMatricule;
}

/** An event about a patient, as PAM-FR tells it. */
export interface PatientEvent {
  readonly kind: PatientEventKind;
  /** MSH-9.2: `A01`. */
  readonly event: string;
  /** EVN-6, else EVN-2. */
  readonly occurredAt?: StatedTime;
  /** As it is after the event. */
  readonly identity: Identity;
  readonly encounter?: Encounter;
  /** Only in a merge: what `identity` now stands for. */
  readonly merged?: MergedIdentity;
  readonly consent?: DmpConsent;
  /** False: MSH-11 is not `P`, and nothing real may be changed. */
  readonly production: boolean;
}

/** An event, or why there is none. */
export type PatientEventReading =
  | { readonly status: 'read'; readonly event: PatientEvent; readonly findings: readonly Finding[] }
  | { readonly status: 'refused'; readonly findings: readonly Finding[] };
