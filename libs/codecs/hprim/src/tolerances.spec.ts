import { readFileSync } from 'node:fs';
import { repository } from '@segur/testing';
import type { HprimDecodingFault } from './hprim-decoding-error.js';
import { TOLERANCES } from './tolerances.js';

const FAULTS: Record<HprimDecodingFault, true> = {
  'hprim-charset': true,
  'hprim-structure': true,
  'hprim-delimiters': true,
  'hprim-truncated': true,
  'hprim-limit': true,
};

describe('the codes of the codec', () => {
  it('are documented, one by one', () => {
    const documented = JSON.parse(readFileSync(`${repository()}/docs/codes/hprim.json`, 'utf8')) as object;

    expect(Object.keys(documented).sort()).toEqual([...Object.keys(TOLERANCES), ...Object.keys(FAULTS)].sort());
  });
});
