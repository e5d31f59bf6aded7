import { assumed, confirmed, type AxisScore } from './axis-score.js';
import { UNASKED_DIVISOR, type ComponentMatch } from './match-components.js';
import type { IndexedConcept } from './proposal-index.js';
import type { ReadTest } from './read-test.js';

/** Worth of a perfect component match; the other axes are tuned against it. */
const COMPONENT_POINTS = 6;

/** A concept's own long name said word for word, where several share a component. */
const HEAD_POINTS = 0.12;

/** Whole divisors that a unit alone implies: `Neutrophiles` in % are neutrophils per 100 leukocytes. */
const IMPLIED_DIVISOR = /\/(?:100 .*|Protein\.total|Hemoglobin\.total|Hemoglobin|Leukocytes|Erythrocytes|cells)$/iu;

/** What the words are worth, once unit and expression have excused what they leave unsaid. */
export function ofComponent(match: ComponentMatch, entry: IndexedConcept, read: ReadTest): AxisScore {
  const { component } = entry.concept.axes;
  const senses = match.reading.senses.map(({ means }) => means);
  let points = match.score * COMPONENT_POINTS;
  if (match.hasDivisor && match.divisorSaid < 0.99) {
    const isImplied = IMPLIED_DIVISOR.test(component) && (read.unit?.properties?.has('NFr') ?? read.expressions.has('percent'));
    const perCreatinine =
      /\/Creatinine$/iu.test(component) &&
      (read.unit?.properties?.has('MRto') === true || read.unit?.properties?.has('SRto') === true) &&
      !read.unit?.properties?.has('NFr');
    const isUnsaid = read.unit === undefined && !read.expressions.has('count') && IMPLIED_DIVISOR.test(component);
    if (isImplied || perCreatinine || isUnsaid)
      points = points / (1 - UNASKED_DIVISOR * (1 - match.divisorSaid)) - (isUnsaid ? 0.05 : 0);
    else points -= 0.8;
  }
  // A ratio is asked for: a component without divisor is only half of it.
  if (!match.hasDivisor && read.expressions.has('ratio') && match.reading.words.some(({ inDivisor }) => inDivisor)) points -= 0.4;
  if (entry.headStems.length > 0 && entry.headStems.every((stem) => match.reading.words.some((word) => word.stem === stem)))
    points += HEAD_POINTS;
  if (read.methods.has('pcr') && /\bA[bg]\b/u.test(component)) points -= 0.8;
  const name = component === '' ? entry.concept.longCommonName : component;
  const words = read.test.label.trim();
  const reason =
    senses.length > 0 && match.explained > 0.9
      ? `« ${words} » lu ${senses.join(' + ')} → ${name}`
      : `« ${words} » proche de ${name} (${Math.round(match.explained * 100)} % des mots expliqués)`;
  return match.explained > 0.9 && match.said > 0.85 ? confirmed(points, 'component', reason) : assumed(points, 'component', reason);
}
