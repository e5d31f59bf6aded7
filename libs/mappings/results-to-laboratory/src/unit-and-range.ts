import type { ReferenceRange, Unit } from '@segur/laboratory';
import { decodeReferenceRange, toUcum, type NumberStyle } from '@segur/units';

/** A printed reference range. */
export interface RangeOutcome {
  /** Absent: nothing was printed, or a lone dash. */
  readonly range?: ReferenceRange;
  /** The bounds are printed in another unit than the result's: they are not used. */
  readonly foreignUnit: boolean;
}

/**
 * Reads a reference range beside the unit of its result.
 *
 * @param text - As printed, and kept so.
 * @param bounds - The part that holds the bounds, where the print says more (`vr : 4 à 10`). Default: all of it.
 */
export function readRange(text: string, unit: Unit | undefined, style: NumberStyle, bounds: string = text): RangeOutcome {
  const reading = decodeReferenceRange(bounds, style);
  if (reading.kind === 'none') return { foreignUnit: false };
  if (reading.kind === 'text') return { range: { text }, foreignUnit: false };
  if (reading.unit && unit && reading.unit !== unit.raw && toUcum(reading.unit) !== unit.ucum)
    return { range: { text }, foreignUnit: true };
  return {
    range: { text, ...(reading.low && { low: reading.low }), ...(reading.high && { high: reading.high }) },
    foreignUnit: false,
  };
}
