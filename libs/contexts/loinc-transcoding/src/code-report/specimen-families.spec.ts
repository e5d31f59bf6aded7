import { specimenFamily } from './specimen-families.js';

describe('specimenFamily', () => {
  it.each`
    specimen            | family
    ${'SER'}            | ${'blood'}
    ${'BLD'}            | ${'blood'}
    ${'Sérum'}          | ${'blood'}
    ${'Plasma citraté'} | ${'blood'}
    ${'Sang EDTA'}      | ${'blood'}
    ${'UR'}             | ${'urine'}
    ${'Urines'}         | ${'urine'}
    ${'LCR'}            | ${'csf'}
    ${'Selles'}         | ${'stool'}
    ${'Urines+sérum'}   | ${undefined}
    ${'Prélèvement'}    | ${undefined}
    ${''}               | ${undefined}
    ${undefined}        | ${undefined}
  `('$specimen is $family', ({ specimen, family }: { specimen: string | undefined; family: string | undefined }) => {
    expect(specimenFamily(specimen)).toBe(family);
  });
});
