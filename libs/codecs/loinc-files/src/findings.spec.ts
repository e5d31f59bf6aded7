import { readFileSync } from 'node:fs';
import { FAULT_CODES } from './findings.js';

describe('FAULT_CODES', () => {
  it('are each explained in docs/codes', () => {
    const documented = JSON.parse(
      readFileSync(new URL('../../../../docs/codes/loinc-files.json', import.meta.url), 'utf8'),
    ) as object;

    expect(Object.keys(documented).filter((code) => code !== 'loinc-map-justification')).toEqual(FAULT_CODES);
  });
});
