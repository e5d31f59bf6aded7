import { CaseInputs } from './case-input.js';
import type { FuzzedReader } from './reader.js';

const reader: FuzzedReader = {
  form: {
    grammar: { words: ['|'], openings: ['<a>'] },
    samples: () => [Buffer.from('MSH|^~\\&|one\rPID|||2\r'), Buffer.from('<a b="c">two</a>')],
    hostile: { 'all zeros': () => Buffer.alloc(1000) },
  },
  read: () => 'read',
};
const inputsOf = (seed: number) => new CaseInputs('a', reader, seed);
const texts = (inputs: CaseInputs, numbers: readonly number[]) =>
  numbers.map((number) => inputs.input(number).bytes.toString('latin1'));
const NUMBERS = Array.from({ length: 200 }, (_, index) => index);

describe('CaseInputs', () => {
  it('begins with what was made to hurt, then the samples, then damaged ones', () => {
    const inputs = inputsOf(1);

    expect([0, 1, 2].map((number) => inputs.input(number).origin)).toEqual(['all zeros', 'sample 0', 'sample 1']);
    expect(inputs.input(3).origin).toMatch(/, damaged$/);
  });

  it('gives the same input for the same seed and number, whatever was asked before', () => {
    expect(texts(inputsOf(7), NUMBERS.toReversed()).reverse()).toEqual(texts(inputsOf(7), NUMBERS));
  });

  it('gives others for another seed, few of them twice, and none without bound', () => {
    const given = texts(inputsOf(7), NUMBERS);

    expect(texts(inputsOf(8), NUMBERS).slice(3)).not.toEqual(given.slice(3));
    expect(new Set(given).size).toBeGreaterThan(NUMBERS.length * 0.8);
    expect(Math.max(...given.map(({ length }) => length))).toBeLessThanOrEqual(1024 * 1024);
  });
});
