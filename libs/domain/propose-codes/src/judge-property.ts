import { assumed, confirmed, contradicted, type AxisScore } from './axis-score.js';
import type { ComponentMatch } from './match-components.js';
import type { IndexedConcept } from './proposal-index.js';
import type { ReadTest } from './read-test.js';

/** Whether unit, stated property or words admit the property; the unit has the last word. */
export function ofProperty(read: ReadTest, { concept, system }: IndexedConcept, match: ComponentMatch): AxisScore {
  const { property } = concept.axes;
  const { unit, statedProperties } = read;
  if (property === '') return assumed(unit?.properties ? 0.2 : -0.2, 'property', 'propriété inconnue de la table');
  if (unit?.properties?.has(property) === false)
    return contradicted(-5, 'property', `unité ${unit.raw} : ${property} impossible`, true);
  if (statedProperties?.has(property)) return confirmed(1, 'property', `propriété « ${statedWords(read)} » → ${property}`);
  if (unit?.properties) {
    if (unit.raw.includes('|')) return assumed(0.8, 'property', `unités ${unit.raw} : ${property} possible`);
    return confirmed(
      0.9 + preferredProperty(unit.raw, property, concept.axes.component),
      'property',
      `unité ${unit.raw} → ${property}`,
    );
  }
  if (statedProperties)
    return assumed(-0.5, 'property', `${property} alors que le catalogue dit ${[...statedProperties].join(', ')}`);
  const said = match.reading.senses.find((sense) => sense.property !== undefined)?.property;
  if (said !== undefined) {
    return said === property
      ? assumed(0.5, 'property', `« ${read.test.label} » → ${property}`)
      : assumed(-0.3, 'property', `${property} alors que le libellé dit ${said}`);
  }
  return assumed(
    propertyWithoutUnit(read, property, system, concept.axes.component),
    'property',
    'unité absente : propriété supposée',
  );
}

/** A unit may admit several properties; one is the usual. */
function preferredProperty(unit: string, property: string, component: string): number {
  if (
    /^%/u.test(unit.trim()) &&
    /^(?:Ratio|MRto|SRto|RelTime)$/u.test(property) &&
    !/distribution width|INR|induced/iu.test(component)
  )
    return -0.1;
  if (/mol/u.test(unit) && property === 'Ratio') return -0.15;
  // A mass per volume is a MIC in an antibiogram, and nowhere else.
  if (property === 'MSCnc' || property === 'Susc') return -0.7;
  return 0;
}

const WITHOUT_UNIT: Readonly<Record<string, number>> = {
  MCnc: 0.1,
  PrThr: 0.12,
  NCnc: 0.05,
  SCnc: 0,
  CCnc: 0.05,
  ACnc: 0,
  Prid: 0,
  Type: 0.1,
  LsCnc: 0.2,
  RelTime: 0.1,
  SpGrav: 0.1,
  Rden: 0.1,
  Susc: -0.5,
  Titr: -0.1,
  Naric: -0.05,
  Imp: -0.3,
  MSCnc: -0.3,
};

/** Answered by yes or no more often than by a figure. */
const QUALITATIVE =
  /\b(?:Ab|Ag|RNA|DNA|rRNA|genes?|virus|sp|screen|crystals|casts|cells|antibod)\b|^(?:Nitrite|Ketones|Blood|Leukocyte esterase|Barbiturates|Benzodiazepines|Cannabinoids|Cocaine|Opiates|Amphetamines|Tricyclic antidepressants|Bacteria|Yeast|Mucus)/u;

function propertyWithoutUnit(read: ReadTest, property: string, system: string, component: string): number {
  const { expressions } = read;
  let points = WITHOUT_UNIT[property] ?? -0.05;
  if (property === 'PrThr' && !QUALITATIVE.test(component) && !/^(?:Urine|Stool|XXX)/u.test(system)) points -= 0.25;
  if (expressions.has('presence')) points += property === 'PrThr' || property === 'Prid' ? 0.3 : -0.1;
  if (expressions.has('quantity')) points += property === 'PrThr' ? -0.3 : 0.15;
  if (expressions.has('titre')) points += property === 'Titr' ? 0.5 : 0;
  if (expressions.has('percent')) points += /Fr$|^RelCCnc|^RelTime/u.test(property) ? 0.4 : -0.2;
  if (expressions.has('count')) points += property === 'NCnc' ? 0.4 : -0.2;
  if (expressions.has('ratio')) points += /Rto$|^Ratio|Fr$/u.test(property) ? 0.2 : 0;
  if (expressions.has('interpretation')) points += property === 'Imp' ? 0.5 : -0.1;
  if (read.time === '24H') points += /Rat$/u.test(property) ? 0.3 : 0;
  if (/^Urine/u.test(system) && property === 'PrThr') points += 0.15;
  return points;
}

function statedWords({ test }: ReadTest): string {
  return test.property ?? test.resultType ?? '';
}
