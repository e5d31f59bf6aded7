import { PlatformError, type Finding } from '@segur/errors';

/** Writes findings to standard error, one JSON line each. */
export function tell(findings: readonly Finding[]): void {
  for (const finding of findings) process.stderr.write(`${JSON.stringify(finding)}\n`);
}

/**
 * What a reader that refused its input has to say of it.
 *
 * @throws What was given, when it is no refusal of the input but a bug.
 */
export function refusalOf(error: unknown): Finding {
  if (!(error instanceof PlatformError) || error.kind !== 'invalid') throw error;
  const place = error.details['location'] ?? error.details['datum'] ?? error.details['reason'];
  return { severity: 'error', code: error.code, location: typeof place === 'string' ? place : '', message: error.message };
}

/** Ends the command: what it was given says something wrong. */
export function refuse(findings: readonly Finding[]): never {
  tell(findings);
  process.exit(1);
}
