import type { Observation } from '@segur/laboratory';
import type { PrintedMark } from './printed-report.js';

/** The sign of a result. `<` alone is no anomaly: most analytes are expected below their limit of detection. */
export function markOf({ interpretations, status }: Observation): PrintedMark | undefined {
  if (status === 'cancelled') return undefined;
  if (interpretations.some((flag) => HIGH.has(flag))) return '▲';
  if (interpretations.some((flag) => LOW.has(flag))) return '▼';
  return interpretations.some((flag) => NOTEWORTHY.has(flag)) ? '●' : undefined;
}

const HIGH = new Set(['H', 'HH', 'HU', 'HX', '>']);
const LOW = new Set(['L', 'LL', 'LU', 'LX']);
const NOTEWORTHY = new Set(['A', 'AA', 'EX', 'POS', 'DET', 'RR', 'WR', 'R', 'CAR', 'UNE', 'W', 'E', 'IND']);
