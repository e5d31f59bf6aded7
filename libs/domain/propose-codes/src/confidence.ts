import type { Confidence } from '@segur/terminology';
import type { Judged } from './propose-codes.js';

/** Share of right answers that the level `high` needs, with room for catalogues not seen. */
const HIGH = 0.985;
const MEDIUM = 0.3;

/** What the probability is reckoned from: see `docs/benchmarks.md` for how the weights were fitted. */
export interface ConfidenceFeatures {
  readonly margin: number;
  readonly twinMargin: number;
  readonly component: number;
  readonly explained: number;
  readonly said: number;
  readonly property: number;
  readonly system: number;
  readonly unknown: number;
}

/** What tells a sure first proposal from a lucky one. */
export function featuresOf(judged: Judged, admitted: readonly Judged[]): ConfidenceFeatures {
  const others = admitted.filter((other) => other !== judged);
  const rival = others.find((other) => other.entry.twinKey !== judged.entry.twinKey);
  const twin = others.find((other) => other.entry.twinKey === judged.entry.twinKey);
  return {
    margin: rival === undefined ? 3 : Math.max(-3, Math.min(3, judged.score - rival.score)),
    twinMargin: twin === undefined ? 1 : Math.max(-1, Math.min(1, judged.score - twin.score)),
    component: judged.match.score,
    explained: judged.match.explained,
    said: judged.match.said,
    property: Number(judged.propertyConfirmed),
    system: Number(judged.systemConfirmed),
    unknown: judged.match.reading.unknown.length,
  };
}

/** The share of such proposals that is right, from gold sets; between 0 and 1, and lower for each further rank. */
export function probabilityOf(judged: Judged, order: number, admitted: readonly Judged[]): number {
  if (judged.excluded) return 0;
  if (judged.validatedHere) return 0.999;
  const features = featuresOf(judged, admitted);
  const logit =
    -3 +
    1.2 * features.margin +
    0.8 * features.twinMargin +
    2.2 * features.component +
    1.0 * features.property +
    0.7 * features.system;
  const probability = 1 / (1 + Math.exp(-logit));
  return Math.round((probability / (order + 1)) * 1000) / 1000;
}

/** The level of a proposal. @see loinc-transcoding.md §4.6 */
export function confidenceOf(judged: Judged, order: number, admitted: readonly Judged[], probability: number): Confidence {
  if (judged.excluded) return 'low';
  if (judged.validatedHere) return 'high';
  if (order === 0 && isSure(judged, admitted) && probability >= HIGH) return 'high';
  return probability >= MEDIUM ? 'medium' : 'low';
}

function isSure(judged: Judged, admitted: readonly Judged[]): boolean {
  const { margin, explained, said } = featuresOf(judged, admitted);
  return judged.propertyConfirmed && judged.systemConfirmed && explained > 0.95 && said > 0.9 && margin > 0.25;
}
