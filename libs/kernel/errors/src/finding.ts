/** How much a remark weighs: an `error` stops the document, a `warning` and an `info` travel with it. */
export type Severity = 'error' | 'warning' | 'info';

/**
 * One remark about a message or a document: what a rule says of a place in it.
 *
 * Findings are data, never exceptions. They may be shown, stored and logged, so none carries a value of the document.
 */
export interface Finding {
  readonly severity: Severity;
  /** Stable, documented in docs/errors.md, e.g. `hl7-value-type`. */
  readonly code: string;
  /** A place in the sender's own terms: `OBX[3]-5`, an XPath, a JSON Pointer. */
  readonly location: string;
  /** English, for developers. */
  readonly message: string;
  /** French, for the people of the laboratory. */
  readonly messageFr?: string;
}

/** True when one of the findings stops the document. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}
