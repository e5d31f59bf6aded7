import type { Laboratory, Professional, StatedTime, Validation } from '@segur/laboratory';
import type { Segment } from '@segur/hl7v2';
import { findBiologist, toProfessional } from '../professionals.js';
import type { Remarks } from '../remarks.js';
import { instantOf } from '../stated-times.js';

/**
 * Who signs. A validator named by the message is looked up among the laboratory's biologists; the default one signs only where the
 * laboratory allows it; nobody is ever invented.
 *
 * @see hl7v2.md §10.1, legalAuthenticator
 */
export class Validations {
  private readonly made = new Map<Professional, StatedTime>();
  private named = false;

  constructor(
    private readonly laboratory: Laboratory,
    private readonly remarks: Remarks,
  ) {}

  /**
   * Takes the validator in a field: OBX-16 or OBR-32.
   *
   * @param at - When the results were released.
   * @returns The biologist, or nothing when the field names none, or an unknown one.
   */
  take(segment: Segment, field: number, at: StatedTime): Professional | undefined {
    const person = segment
      .field(field)
      .repetitions.map(toProfessional)
      .find((found) => found !== undefined);
    if (!person) return undefined;
    this.named = true;
    const biologist = findBiologist(this.laboratory, person);
    if (biologist) {
      this.sign(biologist, at);
      return biologist;
    }
    const fallback = this.fallback();
    this.remarks.add(fallback ? 'hl7-validator-defaulted' : 'hl7-validator-unknown', segment.location(field));
    if (fallback) this.sign(fallback, at);
    return undefined;
  }

  /** The signatures, or nothing (and a remark at `location`) when nobody may sign. */
  signed(at: StatedTime, location: string): readonly [Validation, ...Validation[]] | undefined {
    if (this.made.size === 0 && !this.named) {
      const fallback = this.fallback();
      if (!fallback) this.remarks.add('hl7-validator-missing', location);
      else this.sign(fallback, at);
    }
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
