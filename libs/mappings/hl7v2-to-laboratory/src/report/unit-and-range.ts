import type { OtherRange, ReferenceRange, Unit } from '@segur/laboratory';
import type { Segment } from '@segur/hl7v2';
import { readRange } from '@segur/results-to-laboratory';
import { toUcum, type NumberStyle } from '@segur/units';
import type { Remarks } from '../remarks.js';

/** Reads OBX-6: the unit as printed, and its UCUM code where one is known. */
export function toUnit(obx: Segment, remarks: Remarks): Unit | undefined {
  const field = obx.field(6).repetition(0);
  if (field.state !== 'value') return undefined;
  const [code, label, system] = [field.text(1).trim(), field.text(2).trim(), field.text(3).trim()];
  // `10^9/L` sent without escaping the caret, which is the component separator.
  if (/^x?10$/i.test(code) && /^\d{1,2}\s*\//.test(label)) {
    remarks.add('hl7-unit-split', obx.location(6));
    return known(`${code}^${label}`, obx, remarks);
  }
  if (system.toUpperCase() === 'UCUM' && code !== '') return { raw: label || code, ucum: toUcum(code) ?? code };
  if (field.text(6).trim().toUpperCase() === 'UCUM') return { raw: code || label, ucum: toUcum(field.text(4)) ?? field.text(4) };
  const raw = code || label;
  if (raw === '') return undefined;
  const ucum = toUcum(raw) ?? (label === '' ? undefined : toUcum(label));
  return ucum ? { raw, ucum } : known(raw, obx, remarks);
}

function known(raw: string, obx: Segment, remarks: Remarks): Unit {
  const ucum = toUcum(raw);
  if (!ucum) remarks.add('hl7-unit-unknown', obx.location(6));
  return { raw, ...(ucum && { ucum }) };
}

/** OBX-7: the interval as printed, and those of a list by sex, age or state. */
export interface Ranges {
  readonly range?: ReferenceRange;
  readonly otherRanges?: readonly OtherRange[];
}

/** Reads OBX-7. Bounds printed in another unit than the result's are not used. Repetitions are the lines of a list. */
export function toRanges(obx: Segment, unit: Unit | undefined, style: NumberStyle, remarks: Remarks): Ranges {
  const text = obx
    .field(7)
    .repetitions.map((repetition) => repetition.whole.trim())
    .filter((line) => line !== '')
    .join('\n');
  const { range, otherRanges, foreignUnit } = readRange(text, unit, style);
  if (foreignUnit) remarks.add('hl7-range-unit', obx.location(7));
  return { ...(range && { range }), ...(otherRanges && { otherRanges }) };
}
