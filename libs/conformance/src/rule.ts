import type { Finding, Severity } from '@segur/errors';
import { locationOf, type CdaDocument, type Node } from './document.js';

/** One rule of the CR-BIO, or of what it builds on. */
export interface Rule {
  /** Stable, documented in docs/errors.md. */
  readonly code: string;
  /** Default `error`. */
  readonly severity?: Severity;
  readonly message: string;
  readonly messageFr: string;
  /** The elements that break the rule; an absent element is reported at its parent. */
  readonly broken: (document: CdaDocument) => Iterable<Node>;
}

/** Applies rules to a document. A finding names the place and the rule, never a value. */
export function applyRules(rules: readonly Rule[], document: CdaDocument): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { code, severity = 'error', message, messageFr, broken } of rules) {
    for (const node of broken(document)) findings.push({ severity, code, location: locationOf(node), message, messageFr });
  }
  return findings;
}

/** The root, when a condition on the whole document fails. */
export function rootUnless(condition: (document: CdaDocument) => boolean): Rule['broken'] {
  return (document) => (condition(document) ? [] : [document.root]);
}
