import { propertiesOfUnit } from './properties-of-unit.js';

describe('propertiesOfUnit', () => {
  it.each`
    ucum                  | property
    ${'g/L'}              | ${'MCnc'}
    ${'ng/mL{FEU}'}       | ${'MCnc'}
    ${'mmol/L'}           | ${'SCnc'}
    ${'meq/L'}            | ${'SCnc'}
    ${'U/L'}              | ${'CCnc'}
    ${'[IU]/L'}           | ${'CCnc'}
    ${'m[IU]/L'}          | ${'ACnc'}
    ${"[arb'U]/mL"}       | ${'ACnc'}
    ${"[GPL'U]/mL"}       | ${'ACnc'}
    ${'{PSU}/mL'}         | ${'ACnc'}
    ${'10*9/L'}           | ${'NCnc'}
    ${'/mm3'}             | ${'NCnc'}
    ${'[CFU]/mL'}         | ${'NCnc'}
    ${'{copies}/mL'}      | ${'NCnc'}
    ${'{Log_IU}/mL'}      | ${'LaCnc'}
    ${'/[HPF]'}           | ${'Naric'}
    ${'%'}                | ${'NFr'}
    ${'mmol/mol'}         | ${'SFr'}
    ${'mg/(24.h)'}        | ${'MRat'}
    ${'mmol/(24.h)'}      | ${'SRat'}
    ${'mg/mmol{creat}'}   | ${'MRto'}
    ${'ug/g{creat}'}      | ${'MRto'}
    ${'umol/mmol{creat}'} | ${'SRto'}
    ${'U/g{Hb}'}          | ${'CCnt'}
    ${'s'}                | ${'Time'}
    ${'fL'}               | ${'EntVol'}
    ${'pg'}               | ${'EntMass'}
    ${'mL/min'}           | ${'VRat'}
    ${'mL/min/{1.73_m2}'} | ${'ArVRat'}
    ${'mm[Hg]'}           | ${'PPres'}
    ${'mosm/kg'}          | ${'Osmol'}
    ${'mL'}               | ${'Vol'}
    ${'mm/h'}             | ${'Vel'}
    ${'{INR}'}            | ${'RelTime'}
  `('$ucum admits $property', ({ ucum, property }: { ucum: string; property: string }) => {
    expect(propertiesOfUnit(ucum)?.has(property)).toBe(true);
  });

  it.each`
    ucum        | property
    ${'g/L'}    | ${'SCnc'}
    ${'mmol/L'} | ${'MCnc'}
    ${'%'}      | ${'MCnc'}
    ${'10*9/L'} | ${'NFr'}
    ${'U/L'}    | ${'MCnc'}
    ${'s'}      | ${'RelTime'}
  `('$ucum excludes $property', ({ ucum, property }: { ucum: string; property: string }) => {
    expect(propertiesOfUnit(ucum)?.has(property)).toBe(false);
  });

  it('knows nothing of a unit it cannot read', () => {
    expect(propertiesOfUnit('croix')).toBeUndefined();
  });
});
