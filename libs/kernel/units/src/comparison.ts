import { decodeLaboratoryNumber, type LaboratoryNumber, type NumberStyle } from './laboratory-number.js';

/** How a result stands to the bound printed with it. */
export type Comparator = '<' | '<=' | '>' | '>=';

/** A bound as printed: `<0,5`, `>= 1:160`. */
export interface Comparison {
  readonly comparator: Comparator;
  /** What follows the sign, trimmed. */
  readonly rest: string;
}

const SIGNS: Readonly<Record<string, Comparator>> = {
  '<': '<',
  '>': '>',
  '<=': '<=',
  '=<': '<=',
  '≤': '<=',
  '⩽': '<=',
  '>=': '>=',
  '=>': '>=',
  '≥': '>=',
  '⩾': '>=',
};
const COMPARISON = /^\s*(<=|=<|>=|=>|[<>≤≥⩽⩾])\s*(\S.*)$/su;

/** Splits the comparison sign from what it bounds; nothing when the text has no such sign. */
export function decodeComparison(text: string): Comparison | undefined {
  const [, sign, rest] = COMPARISON.exec(text) ?? [];
  const comparator = sign && SIGNS[sign];
  return comparator && rest ? { comparator, rest: rest.trim() } : undefined;
}

/** A number below or above a bound, or one of the reasons it is none. */
export type BoundedNumber =
  (Extract<LaboratoryNumber, { status: 'ok' }> & { readonly comparator: Comparator }) | Exclude<LaboratoryNumber, { status: 'ok' }>;

/** Reads `<0,5` or `≥ 500`; a titre such as `>1:160` is not a number. */
export function decodeBoundedNumber(text: string, style: NumberStyle = {}): BoundedNumber {
  const comparison = decodeComparison(text);
  if (!comparison) return { status: 'not-a-number' };
  const number = decodeLaboratoryNumber(comparison.rest, style);
  return number.status === 'ok' ? { ...number, comparator: comparison.comparator } : number;
}

/** A titre or a proportion: `1:160`, `1/128`. Both sides are canonical decimals. */
export function decodeRatio(
  text: string,
  style: NumberStyle = {},
): { readonly numerator: string; readonly denominator: string } | undefined {
  const sides = text.split(/[:/]/);
  if (sides.length !== 2) return undefined;
  const [numerator, denominator] = sides.map((side) => decodeLaboratoryNumber(side, style));
  if (numerator?.status !== 'ok' || denominator?.status !== 'ok') return undefined;
  return { numerator: numerator.value, denominator: denominator.value };
}
