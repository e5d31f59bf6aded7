import { propertiesOfUnit, type LocalTest } from '@segur/terminology';
import type { LoincTarget } from '../code-report/code-observations.js';
import type { Reference } from '../import-reference/reference-concepts.js';
import { conditionOf } from './catalogue-entry.js';
import { ReviewRefused } from './review-refused.js';

/**
 * A code with the name that goes with it: that of the French value set, else the release's French or long common name.
 *
 * @param label - For a code that the reference data do not know.
 * @throws {ReviewRefused} The code has no name, or the unit of the analysis contradicts its property: half of the errors that an audit of
 *   human mappings found were of this kind.
 */
export function targetFor(
  { concepts, valueSet }: Pick<Reference, 'concepts' | 'valueSet'>,
  test: LocalTest,
  loinc: string,
  label?: string,
): LoincTarget {
  const concept = concepts.get(loinc);
  const loincLabel = valueSet?.get(loinc)?.frenchName ?? concept?.frenchName ?? concept?.longCommonName ?? label;
  if (!loincLabel) throw new ReviewRefused('mapping-code-unknown', { loinc });
  const { unit } = conditionOf(test);
  const properties = unit ? propertiesOfUnit(unit) : undefined;
  if (properties && concept?.axes.property && !properties.has(concept.axes.property)) {
    throw new ReviewRefused('mapping-unit-contradicted', { loinc, property: concept.axes.property, localCode: test.localCode });
  }
  return { loinc, loincLabel };
}
