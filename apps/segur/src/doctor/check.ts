/** What one look at the machine found. */
export interface Check {
  readonly name: string;
  /** `missing` stops a command that needs it; `optional` is only told. */
  readonly status: 'ok' | 'optional' | 'missing';
  readonly found: string;
  /** What to do about it. Absent when there is nothing to do. */
  readonly remedy?: string;
}

/** True when nothing that `npm start` needs is missing. */
export function allWell(checks: readonly Check[]): boolean {
  return checks.every(({ status }) => status !== 'missing');
}

const MARKS = { ok: 'ok      ', optional: 'optional', missing: 'MISSING ' } as const;

/** One line a check, its remedy below it. */
export function printChecks(checks: readonly Check[]): string {
  const width = Math.max(...checks.map(({ name }) => name.length));
  return checks
    .flatMap(({ name, status, found, remedy }) => [
      `${MARKS[status]}  ${name.padEnd(width)}  ${found}`,
      ...(remedy ? [`${' '.repeat(width + 12)}→ ${remedy}`] : []),
    ])
    .join('\n');
}
