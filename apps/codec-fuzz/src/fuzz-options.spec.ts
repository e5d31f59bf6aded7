import { DEFAULT_CASES, DEFAULT_SEED, fuzzOptions } from './fuzz-options.js';

const KNOWN = ['cda', 'json'];

describe('fuzzOptions', () => {
  it.each`
    words                                      | expected
    ${[]}                                      | ${{ cases: DEFAULT_CASES, readers: KNOWN, seed: DEFAULT_SEED }}
    ${['--cases', '9', '--seed', '3']}         | ${{ cases: 9, readers: KNOWN, seed: 3 }}
    ${['--reader', 'json', '--case', '12']}    | ${{ cases: DEFAULT_CASES, readers: ['json'], seed: DEFAULT_SEED, only: 12 }}
    ${['--reader', 'json', '--reader', 'cda']} | ${{ cases: DEFAULT_CASES, readers: ['json', 'cda'], seed: DEFAULT_SEED }}
    ${['--reader', 'pdf']}                     | ${'Unknown reader: pdf. Known: cda, json'}
    ${['--cases', 'many']}                     | ${'--cases, --seed and --case take whole numbers'}
    ${['--seed', '-1']}                        | ${expect.any(String)}
    ${['--sead', '1']}                         | ${expect.stringContaining('--sead')}
  `('$words', ({ words, expected }: { words: string[]; expected: unknown }) => {
    expect(fuzzOptions(words, KNOWN)).toEqual(expected);
  });
});
