import { CaseInputs } from '../src/case-input.js';
import { READERS } from '../src/readers/readers.js';
import { runCase } from '../src/run-case.js';

const CASES = 160;
const SEED = 20261123;
// Some read large documents; on a busy machine that is minutes.
const TIMEOUT_MS = 300_000;
// Time and memory are for `npm run fuzz`, where nothing else runs in the process.
const NO_LIMITS = { cpuMs: Infinity, memoryMb: Infinity };

describe.each(Object.entries(READERS))('the reader %s', (name, reader) => {
  it(
    `reads or refuses ${CASES} damaged inputs, and throws nothing but errors of ours`,
    async () => {
      const inputs = new CaseInputs(name, reader, SEED, 0);
      const first = Object.keys(reader.form.hostile).length;
      const broken: string[] = [];
      for (let number = first; number < first + CASES; number += 1) {
        const { bytes, origin } = inputs.input(number);
        const result = await runCase(reader, bytes, NO_LIMITS);
        if ('what' in result) broken.push(`case ${number}, ${origin}: ${result.what}`);
      }

      expect(broken).toEqual([]);
    },
    TIMEOUT_MS,
  );
});
