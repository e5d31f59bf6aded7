import type { Segment } from '@segur/hl7v2';
import type { Remarks } from '../remarks.js';

/**
 * Codes of the French value set of interpretations.
 *
 * @see JDV_HL7_ObservationInterpretation_CISIS, code system 2.16.840.1.113883.5.83
 */
const FRENCH_VALUE_SET = new Set(
  '< > A AA B CAR D DET E EX EXP H HH HU HX I IE IND L LL LU LX N NCL ND NEG NR NS POS R RR S SDD SYN-R SYN-S U UNE W WR'.split(
    ' ',
  ),
);

/** The flags of OBX-8: those of the value set, and for each other one a comment that keeps it. */
export interface Interpretations {
  readonly codes: readonly string[];
  readonly comments: readonly string[];
}

/** Reads OBX-8. An empty flag says nothing: it is not `N`. `MS` and `VS` are not turned into `S`. */
export function toInterpretations(obx: Segment, remarks: Remarks): Interpretations {
  const codes: string[] = [];
  const comments: string[] = [];
  for (const repetition of obx.field(8).repetitions) {
    const flag = repetition.text(1).trim();
    if (flag === '') continue;
    const code = flag.toUpperCase();
    if (FRENCH_VALUE_SET.has(code)) codes.push(code);
    else {
      remarks.add('hl7-flag-unknown', obx.location(8));
      comments.push(`Indicateur du laboratoire : ${flag}`);
    }
  }
  return { codes: [...new Set(codes)], comments };
}
