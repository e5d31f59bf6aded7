import { foldText, stemsOf } from './fold-text.js';

describe('stemsOf', () => {
  it.each`
    one                   | other
    ${'Hématocrite'}      | ${'Hematocrit'}
    ${'Ciclosporine'}     | ${'cycloSPORINE'}
    ${'Thyroglobuline'}   | ${'Thyroglobulin'}
    ${'Érythropoïétine'}  | ${'Erythropoietin'}
    ${'Triglycérides'}    | ${'Triglyceride'}
    ${'Phénobarbital'}    | ${'PHENobarbital'}
    ${'T.S.H.'}           | ${'TSH'}
    ${"Dosage de l'urée"} | ${'dosage urée'}
    ${'α1 antitrypsine'}  | ${'alpha 1 antitrypsine'}
    ${'ϒ globuline'}      | ${'gamma globuline'}
    ${'œstradiol'}        | ${'oestradiol'}
  `('makes one word of $one and $other', ({ one, other }: { one: string; other: string }) => {
    expect(stemsOf(one)).toEqual(stemsOf(other));
  });

  it.each(['VII', 'VIII', 'XII', 'XIII', 'B12', 'IgG', 'HDL'])('leaves %s what it is', (word) => {
    expect(stemsOf(word)).toEqual([word.toLowerCase()]);
  });

  it('keeps the letters that name vitamins and hepatitis', () => {
    expect(stemsOf('Vitamine D et hépatite A')).toEqual(['vitamin', 'd', 'hepatit', 'a']);
  });
});

describe('foldText', () => {
  it('cuts elisions and closes initials', () => {
    expect(foldText("Recherche d'agglutinines (R.A.I.)")).toBe('recherche  agglutinines (rai)');
  });
});
