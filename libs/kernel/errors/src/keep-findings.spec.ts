import { hasErrors, type Finding, type Severity } from './finding.js';
import { FINDINGS_KEPT, keepFindings } from './keep-findings.js';

const remarks = (count: number, severity: Severity): Finding[] =>
  Array.from({ length: count }, (_, index) => ({ severity, code: `${severity}-${index}`, location: '', message: '' }));

describe('keepFindings', () => {
  it.each([0, 1, FINDINGS_KEPT])('keeps %d as they are', (count) => {
    const findings = [...remarks(count, 'info')];

    expect(keepFindings(findings)).toBe(findings);
  });

  it('keeps the first, errors before the rest, and says how many are left out', () => {
    const kept = keepFindings([...remarks(150, 'info'), ...remarks(150, 'warning'), ...remarks(3, 'error')]);

    expect(kept).toHaveLength(FINDINGS_KEPT + 1);
    expect(kept.slice(0, 4).map(({ code }) => code)).toEqual(['error-0', 'error-1', 'error-2', 'warning-0']);
    expect(kept.slice(-2).map(({ code }) => code)).toEqual(['info-46', 'findings-left-out']);
    expect(kept.at(-1)).toMatchObject({ severity: 'info', message: '103 more findings were left out' });
    expect(hasErrors(kept)).toBe(true);
  });

  it('leaves a list that was cut as it is', () => {
    const kept = keepFindings(remarks(1000, 'error'));

    expect(keepFindings(kept)).toBe(kept);
  });
});
