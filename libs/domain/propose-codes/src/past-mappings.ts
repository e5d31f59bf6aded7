import { fingerprintOf, type AxisEvidence, type LocalTest, type ValueStats } from '@segur/terminology';
import { readTest, type ReadTest } from './read-test.js';

/** A pair that a biologist validated, here or in another laboratory. */
export interface ValidatedPair {
  readonly test: LocalTest;
  readonly code: string;
  readonly sameLaboratory: boolean;
}

/** What past mappings say of one code for one line. */
export interface Past {
  /** Validated in this laboratory for this very analysis. */
  readonly here: boolean;
  /** Enough to propose a code whose words are unlike the label's. */
  readonly proposes: boolean;
  readonly points: number;
  readonly evidence: readonly AxisEvidence[];
}

interface Count {
  here: boolean;
  same: number;
  alike: number;
  readonly stats: ValueStats[];
}

const HERE_POINTS = 10;
const SAME_POINTS = 0.5;
const ALIKE_POINTS = 0.3;
const EACH_MORE = 0.1;
const MORE_MAX = 5;
/** Medians of one analysis in one unit lie within this factor of each other from laboratory to laboratory… */
const NEAR_FACTOR = 3;
/** …and beyond this one they are not of one analysis. */
const FAR_FACTOR = 12;

/**
 * What validated mappings tell, by code: those of the same fingerprint, and those whose label has the same words in the same unit.
 *
 * Only the laboratory's own mapping of the same fingerprint decides; all else is evidence.
 */
export function pastOf(read: ReadTest, validated: readonly ValidatedPair[]): ReadonlyMap<string, Past> {
  if (validated.length === 0) return new Map();
  const fingerprint = fingerprintOf(read.test);
  const words = wordsOf(read);
  const counts = new Map<string, Count>();
  for (const { test, code, sameLaboratory } of validated) {
    const isSame = fingerprintOf(test) === fingerprint;
    if (!isSame && wordsOf(readTest(test)) !== words) continue;
    const count = counts.get(code) ?? { here: false, same: 0, alike: 0, stats: [] };
    counts.set(code, count);
    if (isSame && sameLaboratory) count.here = true;
    else if (isSame) count.same += 1;
    else count.alike += 1;
    if (test.valueStats) count.stats.push(test.valueStats);
  }
  return new Map([...counts].map(([code, count]) => [code, toPast(read.test, count)]));
}

/** Words in any order, and unit: what makes two lines alike. */
function wordsOf({ stems, unit }: ReadTest): string {
  return `${[...stems].sort().join(' ')}|${unit?.ucum ?? unit?.raw ?? ''}`;
}

function toPast(test: LocalTest, { here, same, alike, stats }: Count): Past {
  const spread = ofValues(test.valueStats, stats);
  if (here) {
    const reason = 'déjà validé dans ce laboratoire pour cette analyse';
    return {
      here,
      proposes: true,
      points: HERE_POINTS,
      evidence: [{ axis: 'usage', verdict: 'confirmed', reason }, ...spread.evidence],
    };
  }
  const count = same > 0 ? same : alike;
  const points = (same > 0 ? SAME_POINTS : ALIKE_POINTS) + EACH_MORE * Math.min(MORE_MAX, count - 1) + spread.points;
  const reason =
    same > 0
      ? `validé par ${String(same)} autre${same > 1 ? 's' : ''} laboratoire${same > 1 ? 's' : ''}`
      : `validé ${String(alike)} fois pour un libellé semblable`;
  return { here, proposes: same > 0, points, evidence: [{ axis: 'usage', verdict: 'confirmed', reason }, ...spread.evidence] };
}

/** Medians beside those of lines validated with the same code: in one unit they ought to be near. */
function ofValues(
  own: ValueStats | undefined,
  others: readonly ValueStats[],
): { points: number; evidence: readonly AxisEvidence[] } {
  const medians = others
    .flatMap(({ median }) => (median !== undefined && median > 0 ? [median] : []))
    .sort((one, other) => one - other);
  const middle = medians[Math.floor(medians.length / 2)];
  if (own?.median === undefined || own.median <= 0 || middle === undefined) return { points: 0, evidence: [] };
  const factor = Math.max(own.median / middle, middle / own.median);
  if (factor <= NEAR_FACTOR)
    return {
      points: 0.2,
      evidence: [{ axis: 'usage', verdict: 'confirmed', reason: 'valeurs du même ordre que les analyses validées' }],
    };
  if (factor < FAR_FACTOR) return { points: 0, evidence: [] };
  return {
    points: -1,
    evidence: [{ axis: 'usage', verdict: 'contradicted', reason: 'valeurs d’un autre ordre que les analyses validées' }],
  };
}
