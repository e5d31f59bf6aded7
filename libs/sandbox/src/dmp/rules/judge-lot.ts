import type { ReceivedLot } from '../received-lot.js';
import type { Refusal } from '../refusal.js';
import { byteRefusals } from './bytes.js';
import { formatRefusals } from './formats.js';
import { headerRefusals } from './header.js';
import { patientRefusals } from './patient.js';
import { requiredFieldRefusals } from './required-fields.js';

/** What the judgement of a lot depends on beside the lot. */
export interface Jurisdiction {
  /** OIDs under which this environment knows patients. */
  readonly insAuthorities: readonly string[];
  readonly now: Date;
}

/**
 * Holds a lot to the rules that need no memory: M2, M3, M5, M7 to M11.
 *
 * All the refusals of one stage are given together; a stage that refuses hides the later ones, which would only repeat it.
 */
export function judgeLot(lot: ReceivedLot, { insAuthorities, now }: Jurisdiction): readonly Refusal[] {
  const stages = [
    () => requiredFieldRefusals(lot),
    () => [...patientRefusals(lot, insAuthorities), ...formatRefusals(lot, now)],
    () => byteRefusals(lot),
    () => headerRefusals(lot),
  ];
  for (const stage of stages) {
    const refusals = stage();
    if (refusals.length > 0) return refusals;
  }
  return [];
}
