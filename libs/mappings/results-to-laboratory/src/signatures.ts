import type { Laboratory, Professional, StatedTime, Validation } from '@segur/laboratory';
import { findBiologist } from './biologists.js';
import { instantOf } from './stated-time.js';

/** Who signs for a person that a message names as validator. */
export type Signature =
  | { readonly outcome: 'known'; readonly biologist: Professional }
  /** Not a biologist of the laboratory: the default one signs, as the laboratory allows. */
  | { readonly outcome: 'defaulted' }
  /** Not a biologist of the laboratory, and nobody may sign instead. */
  | { readonly outcome: 'unknown' };

/**
 * Who signs a report. A validator named by the message is looked up among the laboratory's biologists; the default one signs only where
 * the laboratory allows it; nobody is ever invented.
 */
export class Signatures {
  private readonly made = new Map<Professional, StatedTime>();
  private named = false;

  constructor(private readonly laboratory: Pick<Laboratory, 'biologists' | 'defaultBiologist'>) {}

  /**
   * Takes a validator that the message names.
   *
   * @param at - When the results were released.
   */
  take(person: Professional, at: StatedTime): Signature {
    this.named = true;
    const biologist = findBiologist(this.laboratory, person);
    if (biologist) {
      this.sign(biologist, at);
      return { outcome: 'known', biologist };
    }
    const fallback = this.fallback();
    if (!fallback) return { outcome: 'unknown' };
    this.sign(fallback, at);
    return { outcome: 'defaulted' };
  }

  /** True when the message named nobody and nobody may sign instead. */
  isMissing(): boolean {
    return !this.named && !this.fallback();
  }

  /** The signatures, the default biologist's where the message named nobody; nothing when nobody may sign. */
  signed(at: StatedTime): readonly [Validation, ...Validation[]] | undefined {
    const fallback = this.fallback();
    if (!this.named && fallback) this.sign(fallback, at);
    const [first, ...others] = [...this.made].map(([biologist, signedAt]) => ({ biologist, at: signedAt }));
    return first && [first, ...others];
  }

  private fallback(): Professional | undefined {
    return this.laboratory.defaultBiologist ? this.laboratory.biologists[0] : undefined;
  }

  private sign(biologist: Professional, at: StatedTime): void {
    const before = this.made.get(biologist);
    if (!before || instantOf(at) > instantOf(before)) this.made.set(biologist, at);
  }
}
