import type { AxisEvidence } from '@segur/terminology';
import { assumed, confirmed, contradicted, type AxisScore } from './axis-score.js';
import { ofChallenge } from './judge-challenge.js';
import { ofComponent } from './judge-component.js';
import { ofMethod } from './judge-method.js';
import { ofProperty } from './judge-property.js';
import { ofSystem } from './judge-system.js';
import type { ComponentMatch } from './match-components.js';
import type { IndexedConcept } from './proposal-index.js';
import type { ReadTest } from './read-test.js';

/** Evidence that may be left out, to measure what it is worth. */
export type Axes = 'lexicon' | 'property' | 'system' | 'time' | 'scale' | 'method' | 'challenge' | 'usage';

/** What one concept is worth for one catalogue line. */
export interface Judgement {
  readonly entry: IndexedConcept;
  readonly match: ComponentMatch;
  readonly score: number;
  /** Contradicted by a fact, or not to be sent: shown last. */
  readonly excluded: boolean;
  readonly propertyConfirmed: boolean;
  readonly systemConfirmed: boolean;
  readonly methodConfirmed: boolean;
  readonly evidence: readonly AxisEvidence[];
}

/** Weighs one concept, axis by axis. @see loinc-transcoding.md §4.5 */
export function judge(read: ReadTest, match: ComponentMatch, entry: IndexedConcept, ignored: ReadonlySet<Axes>): Judgement {
  const scored = (axis: Axes, give: () => AxisScore): AxisScore => (ignored.has(axis) ? { points: 0 } : give());
  const property = scored('property', () => ofProperty(read, entry, match));
  const system = scored('system', () => ofSystem(read, entry, match));
  const method = scored('method', () => ofMethod(read, entry, match));
  const component = ofComponent(match, entry, read);
  const parts = [
    component,
    property,
    system,
    scored('time', () => ofTime(read, entry)),
    scored('scale', () => ofScale(read, entry)),
    method,
    scored('challenge', () => ofChallenge(read, entry, match)),
    ofStatus(entry),
    scored('usage', () => ofUsage(read, entry)),
  ];
  return {
    entry,
    match,
    score: parts.reduce((sum, { points }) => sum + points, 0),
    excluded: parts.some(({ excluded }) => excluded === true),
    propertyConfirmed: property.evidence?.verdict === 'confirmed',
    systemConfirmed: system.evidence?.verdict === 'confirmed',
    methodConfirmed: method.evidence?.verdict === 'confirmed',
    evidence: parts.flatMap(({ evidence }) => (evidence ? [evidence] : [])),
  };
}

function ofTime(read: ReadTest, { concept }: IndexedConcept): AxisScore {
  const { time, property } = concept.axes;
  const isRate = /Rat$/u.test(property);
  if (time === '' || (time === 'Pt' && read.time === undefined)) return { points: 0.1 };
  if (read.time === time) return confirmed(isRate ? 0.5 : 0.15, 'time', `recueil ${time}`);
  if (time === '24H') {
    return isRate && read.unit?.properties?.has(property)
      ? confirmed(0.4, 'time', `unité ${read.unit.raw} → ${time}`)
      : contradicted(-0.6, 'time', `recueil de 24 h non dit`);
  }
  if (time === 'Pt') return assumed(0, 'time', 'recueil de 24 h : concentration ponctuelle');
  return contradicted(-0.9, 'time', `durée ${time} non dite`);
}

function ofScale(read: ReadTest, { concept }: IndexedConcept): AxisScore {
  const { scale } = concept.axes;
  if (scale === '') return { points: 0 };
  if (read.scales) {
    return read.scales.has(scale)
      ? confirmed(0.4, 'scale', `type de résultat → ${scale}`)
      : contradicted(-0.8, 'scale', `type de résultat : ${scale} inattendu`);
  }
  if (read.unit?.properties)
    return scale === 'Qn'
      ? confirmed(0.1, 'scale', `unité ${read.unit.raw} → Qn`)
      : contradicted(-0.6, 'scale', `unité : ${scale} inattendu`);
  if (scale === 'Nar' || scale === 'Doc') return { points: -0.3 };
  if (read.unit === undefined && scale === 'Qn' && concept.exampleUcumUnits.some((unit) => !UNWRITTEN.has(unit)))
    return assumed(-0.08, 'scale', 'résultat chiffré supposé, sans unité');
  return { points: 0 };
}

/** Units that laboratories leave out. */
const UNWRITTEN: ReadonlySet<string> = new Set(['{INR}', '{ratio}', '[pH]', '1', '{titer}', '{s_co_ratio}', '{index}', '']);

function ofStatus({ concept }: IndexedConcept): AxisScore {
  if (concept.status === 'DEPRECATED' || concept.status === 'DISCOURAGED') {
    const instead = concept.mapTo?.map(({ code }) => code).join(', ') ?? '';
    return contradicted(
      -4,
      'status',
      `code ${concept.status === 'DEPRECATED' ? 'obsolète' : 'déconseillé'}${instead === '' ? '' : `, voir ${instead}`}`,
      true,
    );
  }
  if (concept.isPanel === true || concept.axes.scale === '-' || / panel\b/iu.test(concept.axes.component))
    return contradicted(-4, 'status', 'panel, et non un résultat', true);
  if (concept.orderOrObservation === 'Order') return contradicted(-4, 'status', 'code de prescription seulement', true);
  return { points: 0 };
}

const VALUE_SET_POINTS = 0.3;

function ofUsage(read: ReadTest, { concept, inValueSet }: IndexedConcept): AxisScore {
  const ucum = read.unit?.ucum;
  let points = inValueSet === undefined ? 0 : inValueSet ? VALUE_SET_POINTS : -VALUE_SET_POINTS;
  if (concept.commonTestRank !== undefined && concept.commonTestRank > 0)
    points += 0.25 * Math.max(0, 1 - Math.log10(concept.commonTestRank) / 4.3);
  if (ucum !== undefined && concept.exampleUcumUnits.includes(ucum)) points += 0.05;
  if (concept.frenchName !== undefined) points += 0.02;
  if (inValueSet === undefined) return { points };
  if (!inValueSet) return assumed(points, 'usage', 'hors du jeu de valeurs français : ne peut être transmis');
  return confirmed(points, 'usage', 'code du jeu de valeurs français');
}
