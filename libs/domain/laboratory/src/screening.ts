import type { Coded } from './actors.js';
import type { StatedTime } from './observation.js';

/**
 * Why the examinations were asked for, as a document says it in a section of its own; required for the dépistage organisé du
 * cancer du col de l'utérus (DEP-CCU).
 *
 * @see CR-BIO 2024.01, FR-Raison-de-la-recommandation
 */
export interface Referral {
  /** Printed heading, e.g. `Contexte de l'examen`. */
  readonly title?: string;
  /** As printed. */
  readonly text: string;
  /** JDV_ContexteExamenCCU, `MED-1210` to `MED-1215`. */
  readonly reason: Coded;
  /** CIM-10, e.g. `B97.7`. */
  readonly problem: Coded;
}

/** A vaccination that was done, or is known not to have been. */
export interface Vaccination {
  /** As printed. */
  readonly label: string;
  /** ATC, e.g. `J07BM`. */
  readonly vaccine?: Coded;
  readonly done: boolean;
  readonly at?: StatedTime;
}
