import type { Confidence } from '@segur/terminology';
import type { Judged } from './rank-concepts.js';
import type { ReadTest } from './read-test.js';

/** Margins under which another code may be meant; measured on the gold catalogues, see `docs/benchmarks.md`. */
const SURE_MARGIN = 0.26;
const SURE_TWIN_MARGIN = 0.3;
const MEDIUM = 0.25;
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
  const twin = others.find((other) => other.entry.twinKey === judged.entry.twinKey);
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

/** The share of such proposals that is right, fitted on the gold catalogues; between 0 and 1. */
export function probabilityOf(judged: Judged, order: number, admitted: readonly Judged[]): number {
  if (judged.excluded) return 0;
  if (judged.validatedHere) return 0.999;
  const { margin, twinMargin, component, property, system } = featuresOf(judged, admitted);
  const logit = -3 + 1.2 * margin + 0.8 * Math.min(1, twinMargin) + 2.2 * component + property + 0.7 * system;
  const probability = 1 / (1 + Math.exp(-logit));
  return Math.round((probability / (order + 1)) * 1000) / 1000;
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
  return probability >= MEDIUM ? 'medium' : 'low';
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
