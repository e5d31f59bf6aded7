import type { HprimSegment } from '@segur/hprim';
import type { Laboratory, Professional, StatedTime, Validation } from '@segur/laboratory';
import { Signatures } from '@segur/results-to-laboratory';
import { toProfessional } from '../professionals.js';
import type { Remarks } from '../remarks.js';

/** Who signs, as OBX.16 (validator) and OBR.32 (interpreter) name them. */
export class Validations {
  private readonly signatures: Signatures;

  constructor(
    laboratory: Laboratory,
    private readonly remarks: Remarks,
  ) {
    this.signatures = new Signatures(laboratory);
  }

  /** Takes the validator in a field. @returns The biologist, or nothing when the field names none, or an unknown one. */
  take(segment: HprimSegment, field: number, at: StatedTime): Professional | undefined {
    const person = segment
      .field(field)
      .repetitions.map(toProfessional)
      .find((found) => found !== undefined);
    if (!person) return undefined;
    const signature = this.signatures.take(person, at);
    if (signature.outcome === 'known') return signature.biologist;
    const remark = signature.outcome === 'defaulted' ? 'hprim-validator-defaulted' : 'hprim-validator-unknown';
    this.remarks.add(remark, segment.location(field));
    return undefined;
  }

  /** The signatures, or nothing (and a remark at `location`) when nobody may sign. */
  signed(at: StatedTime, location: string): readonly [Validation, ...Validation[]] | undefined {
    if (this.signatures.isMissing()) this.remarks.add('hprim-validator-missing', location);
    return this.signatures.signed(at);
  }
}
