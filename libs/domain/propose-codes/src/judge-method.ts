import { assumed, confirmed, contradicted, type AxisScore } from './axis-score.js';
import type { ComponentMatch } from './match-components.js';
import type { IndexedConcept } from './proposal-index.js';
import type { ReadTest } from './read-test.js';

/** Inhibitors and zymogens are measured by their effect on a chromogen, other factors by the clot. */
const CHROMOGENIC = /^(?:Protein C|Antithrombin|Heparin|Plasminogen|Plasmin inhibitor|Alpha 2 antiplasmin)/u;

/** Methods so usual in their place that no catalogue names them. */
const USUAL: readonly ((entry: IndexedConcept) => boolean)[] = [
  ({ methods, concept }) => methods.has('chromogenic') && CHROMOGENIC.test(concept.axes.component),
  ({ methods, system }) => methods.has('automated') && methods.size === 1 && /^(?:Bld|RBC|)$/u.test(system),
  ({ methods, system, concept }) =>
    methods.has('coagulation') && methods.size === 1 && !CHROMOGENIC.test(concept.axes.component) && /^(?:PPP|Bld)$/u.test(system),
  ({ methods, concept }) =>
    methods.has('electrophoresis') &&
    methods.size === 1 &&
    /globulin|protein\.total|fractions|pattern/iu.test(concept.axes.component),
];
const NEARLY_USUAL: readonly ((entry: IndexedConcept) => boolean)[] = [
  ({ methods, concept }) => methods.has('immunoassay') && /gastrointestinal\.lower/u.test(concept.axes.component),
  ({ methods, system }) => methods.has('chromogenic') && system === 'PPP',
  ({ methods, concept }) =>
    methods.has('strip') && methods.size === 1 && (concept.axes.property === 'PrThr' || concept.axes.system === 'Urine'),
  ({ methods }) => methods.has('culture') && methods.size === 1,
  ({ methods, concept }) => methods.has('pcr') && /RNA|DNA|gene/u.test(concept.axes.component),
  ({ methods, concept }) => (methods.has('ckdEpi') || methods.has('cockcroft')) && /predicted/iu.test(concept.axes.component),
  ({ methods }) => methods.has('westergren'),
  ({ methods, system }) => methods.has('automated') && methods.size === 1 && system === 'Urine',
];
const USUAL_POINTS = 0.06;
const NEARLY_USUAL_POINTS = -0.05;
const IMMUNOASSAY_POINTS = -0.13;
const UNASKED_POINTS = -0.35;

/** A method said and found is a bonus, one found and not said a malus, unless it is the usual one. */
export function ofMethod(read: ReadTest, entry: IndexedConcept, match: ComponentMatch): AxisScore {
  const { method } = entry.concept.axes;
  const sensed = match.reading.senses.flatMap((sense) => sense.method ?? []);
  const said = sensed.length === 0 ? read.methods : new Set([...read.methods, ...sensed]);
  if (method === '') return said.size === 0 ? { points: 0 } : assumed(0, 'method', 'code sans méthode');
  const shared = [...entry.methods].filter((name) => said.has(name));
  if (shared.length > 0) {
    // HbA1c is calibrated alike whatever the technique: the code without method stands for all.
    if (STANDARDISED.test(entry.concept.axes.component) && !entry.methods.has('ifcc'))
      return assumed(-0.1, 'method', `${method} : résultats standardisés`);
    const unasked = entry.methods.size - shared.length;
    return confirmed(
      0.5 + 0.1 * (shared.length - 1) - 0.15 * unasked,
      'method',
      `méthode « ${(read.test.method ?? read.test.label).trim()} » → ${method}`,
    );
  }
  const opposed = OPPOSED.some(
    ([one, other]) => (said.has(one) && entry.methods.has(other)) || (said.has(other) && entry.methods.has(one)),
  );
  if (opposed) return contradicted(-0.8, 'method', `méthode ${method} contredite`);
  if (USUAL.some((isUsual) => isUsual(entry))) return assumed(USUAL_POINTS, 'method', `${method} : méthode usuelle`);
  if (NEARLY_USUAL.some((isUsual) => isUsual(entry)))
    return assumed(NEARLY_USUAL_POINTS, 'method', `${method} : méthode fréquente`);
  if (entry.methods.has('immunoassay') && entry.methods.size === 1)
    return assumed(IMMUNOASSAY_POINTS, 'method', `${method} : méthode fréquente`);
  return contradicted(UNASKED_POINTS, 'method', `méthode ${method} non demandée`);
}

const STANDARDISED = /^Hemoglobin A1c\//iu;

const OPPOSED: readonly (readonly [string, string])[] = [
  ['automated', 'manual'],
  ['withP5P', 'withoutP5P'],
  ['pyruvateToLactate', 'lactateToPyruvate'],
  ['calculated', 'direct'],
  ['ckdEpi', 'mdrd'],
  ['ckdEpi', 'cockcroft'],
  ['mdrd', 'cockcroft'],
  ['strip', 'microscopy'],
  ['strip', 'automated'],
  ['vdrl', 'rpr'],
  ['mic', 'disk'],
  ['pcr', 'immunoassay'],
  ['pcr', 'culture'],
];
