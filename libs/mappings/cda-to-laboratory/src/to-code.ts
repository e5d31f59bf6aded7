import type { CdaCode, CdaResultCode } from '@segur/cda';
import type { LocalCode, LoincCode } from '@segur/laboratory';

const LOINC = '2.16.840.1.113883.6.1';

/** How a result or a battery is named. */
export interface CodeReading {
  readonly code: LocalCode;
  readonly loinc?: LoincCode;
}

/**
 * Gives the two codes of a thing. Where the document has no local code, the LOINC stands in its place, and where it has none either, the
 * printed label: the system is then LOINC's, which says that there is no other code.
 *
 * @param label - What the document prints.
 * @param fallback - Stands for a code that has neither code nor label.
 */
export function toCode({ loinc, local }: CdaResultCode, label: string, fallback: string): CodeReading {
  const known = loinc && toLoinc(loinc, label);
  if (local) {
    const { code, codeSystem, displayName } = local;
    const named = { localCode: code, label: label || (displayName ?? ''), ...(codeSystem !== undefined && { system: codeSystem }) };
    return { code: named, ...(known && { loinc: known }) };
  }
  if (known) return { code: { localCode: known.code, label: label || known.label, system: LOINC }, loinc: known };
  return { code: { localCode: label || fallback, label, system: LOINC } };
}

/** A LOINC with its label, else with what is printed. */
export function toLoinc({ code, displayName }: CdaCode, printed = ''): LoincCode {
  return { code, label: displayName ?? printed };
}
