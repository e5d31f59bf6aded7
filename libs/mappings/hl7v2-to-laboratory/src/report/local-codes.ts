import type { LocalCode } from '@segur/laboratory';
import type { Segment } from '@segur/hl7v2';
import type { Remarks } from '../remarks.js';

const LOINC_SYSTEMS = ['LN', 'LOINC', '2.16.840.1.113883.6.1'];

/** The code of an examination or of a result: the laboratory's own, and the LOINC that stood beside it. */
export interface CodeReading {
  readonly code: LocalCode;
  readonly sentLoinc?: { readonly code: string; readonly label: string };
}

/**
 * Reads a code of two triplets, in either order: the one whose system is LOINC is kept as evidence, the other is the laboratory's.
 * A LOINC alone stands for the local code too.
 *
 * @returns Nothing when the field holds no code; the remark names it.
 */
export function toCode(segment: Segment, field: number, remarks: Remarks): CodeReading | undefined {
  const coded = segment.field(field).repetition(0);
  const triplets = [1, 4].map((first) => ({
    code: coded.text(first).trim(),
    label: coded.text(first + 1).trim(),
    system: coded.text(first + 2).trim(),
  }));
  const loinc = triplets.find(({ code, system }) => code !== '' && LOINC_SYSTEMS.includes(system.toUpperCase()));
  const local = triplets.find((triplet) => triplet.code !== '' && triplet !== loinc) ?? loinc;
  // Catalogues without codes exist: then the label is what names the analysis.
  const localCode = local?.code || triplets[0]?.label;
  if (!localCode) {
    remarks.add('hl7-required', segment.location(field));
    return undefined;
  }
  const label = local?.label || loinc?.label || triplets[0]?.label || localCode;
  return {
    code: { localCode, label, ...(local?.system && { system: local.system }) },
    ...(loinc && /^\d{1,7}-\d$/.test(loinc.code) && { sentLoinc: { code: loinc.code, label: loinc.label || label } }),
  };
}
