import type { Battery, Chapter, Observation } from '@segur/laboratory';
import type { PrintedMark, PrintedRow } from './printed-report.js';
import { toPrintedResult } from './printed-result.js';

/** The rows of a chapter: those of the document's narrative, in its order. */
export function toPrintedRows({ batteries }: Chapter): readonly PrintedRow[] {
  return batteries.filter(({ observations }) => observations.length > 0).flatMap(toRows);
}

/** A battery of one result under the same name is that result alone. */
function toRows({ code, observations, comments }: Battery): readonly PrintedRow[] {
  const results = observations.flatMap(toResultRows);
  const [only] = observations.map(toPrintedResult);
  const alone = observations.length === 1 && only?.label === code.label;
  const name: readonly PrintedRow[] = alone ? [] : [{ kind: 'group', text: code.label || code.localCode }];
  return [...name, ...results, ...comments.flatMap(toCommentRow)];
}

function toResultRows(observation: Observation): readonly PrintedRow[] {
  const mark = observation.status === 'cancelled' ? undefined : markOf(observation.interpretations);
  return [
    { kind: 'result', ...toPrintedResult(observation), ...(mark && { mark }) },
    ...observation.comments.flatMap(toCommentRow),
  ];
}

function toCommentRow(text: string): readonly PrintedRow[] {
  return text.trim() === '' ? [] : [{ kind: 'comment', text }];
}

const HIGH = new Set(['H', 'HH', 'HU', 'HX', '>']);
const LOW = new Set(['L', 'LL', 'LU', 'LX']);
const NOTEWORTHY = new Set(['A', 'AA', 'EX', 'POS', 'DET', 'RR', 'WR', 'R', 'CAR', 'UNE', 'W', 'E', 'IND']);

/** `<` alone is no anomaly: most analytes are expected below their limit of detection. */
function markOf(interpretations: readonly string[]): PrintedMark | undefined {
  if (interpretations.some((flag) => HIGH.has(flag))) return '▲';
  if (interpretations.some((flag) => LOW.has(flag))) return '▼';
  return interpretations.some((flag) => NOTEWORTHY.has(flag)) ? '●' : undefined;
}
