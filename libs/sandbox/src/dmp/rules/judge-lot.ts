import type { ReceivedLot } from '../received-lot.js';
import type { Refusal } from '../refusal.js';
import type { Seals } from '../security/seals.js';
import { byteRefusals } from './bytes.js';
import { contentRefusals } from './content.js';
import { formatRefusals } from './formats.js';
import { headerRefusals } from './header.js';
import { patientRefusals } from './patient.js';
import { requiredFieldRefusals } from './required-fields.js';
import { signatureRefusals } from './signature.js';
import { vocabularyRefusals } from './vocabulary.js';

/** What the judgement of a lot depends on beside the lot. */
export interface Jurisdiction {
  /** OIDs under which this environment knows patients. */
  readonly insAuthorities: readonly string[];
  readonly now: Date;
  /** Who may seal a lot, and the structure that sends this one; absent: the seal is not judged. */
  readonly seal?: { readonly seals: Seals; readonly structure: string };
}

/**
 * Holds a lot to the rules that need no memory: M2, M3, M5 to M13.
 *
 * All the refusals of one stage are given together; a stage that refuses hides the later ones, which would only repeat it.
 */
export function judgeLot(lot: ReceivedLot, { insAuthorities, now, seal }: Jurisdiction): readonly Refusal[] {
  const stages = [
    () => requiredFieldRefusals(lot),
    () => [...patientRefusals(lot, insAuthorities), ...formatRefusals(lot, now), ...vocabularyRefusals(lot)],
    () => byteRefusals(lot),
    () => headerRefusals(lot),
    () => contentRefusals(lot),
    () => (seal ? signatureRefusals(lot, seal.seals, seal.structure, now) : []),
  ];
  for (const stage of stages) {
    const refusals = stage();
    if (refusals.length > 0) return refusals;
  }
  return [];
}
