import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCrBio } from '../src/index.js';

const xml = readFileSync(join(import.meta.dirname, 'fixtures', 'cr-bio-2024.01.xml'), 'utf8');
const check = (text: string, ofOthers: boolean) =>
  checkCrBio(Buffer.from(text), { ofOthers }).findings.map(({ severity, code }) => `${severity} ${code}`);

describe('a document made elsewhere', () => {
  it('is remarked upon where ours would be refused', () => {
    const without = xml.replace(/<setId root="2.25.100"><\/setId>/, '');

    expect(check(without, false)).toContain('error crbio-set-id');
    expect(check(without, true)).toContain('warning crbio-set-id');
  });

  it('is refused where it cannot be read safely', () => {
    const withDoctype = xml.replace('<ClinicalDocument', '<!DOCTYPE x><ClinicalDocument');

    expect(check(withDoctype, true)).toEqual(check(withDoctype, false));
    expect(check(withDoctype, true)).toEqual([expect.stringMatching(/^error /)]);
  });
});
