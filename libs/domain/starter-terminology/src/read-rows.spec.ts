import { readRows } from './read-rows.js';

describe('readRows', () => {
  it('reads terms and units between semicolons', () => {
    expect(
      readRows(
        '\n2951-2 | Sodium | SCnc | Pt | Ser/Plas | Qn |  | Sodium [Moles/volume] in Serum or Plasma | sodium; natrémie | mmol/L; meq/L\n',
      ),
    ).toEqual([
      {
        code: '2951-2',
        status: 'ACTIVE',
        axes: { component: 'Sodium', property: 'SCnc', time: 'Pt', system: 'Ser/Plas', scale: 'Qn', method: '' },
        longCommonName: 'Sodium [Moles/volume] in Serum or Plasma',
        frenchTerms: ['sodium', 'natrémie'],
        exampleUcumUnits: ['mmol/L', 'meq/L'],
      },
    ]);
  });

  it('takes what is left out at the end for empty, and tells panels', () => {
    expect(readRows('24331-1 | Lipid 1996 panel | - | Pt | Ser/Plas | - |  | Lipid 1996 panel - Serum or Plasma')).toMatchObject([
      { isPanel: true, frenchTerms: [], exampleUcumUnits: [] },
    ]);
  });
});
