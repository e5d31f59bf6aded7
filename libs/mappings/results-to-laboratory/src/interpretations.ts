import type { ObservationValue, ReferenceRange } from '@segur/laboratory';

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

/** Interpretations of results that must be told at once. @see hl7v2.md §7.4 */
export const CRITICAL_INTERPRETATIONS: ReadonlySet<string> = new Set(['AA', 'HH', 'LL', 'HU', 'LU']);

/** Flags of a result: those of the value set, and the others as they were sent. */
export interface FlagReading {
  readonly codes: readonly string[];
  readonly unknown: readonly string[];
}

/** Sorts flags. An empty flag says nothing: it is not `N`. `MS` and `VS` are not turned into `S`. */
export function sortFlags(flags: readonly string[]): FlagReading {
  const said = flags.map((flag) => flag.trim()).filter((flag) => flag !== '');
  const isKnown = (flag: string) => FRENCH_VALUE_SET.has(flag.toUpperCase());
  return {
    codes: [...new Set(said.filter(isKnown).map((flag) => flag.toUpperCase()))],
    unknown: said.filter((flag) => !isKnown(flag)),
  };
}

/** The comment that keeps a flag which is not in the value set. */
export function flagComment(flag: string): string {
  return `Indicateur du laboratoire : ${flag}`;
}

/** True when a flag says above or below and the value lies on the other side, or inside, of bounds that could be read. */
export function contradicts(
  interpretations: readonly string[],
  value: ObservationValue,
  range: ReferenceRange | undefined,
): boolean {
  if (value.kind !== 'numeric' || !range) return false;
  const result = Number(value.value);
  const low = range.low !== undefined && result < Number(range.low);
  const high = range.high !== undefined && result > Number(range.high);
  const says = (...codes: readonly string[]) => interpretations.some((code) => codes.includes(code));
  return (
    (says('N') && (low || high)) ||
    (says('L', 'LL') && range.low !== undefined && !low) ||
    (says('H', 'HH') && range.high !== undefined && !high)
  );
}
