import type { Finding } from './finding.js';

/** How many remarks about one message or document are stored and shown. */
export const FINDINGS_KEPT = 200;

const LEFT_OUT = 'findings-left-out';

/**
 * The remarks that are worth keeping: a document with one fault on every line has thousands, and a person reads the first.
 *
 * Errors come first when some must be left out, so that what stops a document is still seen to stop it; else all stay, in their order. The
 * last of a list that was cut says how many were left out. A list that was cut already is left as it is.
 */
export function keepFindings<F extends Pick<Finding, 'severity' | 'code'>>(findings: readonly F[]): readonly (F | Finding)[] {
  if (findings.length <= FINDINGS_KEPT || findings.at(-1)?.code === LEFT_OUT) return findings;
  const kept = [...findings].sort((a, b) => weight(a) - weight(b)).slice(0, FINDINGS_KEPT);
  const count = findings.length - kept.length;
  return [
    ...kept,
    {
      severity: 'info',
      code: LEFT_OUT,
      location: '',
      message: `${count} more findings were left out`,
      messageFr: `${count} autres remarques ne sont pas reprises`,
    },
  ];
}

function weight({ severity }: Pick<Finding, 'severity'>): number {
  return ['error', 'warning', 'info'].indexOf(severity);
}
