import { toListedUcum } from './listed-ucum.js';
import { toUcum } from './to-ucum.js';
import { UCUM_SPELLINGS } from './ucum-spellings.js';

describe('toUcum', () => {
  it.each`
    raw                        | ucum                  | why
    ${'g/L'}                   | ${'g/L'}              | ${'as it is'}
    ${'g/l'}                   | ${'g/L'}              | ${'small litre'}
    ${'G/L'}                   | ${'10*9/L'}           | ${'giga, not gauss'}
    ${'G/l'}                   | ${'10*9/L'}           | ${'giga, small litre'}
    ${'Giga/l'}                | ${'10*9/L'}           | ${'in full'}
    ${'10^9/L'}                | ${'10*9/L'}           | ${'power'}
    ${'10⁹/L'}                 | ${'10*9/L'}           | ${'superscript power'}
    ${'10 e9 / l'}             | ${'10*9/L'}           | ${'blanks inside'}
    ${'10**9/L'}               | ${'10*9/L'}           | ${'two stars'}
    ${'T/L'}                   | ${'10*12/L'}          | ${'tera, not tesla'}
    ${'t/l'}                   | ${'10*12/L'}          | ${'nothing else is spelt so'}
    ${'Téra/L'}                | ${'10*12/L'}          | ${'accent'}
    ${'/mm3'}                  | ${'/mm3'}             | ${'cells'}
    ${'/mm³'}                  | ${'/mm3'}             | ${'superscript'}
    ${'éléments/mm3'}          | ${'/mm3'}             | ${'cells in words'}
    ${'millions/mm3'}          | ${'10*6/mm3'}         | ${'red cells'}
    ${'UI/l'}                  | ${'[IU]/L'}           | ${'international units'}
    ${'U/L'}                   | ${'U/L'}              | ${'enzyme units stay apart'}
    ${'mUI/L'}                 | ${'m[IU]/L'}          | ${'TSH'}
    ${'MUI/L'}                 | ${'m[IU]/L'}          | ${'a system that prints capitals'}
    ${'µUI/mL'}                | ${'u[IU]/mL'}         | ${'micro sign U+00B5'}
    ${'μUI/mL'}                | ${'u[IU]/mL'}         | ${'Greek mu U+03BC'}
    ${'µmol/l'}                | ${'umol/L'}           | ${'creatinine'}
    ${'micromol/L'}            | ${'umol/L'}           | ${'in words'}
    ${'MMOL/L'}                | ${'mmol/L'}           | ${'capitals'}
    ${' mmol / L '}            | ${'mmol/L'}           | ${'blanks'}
    ${'g/dl'}                  | ${'g/dL'}             | ${'haemoglobin'}
    ${'g/100 mL'}              | ${'g/dL'}             | ${'old haemoglobin'}
    ${'mEq/l'}                 | ${'meq/L'}            | ${'sodium'}
    ${'%'}                     | ${'%'}                | ${'per cent'}
    ${'fl'}                    | ${'fL'}               | ${'mean volume'}
    ${'µ3'}                    | ${'um3'}              | ${'old mean volume'}
    ${'pg'}                    | ${'pg'}               | ${'mean haemoglobin'}
    ${'s'}                     | ${'s'}                | ${'seconds'}
    ${'sec'}                   | ${'s'}                | ${'seconds'}
    ${'SEC.'}                  | ${'s'}                | ${'seconds'}
    ${'mm/h'}                  | ${'mm/h'}             | ${'sedimentation'}
    ${'mm/1ère h'}             | ${'mm/h'}             | ${'sedimentation'}
    ${'ml/min/1,73m2'}         | ${'mL/min/{1.73_m2}'} | ${'clearance, decimal comma'}
    ${'mL/mn/1,73 m²'}         | ${'mL/min/{1.73_m2}'} | ${'clearance, superscript'}
    ${'ratio'}                 | ${'{ratio}'}          | ${'no dimension'}
    ${'INR'}                   | ${'{INR}'}            | ${'no dimension'}
    ${'g/24 h'}                | ${'g/(24.h)'}         | ${'24 h urine'}
    ${'mg/mmol de créatinine'} | ${'mg/mmol{creat}'}   | ${'spot urine'}
    ${'ng/mL FEU'}             | ${'ng/mL{FEU}'}       | ${'D-dimers'}
    ${'Log copies/mL'}         | ${'{Log_copies}/mL'}  | ${'viral load'}
    ${'UFC/mL'}                | ${'[CFU]/mL'}         | ${'urine culture'}
    ${'mmHg'}                  | ${'mm[Hg]'}           | ${'blood gas'}
    ${'10*9/L'}                | ${'10*9/L'}           | ${'UCUM already'}
    ${'[iU]/L'}                | ${'[IU]/L'}           | ${'the other UCUM case'}
  `('reads $raw as $ucum ($why)', ({ raw, ucum }: { raw: string; ucum: string }) => {
    expect(toUcum(raw)).toBe(ucum);
  });

  it.each(['', 'boisseaux', 'M/L', 'Gauss', 'g/L/L', 'x'.repeat(1000)])('does not guess %p', (raw) => {
    expect(toUcum(raw)).toBeUndefined();
  });

  it('knows 120 spellings and more, each of them under one code', () => {
    const all = Object.entries(UCUM_SPELLINGS).flatMap(([ucum, spellings]) => spellings.map((spelling) => ({ ucum, spelling })));

    expect(all.length).toBeGreaterThan(120);
    for (const { ucum, spelling } of all) expect({ spelling, ucum: toUcum(spelling) }).toEqual({ spelling, ucum });
  });
});

describe('toListedUcum', () => {
  it.each`
    ucum                  | listed
    ${'/mm3'}             | ${'/uL'}
    ${'10*6/mm3'}         | ${'10*6/uL'}
    ${'{INR}'}            | ${'{inr}'}
    ${'ng/mL{FEU}'}       | ${'ng/mL{feu}'}
    ${'mL/min/{1.73_m2}'} | ${'mL/min{bsa}'}
    ${'mmol/L'}           | ${'mmol/L'}
    ${'[PFU]/mL'}         | ${'{pfu}/mL'}
    ${'nkat/L'}           | ${'nmol/s/L'}
    ${'ukat/L'}           | ${undefined}
  `('writes $ucum as $listed', ({ ucum, listed }: { ucum: string; listed: string }) => {
    expect(toListedUcum(ucum)).toBe(listed);
  });
});
