import type { Coding, ObservationToCode } from '@segur/events';
import { specimenFamily } from './specimen-families.js';

/** A LOINC code with the one name that goes with it in every document. */
export interface LoincTarget {
  readonly loinc: string;
  readonly loincLabel: string;
}

/** One line of a laboratory's reviewed map. */
export interface MappedCode {
  /** Absent: a biologist decided that no LOINC fits, and that the local code is sent. */
  readonly target?: LoincTarget;
  /** UCUM, or the laboratory's spelling where UCUM has none. Absent when the result takes no unit. */
  readonly unit?: string;
  /** As the laboratory wrote it; compared by family, e.g. blood or urine. */
  readonly specimen?: string;
}

/** A published release of a laboratory's map. A local code has several lines when it is reported in several units. */
export type LoincMap = ReadonlyMap<string, readonly MappedCode[]>;

/**
 * Codes each observation, or says why it keeps its local code. Answers once per observation, in their order.
 *
 * An observation without LOINC still leaves with its report: a missing code waits for a biologist, a guessed one harms a patient.
 */
export function codeObservations(observations: readonly ObservationToCode[], map: LoincMap): readonly Coding[] {
  return observations.map((observation) => codeOne(observation, map.get(observation.localCode) ?? []));
}

function codeOne(observation: ObservationToCode, lines: readonly MappedCode[]): Coding {
  const { observationId } = observation;
  const sameSpecimen = lines.filter(({ specimen }) => mayBeTheSame(specimen, observation.specimen));
  if (sameSpecimen.length === 0) return { status: 'unmapped', observationId };

  const [mapped, ...others] = sameSpecimen.filter(({ unit }) => agrees(observation, unit));
  // A new unit under an old code is a new analysis: g/L read as mmol/L is wrong by a factor.
  if (!mapped) return { status: 'unit-mismatch', observationId };
  // Two codes fit and nothing tells them apart: choosing one would be guessing.
  if (others.some(({ target }) => target?.loinc !== mapped.target?.loinc)) return { status: 'unmapped', observationId };
  return mapped.target ? { status: 'coded', observationId, ...mapped.target } : { status: 'unmapped', observationId };
}

/** Unknown names prove no difference: the biologist who reviewed the line knew the laboratory's own words. */
function mayBeTheSame(mapped: string | undefined, observed: string | undefined): boolean {
  const [ours, theirs] = [specimenFamily(mapped), specimenFamily(observed)];
  return ours === undefined || theirs === undefined || ours === theirs;
}

function agrees(observation: ObservationToCode, mappedUnit: string | undefined): boolean {
  const observed = observation.unit ?? observation.unitRaw;
  if (observed !== undefined) return observed === (mappedUnit ?? '') || (mappedUnit === undefined && isPureNumber(observed));
  // A text ("Négatif", "non réalisé") has no unit to contradict; a bare number might be in any unit.
  return mappedUnit === undefined || isPureNumber(mappedUnit) || !isMeasure(observation.valueKind);
}

function isMeasure(kind: ObservationToCode['valueKind']): boolean {
  return kind === 'numeric' || kind === 'bounded' || kind === 'interval';
}

/** UCUM's unity, its annotations such as `{INR}`, and pH: laboratories print the number alone as often as not. */
function isPureNumber(unit: string): boolean {
  return unit === '1' || unit === '[pH]' || /^\{[^}]*\}$/.test(unit);
}
