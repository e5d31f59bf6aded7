import { isLoincCode } from './loinc-code.js';

describe('isLoincCode', () => {
  it.each(['2345-7', '14749-6', '6690-2', '718-7', '11502-2', '18719-5', '19146-0', '20-8'])('accepts %s', (code) => {
    expect(isLoincCode(code)).toBe(true);
  });

  it.each([
    '2345-8',
    '14749-5',
    '2354-7',
    '',
    'GLY',
    '2345',
    '2345-',
    '-7',
    '12345678-9',
    '2345-77',
    ' 2345-7',
    '２345-7',
    '2345–7',
  ])('refuses %p', (text) => {
    expect(isLoincCode(text)).toBe(false);
  });
});
