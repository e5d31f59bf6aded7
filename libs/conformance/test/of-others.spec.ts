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

  it('is judged as itself within a long style sheet', () => {
    const sheet = '<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform">';
    const before = `<xsl:if>${'<xsl:if/>'.repeat(1000)}</xsl:if>`.repeat(140);
    const carried = `${sheet}${before}${xml.replace(/^<\?xml.*?\?>/, '')}</xsl:stylesheet>`;

    expect(checkCrBio(Buffer.from(carried)).kind).toEqual({ version: '2024.01', level: 3, selfPresentable: true });
  });

  it('is refused where placing its errors would take minutes', () => {
    const twins = xml.replace('<paragraph>', `${'<content ID="a">b</content>'.repeat(20_000)}<paragraph>`);

    expect(check(twins, true)).toEqual(['error cda-too-deep']);
  });

  it('has each of its faults placed, however many there are', () => {
    const many = 10_000;
    const repeated = xml.replace('<paragraph>', `${'<content ID="a">b</content>'.repeat(many)}<paragraph>`);

    expect(new Set(checkCrBio(Buffer.from(repeated)).findings.map(({ location }) => location)).size).toBeGreaterThan(many / 2);
  });
});
