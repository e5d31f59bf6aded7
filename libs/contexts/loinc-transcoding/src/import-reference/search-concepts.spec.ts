import type { LoincConcept } from '@segur/terminology';
import { searchConcepts } from './search-concepts.js';

const concept = (code: string, longCommonName: string, more: Partial<LoincConcept> = {}): readonly [string, LoincConcept] => {
  const axes = { component: '', property: '', time: '', system: '', scale: '', method: '' };
  return [code, { code, status: 'ACTIVE', axes, longCommonName, exampleUcumUnits: [], ...more }];
};
const CONCEPTS = new Map([
  concept('1-1', 'Glucose in Urine', { commonTestRank: 50, frenchTerms: ['Glycosurie'] }),
  concept('2-2', 'Glucose in Serum', { commonTestRank: 4, frenchName: 'Glucose [Masse/Volume] Sérum' }),
  concept('3-3', 'Glucose in Serum, old', { status: 'DEPRECATED', commonTestRank: 1 }),
  concept('4-4', 'Sodium in Serum'),
]);

describe('searchConcepts', () => {
  it.each`
    question          | codes
    ${'glucose'}      | ${['2-2', '1-1', '3-3']}
    ${'GLUC ser'}     | ${['2-2', '3-3']}
    ${'glycosurie'}   | ${['1-1']}
    ${'sérum masse'}  | ${['2-2']}
    ${'1-1'}          | ${['1-1']}
    ${'cose'}         | ${[]}
    ${'?!'}           | ${[]}
    ${'glucose zinc'} | ${[]}
  `('answers $codes to "$question"', ({ question, codes }: { question: string; codes: string[] }) => {
    expect(searchConcepts(CONCEPTS, question, 10).map(({ code }) => code)).toEqual(codes);
  });

  it('answers no more than was asked for', () => {
    expect(searchConcepts(CONCEPTS, 'glucose', 1)).toHaveLength(1);
  });
});
