import { isUnit } from './units.js';

describe('isUnit', () => {
  it.each(
    'g/L mmol/L umol/L 10*9/L 10*12/L % [IU]/L m[IU]/L u[IU]/mL U/L fL pg mm/h mm[Hg] /mL /uL mL/min mL/min/{1.73_m2} {inr} {score} ug/mL g/(24.h) mL/cm[H2O] meq/L mosm/kg Cel [pH] 10*6/mL{FEU}'.split(
      ' ',
    ),
  )('accepts %s', (unit) => {
    expect(isUnit(unit)).toBe(true);
  });

  it.each(['', '1', 'bananas', 'mUI/L', 'UI/L', 'µg', 'g/l L', 'mmol\\L', 'G/l?', 'grammes', 'MM/H'])('refuses %p', (unit) => {
    expect(isUnit(unit)).toBe(false);
  });
});
