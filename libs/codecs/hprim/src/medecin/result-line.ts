import type { MedecinMeasure, MedecinResult } from './medecin-file.js';

/** Fields of a line with a second unit, the name `RES` included: value, unit and both bounds at 10 to 13. */
const WITH_UNIT = 14;
/** Fields of a line whose second value has no unit of its own. */
const WITHOUT_UNIT = 13;
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;

/**
 * Reads a `RES` line. Fields that are not there are empty, and a last separator counts for nothing.
 *
 * @returns `settled` is false when the fields of the second unit could not be told apart: they are among `others`.
 * @see hprim-sante.md §2.4: two published readers disagree on fields 10 to 13
 */
export function readResultLine(line: string): { readonly result: MedecinResult; readonly settled: boolean } {
  const fields = line.split('|').map((field) => field.trim());
  const at = (index: number) => fields[index] ?? '';
  const { second, others, settled } = toSecond(fields);
  return {
    settled,
    result: {
      label: at(1),
      code: at(2),
      type: at(3).toUpperCase(),
      value: at(4),
      unit: at(5),
      low: at(6),
      high: at(7),
      abnormality: at(8).toUpperCase(),
      status: at(9).toUpperCase(),
      ...(second && { second }),
      others,
      comments: [],
    },
  };
}

function toSecond(fields: readonly string[]): { second?: MedecinMeasure; others: readonly string[]; settled: boolean } {
  let end = fields.length;
  while (end > 10 && fields[end - 1] === '') end -= 1;
  if (end <= 10) return { others: [], settled: true };
  const [value = '', eleven = '', twelve = '', thirteen = ''] = fields.slice(10);
  // A unit is never a mere number, and a bound nearly always is.
  if (end <= WITH_UNIT && !NUMBER.test(eleven)) {
    return { second: { value, unit: eleven, low: twelve, high: thirteen }, others: [], settled: true };
  }
  if (end <= WITHOUT_UNIT) return { second: { value, unit: '', low: eleven, high: twelve }, others: [], settled: true };
  if (!NUMBER.test(eleven)) {
    return { second: { value, unit: eleven, low: twelve, high: thirteen }, others: fields.slice(WITH_UNIT, end), settled: false };
  }
  return { others: fields.slice(10, end), settled: false };
}
