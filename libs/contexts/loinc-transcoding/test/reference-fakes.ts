import type { LocalTest, LoincConcept, Proposal, ProposalList } from '@segur/terminology';
import { ReferenceConcepts, type Reference } from '../src/import-reference/reference-concepts.js';
import { ProposalEngine, type ProposalContext } from '../src/review-mappings/proposal-engine.js';
import type { Override } from './application.js';

const concept = (code: string, component: string, property: string, change: Partial<LoincConcept> = {}): LoincConcept => ({
  code,
  status: 'ACTIVE',
  axes: { component, property, time: 'Pt', system: 'Ser/Plas', scale: 'Qn', method: '' },
  longCommonName: `${component} ${property}`,
  exampleUcumUnits: [],
  ...change,
});

/** A release of a few codes, and the one after it. */
export const CONCEPTS: readonly LoincConcept[] = [
  concept('2951-2', 'Sodium', 'SCnc'),
  concept('2345-7', 'Glucose', 'MCnc'),
  concept('14749-6', 'Glucose', 'SCnc'),
  concept('2823-3', 'Potassium', 'SCnc'),
  concept('1751-7', 'Albumin', 'MCnc'),
];

/** Reference data that a test changes as an import would. */
export class FakeReference {
  state: Reference = referenceOf('2.77', CONCEPTS);
  private readonly earlier = new Map<string, Reference>();

  load(release: string, concepts: readonly LoincConcept[]): void {
    this.earlier.set(this.state.release, this.state);
    this.state = referenceOf(release, concepts);
  }
  current(): Promise<Reference> {
    return Promise.resolve(this.state);
  }
  at(release: string): Promise<Reference | undefined> {
    return Promise.resolve(this.state.release === release ? this.state : this.earlier.get(release));
  }
}

function referenceOf(release: string, concepts: readonly LoincConcept[]): Reference {
  return { release, concepts: new Map(concepts.map((it) => [it.code, it])) };
}

/** Proposes the codes whose component is the label: sure of itself where there is one. */
export class FakeEngine {
  /** What it was given to lean on, by label. */
  readonly evidence = new Map<string, ProposalContext['validated']>();

  propose({ concepts }: Reference, test: LocalTest, { rejected, validated }: ProposalContext): ProposalList {
    this.evidence.set(test.label, validated);
    const found = [...concepts.values()].filter(({ axes, code }) => axes.component === test.label && !rejected.has(code));
    const proposals = found.map(({ code, longCommonName }, index): Proposal => ({
      code,
      name: longCommonName,
      rank: index + 1,
      score: 10 - index,
      probability: found.length === 1 ? 0.99 : 0.6 - index / 10,
      confidence: found.length === 1 ? 'high' : 'medium',
      explanation: [{ axis: 'component', verdict: 'confirmed', reason: test.label }],
      methodTwins: [],
    }));
    return { localCode: test.localCode, proposals, missingFacts: found.length > 1 ? ['quelle unité ?'] : [] };
  }
}

export function withFakes(reference = new FakeReference(), engine = new FakeEngine()): readonly Override[] {
  return [
    { token: ReferenceConcepts, fake: reference },
    { token: ProposalEngine, fake: engine },
  ];
}
