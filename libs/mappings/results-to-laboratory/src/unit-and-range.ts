import type { OtherRange, ReferenceRange, Unit } from '@segur/laboratory';
import { decodeListedRanges, decodeReferenceRange, toUcum, type NumberStyle } from '@segur/units';

/** A printed reference range. */
export interface RangeOutcome {
  /** Absent: nothing was printed, or a lone dash. */
  readonly range?: ReferenceRange;
  /** The intervals of a list by sex, age or state; which of them applies is not chosen, and `range` keeps the list as printed. */
  readonly otherRanges?: readonly OtherRange[];
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
  if (reading.kind === 'text') return readList(text, unit, style, bounds);
  if (isForeign(reading.unit, unit)) return { range: { text }, foreignUnit: true };
  return {
    range: { text, ...(reading.low && { low: reading.low }), ...(reading.high && { high: reading.high }) },
    foreignUnit: false,
  };
}

function readList(text: string, unit: Unit | undefined, style: NumberStyle, bounds: string): RangeOutcome {
  const listed = decodeListedRanges(bounds, style);
  if (!listed) return { range: { text }, foreignUnit: false };
  const otherRanges = listed.map(({ unit: printed, low, high, ...other }): OtherRange => {
    if (isForeign(printed, unit)) return other;
    return { ...other, ...(low !== undefined && { low }), ...(high !== undefined && { high }) };
  });
  return { range: { text }, otherRanges, foreignUnit: listed.some(({ unit: printed }) => isForeign(printed, unit)) };
}

function isForeign(printed: string | undefined, unit: Unit | undefined): boolean {
  return printed !== undefined && unit !== undefined && printed !== unit.raw && toUcum(printed) !== unit.ucum;
}
