import type { LoincConcept } from '@segur/terminology';

const texts = new WeakMap<ReadonlyMap<string, LoincConcept>, readonly (readonly [LoincConcept, string])[]>();

/**
 * Codes whose names hold every word of a question, in French or English; recommended ones first, then those in wide use.
 *
 * A word is a beginning of a word of the name: `gluc` finds glucose. For people who look something up; proposals are made elsewhere.
 */
export function searchConcepts(
  concepts: ReadonlyMap<string, LoincConcept>,
  question: string,
  limit: number,
): readonly LoincConcept[] {
  const exact = concepts.get(question.trim());
  if (exact) return [exact];
  const words = plainWords(question)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const found: LoincConcept[] = [];
  for (const [concept, text] of searchable(concepts)) if (words.every((word) => text.includes(` ${word}`))) found.push(concept);
  return found.sort((a, b) => weight(a) - weight(b)).slice(0, limit);
}

/** Built with the first question that a release is asked. */
function searchable(concepts: ReadonlyMap<string, LoincConcept>): readonly (readonly [LoincConcept, string])[] {
  const known = texts.get(concepts);
  if (known) return known;
  const built = Array.from(concepts.values(), (concept) => {
    const { longCommonName, shortName, frenchName, frenchTerms = [], axes } = concept;
    return [concept, ` ${plainWords([longCommonName, shortName, frenchName, ...frenchTerms, axes.component].join(' '))}`] as const;
  });
  texts.set(concepts, built);
  return built;
}

function weight({ status, commonTestRank }: LoincConcept): number {
  return (status === 'ACTIVE' ? 0 : 1_000_000) + (commonTestRank ?? 100_000);
}

function plainWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ');
}
