import type { CdaBound, CdaValue } from '../cr-bio-document.js';
import { printRange, printUnit, printValue } from './printed-text.js';

const bound = (value: string, inclusive = true, unit?: string): CdaBound => ({
  value,
  inclusive,
  ...(unit !== undefined && { unit }),
});

describe('printValue', () => {
  it.each<[string, CdaValue]>([
    ['4.89', { type: 'PQ', value: '4.89', unit: 'mmol/L' }],
    ['1.950', { type: 'REAL', value: '1.950' }],
    ['< 1.0', { type: 'IVL_PQ', high: bound('1.0', false, 'mg/L') }],
    ['≤ 1.0', { type: 'IVL_PQ', high: bound('1.0') }],
    ['> 500', { type: 'IVL_PQ', low: bound('500', false) }],
    ['≥ 0.512', { type: 'IVL_PQ', low: bound('0.512') }],
    ['1 - 2', { type: 'IVL_PQ', low: bound('1'), high: bound('2', false) }],
    ['1/80', { type: 'RTO', numerator: '1', denominator: '80' }],
    ['Absence', { type: 'CD', code: { code: 'A', displayName: 'Absence' } }],
    ['A', { type: 'CD', code: { code: 'A' } }],
    ['', { type: 'CD' }],
    ['voir texte', { type: 'ST', text: 'voir texte' }],
    ['20261120', { type: 'TS', value: '20261120' }],
    ['', { type: 'none' }],
  ])('shows %j for %j', (text, value) => {
    expect(printValue(value)).toBe(text);
  });
});

describe('printUnit', () => {
  it.each<[string, CdaValue | undefined]>([
    ['mmol/L', { type: 'PQ', value: '1', unit: 'mmol/L' }],
    ['', { type: 'PQ', value: '1', unit: '1' }],
    ['', { type: 'REAL', value: '1' }],
    ['mg/L', { type: 'IVL_PQ', high: bound('1', true, 'mg/L') }],
    ['', { type: 'IVL_PQ', high: bound('1') }],
    ['', undefined],
  ])('shows %j for %j', (unit, value) => {
    expect(printUnit(value)).toBe(unit);
  });
});

describe('printRange', () => {
  it.each`
    low                           | high                          | ofResult    | text
    ${bound('3.89', true, 'g/L')} | ${bound('6.00', true, 'g/L')} | ${'g/L'}    | ${'3.89 - 6.00'}
    ${bound('3.89', true, 'g/L')} | ${bound('6.00', true, 'g/L')} | ${'mmol/L'} | ${'3.89 - 6.00 g/L'}
    ${undefined}                  | ${bound('5.0', true, 'mg/L')} | ${'mg/L'}   | ${'≤ 5.0'}
    ${undefined}                  | ${bound('5.0', false)}        | ${'mg/L'}   | ${'< 5.0'}
    ${bound('40')}                | ${undefined}                  | ${''}       | ${'≥ 40'}
    ${undefined}                  | ${undefined}                  | ${'g/L'}    | ${''}
  `('shows $text', ({ low, high, ofResult, text }: { low?: CdaBound; high?: CdaBound; ofResult: string; text: string }) => {
    expect(printRange(low, high, ofResult)).toBe(text);
  });
});
