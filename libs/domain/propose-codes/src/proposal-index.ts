import type { LoincConcept } from '@segur/terminology';
/** What proposals are made from, built once for each release and value set. */
export interface ProposalIndex {
  readonly concepts: ReadonlyMap<string, LoincConcept>;
}
export function buildProposalIndex(
  concepts: Iterable<LoincConcept>,
  options: { readonly valueSet?: ReadonlySet<string> } = {},
): ProposalIndex {
  void options;
  return { concepts: new Map([...concepts].map((concept) => [concept.code, concept])) };
}
