import type { Observation } from '@segur/laboratory';
import { susceptibilityOf, tellSusceptibility } from './microbiology-codes.js';
import type { ResultReading } from './observations.js';

/** True for a result of an antibiogram: it says how a germ stands to an antibiotic, in OBX-8 or as its value. */
export function isSusceptibility({ observation: { interpretations, value } }: ResultReading): boolean {
  return tellSusceptibility(interpretations) || saidBy(value) !== undefined;
}

/**
 * The results of one antibiogram, one for each antibiotic: the MIC is the value and S, I or R its interpretation, whether they came in one
 * OBX or in two.
 *
 * @see hl7v2.md §9
 */
export function toAntibiotics(results: readonly ResultReading[]): readonly Observation[] {
  const merged: { result: ResultReading; observation: Observation }[] = [];
  for (const result of results) {
    const observation = asInterpretation(result.observation);
    const twin = merged.find((other) => isTwin(other.result, result) && complements(other.observation, observation));
    if (twin) twin.observation = unite(twin.observation, observation);
    else merged.push({ result, observation });
  }
  return merged.map(({ observation }) => observation);
}

/** `S` as a value is an interpretation without MIC. */
function asInterpretation(observation: Observation): Observation {
  const said = saidBy(observation.value);
  if (said === undefined) return observation;
  const { value, interpretations, ...own } = observation;
  return { ...own, value: { kind: 'absent', text: value.text }, interpretations: [...new Set([said, ...interpretations])] };
}

function saidBy(value: Observation['value']): string | undefined {
  if (value.kind === 'coded') return susceptibilityOf(value.text) ?? susceptibilityOf(value.coded?.code ?? '');
  return value.kind === 'text' ? susceptibilityOf(value.text) : undefined;
}

/** Two results about one antibiotic: under one code, or alone together under one place of a numbered list (`1.3`). */
function isTwin(one: ResultReading, other: ResultReading): boolean {
  const [subId, otherSubId] = [one.obx.text(4), other.obx.text(4)];
  if (one.observation.code.localCode === other.observation.code.localCode) return subId === otherSubId || !subId || !otherSubId;
  return subId.includes('.') && subId === otherSubId;
}

function complements(one: Observation, other: Observation): boolean {
  const isBare = ({ value, status, interpretations }: Observation) =>
    value.kind === 'absent' && status !== 'cancelled' && interpretations.length > 0;
  return isBare(one) !== isBare(other) && ![one, other].some(({ status }) => status === 'cancelled');
}

function unite(one: Observation, other: Observation): Observation {
  const [measured, interpreted] = one.value.kind === 'absent' ? [other, one] : [one, other];
  const weak =
    [one, other].find(({ status }) => status === 'preliminary') ?? [one, other].find(({ status }) => status === 'corrected');
  return {
    ...interpreted,
    ...measured,
    interpretations: [...new Set([...interpreted.interpretations, ...measured.interpretations])],
    status: weak?.status ?? measured.status,
    comments: [...measured.comments, ...interpreted.comments],
  };
}
