import type { Observation, PriorResult } from '@segur/laboratory';

/** A result, and what makes another result one of the same analysis. */
export interface DatedResult {
  readonly observation: Observation;
  /** Same for results of one analysis of one examination. */
  readonly analysis: string;
}

/**
 * Puts earlier results of an analysis under its present one, where a sender repeats both side by side.
 *
 * A result is an earlier one when it was observed before the day of this collection, and another one of the same analysis was not:
 * the points of a test over some hours stay results.
 *
 * @param collectedOn - Day of the collection, `2026-11-23`. Absent: nothing can be told apart.
 */
export function foldPriors(results: readonly DatedResult[], collectedOn: string | undefined): readonly Observation[] {
  if (collectedOn === undefined || collectedOn.length < 10) return results.map(({ observation }) => observation);
  const isEarlier = ({ observation: { observedAt, value } }: DatedResult) =>
    observedAt !== undefined && observedAt.length >= 10 && observedAt.slice(0, 10) < collectedOn && value.kind !== 'absent';
  const present = new Map<string, Observation>();
  for (const result of results) if (!isEarlier(result)) present.set(result.analysis, result.observation);
  const earlier = new Map<Observation, Observation[]>();
  const kept: Observation[] = [];
  for (const result of results) {
    const now = present.get(result.analysis);
    if (!now || !isEarlier(result)) kept.push(result.observation);
    else earlier.set(now, [...(earlier.get(now) ?? []), result.observation]);
  }
  return kept.map((observation) => withPriors(observation, earlier.get(observation) ?? []));
}

function withPriors(observation: Observation, earlier: readonly Observation[]): Observation {
  if (earlier.length === 0) return observation;
  const newestFirst = [...earlier].sort((a, b) => ((a.observedAt ?? '') < (b.observedAt ?? '') ? 1 : -1));
  const comments = newestFirst.flatMap(({ observedAt, comments: said }) =>
    said.map((comment) => `Antériorité du ${frenchDay(observedAt ?? '')} : ${comment}`),
  );
  return {
    ...observation,
    priors: [...(observation.priors ?? []), ...newestFirst.map(toPrior)],
    comments: [...observation.comments, ...comments],
  };
}

function toPrior({ observedAt, value, unit }: Observation): PriorResult {
  return { observedAt: observedAt ?? '', value, ...(unit && { unit }) };
}

function frenchDay(time: string): string {
  return time.slice(0, 10).split('-').reverse().join('/');
}
