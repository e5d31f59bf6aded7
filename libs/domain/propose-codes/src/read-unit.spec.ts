import { readUnit } from './read-unit.js';

describe('readUnit', () => {
  it.each`
    raw                  | ucum                 | property
    ${'G/L'}             | ${'10*9/L'}          | ${'NCnc'}
    ${'g/L'}             | ${'g/L'}             | ${'MCnc'}
    ${'mm3'}             | ${'/mm3'}            | ${'NCnc'}
    ${'#/uL'}            | ${'/uL'}             | ${'NCnc'}
    ${'cells/mm3'}       | ${'/mm3'}            | ${'NCnc'}
    ${'/hpf'}            | ${'/[HPF]'}          | ${'Naric'}
    ${'UI/l à 37°C'}     | ${'[IU]/L'}          | ${'CCnc'}
    ${'mg/24 heures'}    | ${'mg/(24.h)'}       | ${'MRat'}
    ${'µmol/24hrs'}      | ${'umol/(24.h)'}     | ${'SRat'}
    ${'U/g Hb'}          | ${'U/g{Hb}'}         | ${'CCnt'}
    ${'log10 copies/mL'} | ${'{Log_copies}/mL'} | ${'LnCnc'}
    ${'uIU/mL|uU/mL'}    | ${'u[IU]/mL'}        | ${'ACnc'}
  `('reads $raw as $ucum, a $property', ({ raw, ucum, property }: Record<string, string>) => {
    const unit = readUnit(raw ?? '');
    expect(unit.ucum).toBe(ucum);
    expect(unit.properties).toContain(property);
  });

  it.each(['', 'croix', '#ERROR!', 'x'.repeat(100)])('says nothing of %p', (raw) => {
    expect(readUnit(raw).properties).toBeUndefined();
  });
});
