import type { Finding } from '@segur/errors';
import { versionOf, type CrBioVersion } from './cr-bio-version.js';
import { isUnstructured } from './rules/header-rules.js';
import { parseDocument } from './parse-document.js';
import { applyRules } from './rule.js';
import { RULES } from './rules/rules.js';
import { validateUnits } from './validate-units.js';
import { validateXsd } from './validate-xsd.js';

/** A layer of checks: safe to read, schema, our rules, official list of units. */
export type CheckLayer = 'security' | 'xsd' | 'rules' | 'units';

/** What the checks said, and which of them ran. */
export interface CrBioCheck {
  readonly findings: readonly Finding[];
  readonly layers: readonly CheckLayer[];
  /** Absent when the document could not be read. */
  readonly kind?: CrBioKind;
}

/** By what a document was judged, as it says itself. */
export interface CrBioKind {
  readonly version: CrBioVersion;
  /** 1: the body is a PDF; 3: it is structured. */
  readonly level: 1 | 3;
  /** A stylesheet carries the document (*auto-présentable*). */
  readonly selfPresentable: boolean;
}

/**
 * Checks a CR-BIO document. Whatever it holds, the answer is findings: nothing is thrown for a bad document, and no finding
 * carries a value of it.
 *
 * Our rules are those of the volet, of the structuration minimale and of the kit that a mistaken document breaks most often. The
 * official schematrons know more, and run apart.
 *
 * @param options.ofOthers - The document was made elsewhere, and its maker answers for its content: our rules and the list of units
 *   warn instead of refusing. What cannot be read safely, and what breaks the schema, is an error all the same.
 * @param options.ciSisDir - Folder of the official kit. Without it the layers `xsd` and `units` do not run, and `layers` says so.
 */
export function checkCrBio(
  bytes: Uint8Array,
  options: { readonly ciSisDir?: string; readonly ofOthers?: boolean } = {},
): CrBioCheck {
  const document = parseDocument(bytes);
  if ('severity' in document) return { findings: [document], layers: ['security'] };
  const { ciSisDir, ofOthers = false } = options;
  const weighed = (findings: readonly Finding[]) => (ofOthers ? findings.map(asWarning) : findings);
  const rules = weighed(applyRules(RULES, document));
  const { root, selfPresentable } = document;
  const kind: CrBioKind = { version: versionOf(document), level: isUnstructured(root) ? 1 : 3, selfPresentable };
  if (ciSisDir === undefined) return { findings: rules, layers: ['security', 'rules'], kind };
  return {
    kind,
    findings: [...validateXsd(bytes, ciSisDir), ...rules, ...weighed(validateUnits(document, ciSisDir))],
    layers: ['security', 'xsd', 'rules', 'units'],
  };
}

function asWarning(finding: Finding): Finding {
  return finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding;
}
