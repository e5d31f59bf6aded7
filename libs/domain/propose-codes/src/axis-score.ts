import type { AxisEvidence } from '@segur/terminology';

/** What one axis adds to a concept's score, and why. */
export interface AxisScore {
  readonly points: number;
  readonly excluded?: boolean;
  readonly evidence?: AxisEvidence;
}

/** The catalogue says so. */
export function confirmed(points: number, axis: AxisEvidence['axis'], reason: string): AxisScore {
  return { points, evidence: { axis, verdict: 'confirmed', reason } };
}

/** The catalogue does not say; it may be so. */
export function assumed(points: number, axis: AxisEvidence['axis'], reason: string): AxisScore {
  return { points, evidence: { axis, verdict: 'assumed', reason } };
}

/** The catalogue says otherwise; where a fact forbids the code, it is excluded. */
export function contradicted(points: number, axis: AxisEvidence['axis'], reason: string, excluded = false): AxisScore {
  return { points, excluded, evidence: { axis, verdict: 'contradicted', reason } };
}
