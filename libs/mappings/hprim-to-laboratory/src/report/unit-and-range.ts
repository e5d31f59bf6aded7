import type { HprimSegment } from '@segur/hprim';
import type { Observation, Unit } from '@segur/laboratory';
import { readRange } from '@segur/results-to-laboratory';
import { toUcum } from '@segur/units';
import type { Remarks } from '../remarks.js';
import { toText } from '../texts.js';

/** Reads OBX.6: the unit as printed, and its UCUM code where one is known. */
export function toUnit(obx: HprimSegment, remarks: Remarks): Unit | undefined {
  const field = obx.field(6);
  if (field.isEmpty) return undefined;
  const whole = field.whole.trim();
  // `10^9/L`: the caret of a power is the separator of repetitions, or of components, and nobody escapes it.
  const isPower = /^x?\s?10[^\p{L}\p{N}\s]\d/u.test(whole);
  const raw = isPower ? whole : obx.text(6).trim();
  if (raw === '') return undefined;
  if (isPower && field.raw !== field.repetitions[0]?.raw) remarks.add('hprim-unit-caret', obx.location(6));
  else if (raw !== whole) remarks.add('hprim-field-not-read', `${obx.location(6)}.2`);
  const ucum = toUcum(raw);
  if (!ucum) remarks.add('hprim-unit-unknown', obx.location(6));
  return { raw, ...(ucum && { ucum }) };
}

/** What senders print before the bounds: `vr : 4 a 10`. */
const ANNOUNCED = /^(?:v\.?\s?r\.?|v\.?\s?n\.?|valeurs? (?:de référence|normales?|usuelles?)|normales?|réf\.?)\s?:\s?/i;

/**
 * Reads OBX.7, a free text: `4.000 à 10.000` there may be thousands, though a value is written with a decimal point. Such bounds are only
 * printed, unless the value beside them has three decimals too. Bounds in another unit than the result's are not used either.
 */
export function toRanges(obx: HprimSegment, unit: Unit | undefined, remarks: Remarks): Pick<Observation, 'range' | 'otherRanges'> {
  if (obx.field(7).isEmpty) return {};
  const text = toText(obx.field(7)).trim();
  const decimalComma = !/\.\d{3}$/.test(obx.field(5).whole.trim());
  const { range, otherRanges, foreignUnit } = readRange(text, unit, { decimalComma }, text.replace(ANNOUNCED, ''));
  if (foreignUnit) remarks.add('hprim-range-unit', obx.location(7));
  return { ...(range && { range }), ...(otherRanges && { otherRanges }) };
}
