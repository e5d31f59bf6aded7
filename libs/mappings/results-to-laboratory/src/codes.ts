import type { LocalCode } from '@segur/laboratory';

const LOINC_SYSTEMS = ['LN', 'LOINC', '2.16.840.1.113883.6.1'];

/** A code, its label and its system, as a message writes them side by side. Empty texts where nothing is said. */
export interface Triplet {
  readonly code: string;
  readonly label: string;
  readonly system: string;
}

/** The code of an examination or of a result: the laboratory's own, and the LOINC that stood beside it. */
export interface CodeReading {
  readonly code: LocalCode;
  readonly sentLoinc?: { readonly code: string; readonly label: string };
}

/**
 * Chooses among the triplets of a coded field, in either order: the one whose system is LOINC is kept as evidence, the other is the
 * laboratory's. A LOINC alone stands for the local code too.
 *
 * @returns Nothing when there is neither code nor label.
 */
export function codeFrom(triplets: readonly Triplet[]): CodeReading | undefined {
  const loinc = triplets.find(({ code, system }) => code !== '' && LOINC_SYSTEMS.includes(system.toUpperCase()));
  const local = triplets.find((triplet) => triplet.code !== '' && triplet !== loinc) ?? loinc;
  // Catalogues without codes exist: then the label is what names the analysis.
  const localCode = local?.code || triplets[0]?.label;
  if (!localCode) return undefined;
  const label = local?.label || loinc?.label || triplets[0]?.label || localCode;
  return {
    code: { localCode, label, ...(local?.system && { system: local.system }) },
    ...(loinc && /^\d{1,7}-\d$/.test(loinc.code) && { sentLoinc: { code: loinc.code, label: loinc.label || label } }),
  };
}
