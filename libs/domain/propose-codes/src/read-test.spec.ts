import type { LocalTest } from '@segur/terminology';
import { readTest } from './read-test.js';

const read = (label: string, more: Partial<LocalTest> = {}) => readTest({ localCode: 'X', label, ...more });

describe('readTest', () => {
  it.each`
    label                            | stems
    ${'Sodium urinaire (mmol/L)'}    | ${['sodium']}
    ${'Glycémie à jeun'}             | ${['glicemi']}
    ${'Protéinurie des 24 heures'}   | ${['proteinuri']}
    ${'Cortisol 8h'}                 | ${['cortisol']}
    ${'PNN soit'}                    | ${['pn']}
    ${'Leucocytes LCR'}              | ${['leucocit']}
    ${'Dosage du cholestérol total'} | ${['cholesterol', 'total']}
    ${'Lipoprotéine (a)'}            | ${['lipoprotein', 'a']}
    ${'Sang'}                        | ${['sang']}
  `('leaves of $label the words of the component', ({ label, stems }: { label: string; stems: string[] }) => {
    expect(read(label).stems.map((stem) => stem.replace(/nn?$/u, 'n'))).toEqual(stems.map((stem) => stem.replace(/nn?$/u, 'n')));
  });

  it.each`
    label                       | fact           | value
    ${'Glycémie à jeun'}        | ${'challenge'} | ${'fasting'}
    ${'Glucose T60'}            | ${'challenge'} | ${'timed'}
    ${'Vancomycine résiduelle'} | ${'challenge'} | ${'trough'}
    ${'Ciclosporine C2'}        | ${'challenge'} | ${'timed'}
    ${'Cortisol 8h'}            | ${'challenge'} | ${undefined}
    ${'T4 libre'}               | ${'challenge'} | ${undefined}
    ${'Protéines 24h'}          | ${'time'}      | ${'24H'}
  `(
    'takes from $label its $fact: $value',
    ({ label, fact, value }: { label: string; fact: 'challenge' | 'time'; value?: string }) => {
      expect(read(label)[fact]).toBe(value);
    },
  );

  it.each`
    label              | method                   | name
    ${'ASAT P5P'}      | ${''}                    | ${'withP5P'}
    ${'LDH'}           | ${'pyruvate -> lactate'} | ${'pyruvateToLactate'}
    ${'LDL direct'}    | ${''}                    | ${'direct'}
    ${'Glucose (BU)'}  | ${''}                    | ${'strip'}
    ${'CRP us'}        | ${''}                    | ${'highSensitivity'}
    ${'Leucocytes'}    | ${'Comptage manuel'}     | ${'manual'}
    ${'DFG (CKD-EPI)'} | ${''}                    | ${'ckdEpi'}
    ${'VS 1ère heure'} | ${''}                    | ${'westergren'}
  `('hears in $label $method the method $name', ({ label, method, name }: Record<string, string>) => {
    expect([...read(label ?? '', method ? { method } : {}).methods]).toContain(name);
  });

  it('does not take direct bilirubin or Coombs for a method', () => {
    expect(read('Bilirubine directe').methods.size).toBe(0);
    expect(read('Coombs direct').methods.size).toBe(0);
  });

  it('believes the label before the tube, and the chapter when both are silent', () => {
    expect(read('Glucose urinaire', { specimen: 'Tube' }).systems?.[0]).toBe('Urine');
    expect(read('Glucose sang total', { specimen: 'Sang capillaire' }).systems?.[0]).toBe('Bld');
    expect(read('pH sanguin', { specimen: 'Sang artériel' }).systems?.[0]).toBe('BldA');
    const byChapter = read('Glucose', { chapter: 'Biochimie des urines' });
    expect(byChapter.systems?.[0]).toBe('Urine');
    expect(byChapter.systemsByContext).toBe(true);
  });

  it('takes the scale from kinds of results, and from values where the kind is not said', () => {
    expect([...(read('X', { resultType: 'numeric' }).scales ?? [])]).toEqual(['Qn']);
    expect([...(read('X', { valueStats: { n: 200, nonNumeric: 0.98 } }).scales ?? [])]).toContain('Ord');
    expect(read('X', { valueStats: { n: 3, nonNumeric: 1 } }).scales).toBeUndefined();
    expect([...(read('X', { resultType: 'susceptibility' }).statedProperties ?? [])]).toEqual(['Susc']);
  });
});
