import type { Failure, ReaderSummary } from './fuzz-reader.js';

const COLUMNS = ['reader', 'cases', 'read', 'refused', 'failed', 'slowest ms', 'of case', 'peak MB'];
/** Of one kind at one place: the rest says nothing new. */
const SHOWN = 3;

/** A line for each reader, for a terminal. */
export function fuzzSummary(summaries: readonly ReaderSummary[]): string {
  const rows = summaries.map(({ reader, cases, read, refused, failures, slowestMs, slowest, peakMb }) => [
    reader,
    ...[cases, read, refused, failures.length].map(String),
    slowestMs.toFixed(1),
    String(slowest),
    peakMb.toFixed(0),
  ]);
  const widths = COLUMNS.map((title, index) => Math.max(...[COLUMNS, ...rows].map((row) => row[index]?.length ?? title.length)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, index) => (index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0))).join('  ');
  return [COLUMNS, widths.map((width) => '-'.repeat(width)), ...rows].map(line).join('\n');
}

/** The failures worth looking at: the first few of each kind at each place, and how many there are of it. */
export function distinctFailures(
  failures: readonly Failure[],
): readonly { readonly shown: readonly Failure[]; readonly count: number }[] {
  const groups = Map.groupBy(failures, ({ reader, kind, what }) =>
    [reader, kind, kind === 'broke' ? what.replaceAll(/\d+/g, '#') : ''].join(),
  );
  return [...groups.values()].map((group) => ({ shown: group.slice(0, SHOWN), count: group.length }));
}
