import type { Laboratory, Professional, StatedTime, Validation } from '@segur/laboratory';
import { findBiologist } from './biologists.js';
import { Signatures } from './signatures.js';

/** Why a signature deserves a remark: another signs by default, nobody known is named, or nobody at all. */
export type SignatureDoubt = 'defaulted' | 'unknown' | 'missing';

/** Who signs a report, as its message names them. Doubts go to the caller, who knows what his format calls them. */
export class Validators {
  private readonly signatures: Signatures;

  constructor(
    private readonly laboratory: Pick<Laboratory, 'biologists' | 'defaultBiologist'>,
    private readonly doubt: (doubt: SignatureDoubt, location: string) => void,
  ) {
    this.signatures = new Signatures(laboratory);
  }

  /** True for a biologist of the laboratory. */
  knows(person: Professional): boolean {
    return findBiologist(this.laboratory, person) !== undefined;
  }

  /**
   * Takes the validator of a result or of an examination: the first of those that a field names.
   *
   * @param at - When the results were released.
   * @returns The biologist; nothing when the field names nobody, or a stranger.
   */
  take(named: readonly (Professional | undefined)[], at: StatedTime, location: string): Professional | undefined {
    const person = named.find((found) => found !== undefined);
    if (!person) return undefined;
    const signature = this.signatures.take(person, at);
    if (signature.outcome === 'known') return signature.biologist;
    this.doubt(signature.outcome, location);
    return undefined;
  }

  /** The signatures, or nothing (and a doubt at `location`) when nobody may sign. */
  signed(at: StatedTime, location: string): readonly [Validation, ...Validation[]] | undefined {
    if (this.signatures.isMissing()) this.doubt('missing', location);
    return this.signatures.signed(at);
  }
}
