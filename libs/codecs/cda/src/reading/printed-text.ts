import type { CdaBound, CdaValue } from '../cr-bio-document.js';

/**
 * What a report shows of a value, where the document does not say it by a reference to its narrative.
 *
 * The rule, in one place: the digits are the document's own (`4.89`, `1.950`), never rounded nor respelt; an open interval is a sign and
 * a bound (`< 1.0`, `≤ 1.0` when the bound is inclusive); a closed one is `3.89 - 6.00`; a ratio is `1/80`; a coded value is its label,
 * else its code. Units stand in their own column, and are not repeated.
 */
export function printValue(value: CdaValue): string {
  switch (value.type) {
    case 'PQ':
    case 'REAL':
    case 'TS':
      return value.value;
    case 'IVL_PQ':
      return printInterval(value.low, value.high);
    case 'RTO':
      return `${value.numerator}/${value.denominator}`;
    case 'CD':
      return value.code?.displayName ?? value.code?.code ?? '';
    case 'ST':
      return value.text;
    case 'none':
      return '';
  }
}

/** UCUM unit of a value; empty: it has none, or the unit of what has no dimension. */
export function printUnit(value: CdaValue | undefined): string {
  const unit = value?.type === 'PQ' ? value.unit : value?.type === 'IVL_PQ' ? (value.low ?? value.high)?.unit : undefined;
  return unit === undefined || unit === '1' ? '' : unit;
}

/** A reference interval from its bounds. Its unit is shown where it is not that of the result. */
export function printRange(low: CdaBound | undefined, high: CdaBound | undefined, unitOfResult: string): string {
  const bounds = printInterval(low, high);
  const unit = (low ?? high)?.unit ?? '';
  return bounds === '' || unit === '' || unit === '1' || unit === unitOfResult ? bounds : `${bounds} ${unit}`;
}

function printInterval(low: CdaBound | undefined, high: CdaBound | undefined): string {
  if (low && high) return `${low.value} - ${high.value}`;
  if (low) return `${low.inclusive ? '≥' : '>'} ${low.value}`;
  if (high) return `${high.inclusive ? '≤' : '<'} ${high.value}`;
  return '';
}
