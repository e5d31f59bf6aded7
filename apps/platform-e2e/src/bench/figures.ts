/** A table of figures: what was measured, and what is told of it in words. */
export interface Figures {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly remarks?: readonly string[];
}

/** The value under which this share of all values lies. NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, two) => one - two);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** A table for a terminal. */
export function tableOf({ title, columns, rows, remarks = [] }: Figures): string {
  const widths = columns.map((column, index) => Math.max(column.length, ...rows.map((row) => (row[index] ?? '').length)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, index) => (index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0))).join('  ');
  return ['', title, line(columns), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line), ...remarks].join('\n');
}

/** Figures of a table with as many digits as they are worth. */
export const whole = (value: number): string => value.toFixed(0);
export const tenths = (value: number): string => value.toFixed(1);
export const thousandths = (value: number): string => value.toFixed(3);
