import type { Confidence } from '@segur/terminology';
import type { Judged } from './rank-concepts.js';
import type { ReadTest } from './read-test.js';

/** Margins under which another code may be meant; measured on the gold catalogues, see `docs/benchmarks.md`. */
const SURE_MARGIN = 0.38;
const SURE_TWIN_MARGIN = 0.3;
const MEDIUM = 0.5;
const MEDIUM_LATER = 0.1;
/** With more of the label unexplained, a list to choose from would mislead. */
const EXPLAINED_MIN = 0.7;
const SAID_MIN = 0.7;
const FAR = 3;

/** What tells a sure first proposal from a lucky one. */
export interface ConfidenceFeatures {
  /** Lead over the best code of another meaning. */
  readonly margin: number;
  /** Lead over the best code that differs by its method only. */
  readonly twinMargin: number;
  /** 0 to 1. */
  readonly component: number;
  readonly explained: number;
  readonly said: number;
  readonly property: number;
  readonly system: number;
}

/** Serum, plasma or blood by one name or the other: a code of one is no other meaning than a code of `Ser/Plas`. */
const SERUM_FAMILY: ReadonlySet<string> = new Set(['Ser', 'Plas', 'Ser/Plas', 'Ser/Plas/Bld']);

/** Weighs a proposal against the others of its list. */
export function featuresOf(judged: Judged, admitted: readonly Judged[]): ConfidenceFeatures {
  const others = admitted.filter((other) => other !== judged);
  const rival = others.find((other) => other.entry.twinKey !== judged.entry.twinKey && !isSameInSerum(judged, other));
  const isTwin = (other: Judged): boolean =>
    other.entry.twinKey === judged.entry.twinKey ||
    (isSameInSerum(judged, other) && other.entry.concept.axes.method !== judged.entry.concept.axes.method);
  const twin = others.find(isTwin);
  const lead = (other: Judged | undefined): number =>
    other === undefined ? FAR : Math.max(-FAR, Math.min(FAR, judged.score - other.score));
  return {
    margin: lead(rival),
    twinMargin: lead(twin),
    component: judged.match.score,
    explained: judged.match.explained,
    said: judged.match.said,
    property: Number(judged.propertyConfirmed),
    system: Number(judged.systemConfirmed),
  };
}

function isSameInSerum(judged: Judged, other: Judged): boolean {
  if (judged.entry.system !== 'Ser/Plas' || !SERUM_FAMILY.has(other.entry.system)) return false;
  const [one, two] = [judged.entry.concept.axes, other.entry.concept.axes];
  return one.component === two.component && one.property === two.property && one.time === two.time && one.scale === two.scale;
}

/** Weights of a logistic regression on the first proposals of the gold catalogues (fitted 2026-11-24; see `docs/benchmarks.md`). */
const WEIGHTS = {
  bias: -4.76,
  margin: 0.67,
  twinMargin: 2.23,
  component: 1.21,
  explained: 2.93,
  said: -0.12,
  property: 1.18,
  system: 0.58,
};
/** Where the first proposal was wrong: how often each later one was right. */
const LATER_SHARES: readonly number[] = [0, 0.37, 0.11, 0.09, 0.03];
const REMAINING_SHARE = 0.01;
const SURE = 0.98;

/** The share of such proposals that is right, as measured on the gold catalogues; between 0 and 1. */
export function probabilityOf(read: ReadTest, judged: Judged, order: number, admitted: readonly Judged[]): number {
  const [first] = admitted;
  if (judged.excluded || first === undefined) return 0;
  const probability = firstProbability(read, first, admitted);
  const share = order === 0 ? probability : (1 - probability) * (LATER_SHARES[order] ?? REMAINING_SHARE);
  return Math.round(share * 1000) / 1000;
}

function firstProbability(read: ReadTest, first: Judged, admitted: readonly Judged[]): number {
  if (first.validatedHere) return 0.999;
  const features = featuresOf(first, admitted);
  const logit =
    WEIGHTS.bias +
    WEIGHTS.margin * Math.max(-1, Math.min(1.5, features.margin)) +
    WEIGHTS.twinMargin * Math.max(-1, Math.min(0.5, features.twinMargin)) +
    WEIGHTS.component * features.component +
    WEIGHTS.explained * features.explained +
    WEIGHTS.said * features.said +
    WEIGHTS.property * features.property +
    WEIGHTS.system * features.system;
  const probability = 1 / (1 + Math.exp(-logit));
  return isSure(read, first, admitted) ? Math.max(SURE, probability) : Math.min(probability, SURE);
}

/** The level of a proposal. @see loinc-transcoding.md §4.6 */
export function confidenceOf(
  read: ReadTest,
  judged: Judged,
  order: number,
  admitted: readonly Judged[],
  probability: number,
): Confidence {
  if (judged.excluded) return 'low';
  if (judged.validatedHere) return 'high';
  if (order === 0 && isSure(read, judged, admitted)) return 'high';
  if (order === 0 && (judged.match.explained < EXPLAINED_MIN || judged.match.said < SAID_MIN)) return 'low';
  return probability >= (order === 0 ? MEDIUM : MEDIUM_LATER) ? 'medium' : 'low';
}

/** Methods that make another analysis of it: said and not found in the code, they leave a doubt. */
const TELLING_METHODS: readonly string[] = [
  'calculated',
  'direct',
  'manual',
  'strip',
  'rapid',
  'highSensitivity',
  'withP5P',
  'pyruvateToLactate',
  'lactateToPyruvate',
  'mdrd',
  'ckdEpi',
  'cockcroft',
  'electrophoresis',
  'screen',
  'confirm',
  'pcr',
  'blot',
];

function isSure(read: ReadTest, judged: Judged, admitted: readonly Judged[]): boolean {
  const { margin, twinMargin, explained, said } = featuresOf(judged, admitted);
  const isFraction = /Fr$/u.test(judged.entry.concept.axes.property);
  const disagrees = read.expressions.has('count') && isFraction;
  const methodLost = !judged.methodConfirmed && TELLING_METHODS.some((name) => read.methods.has(name));
  return (
    judged.entry.inValueSet !== false &&
    judged.propertyConfirmed &&
    judged.systemConfirmed &&
    explained > 0.9 &&
    said > 0.85 &&
    margin > SURE_MARGIN &&
    twinMargin > SURE_TWIN_MARGIN &&
    !disagrees &&
    !methodLost &&
    judged.evidence.every(({ verdict }) => verdict !== 'contradicted')
  );
}
