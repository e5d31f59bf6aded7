import { systemsOfSpecimen } from './systems-of-specimen.js';

describe('systemsOfSpecimen', () => {
  it.each`
    words                          | best
    ${'Sérum'}                     | ${'Ser/Plas'}
    ${'Plasma fluoré'}             | ${'Ser/Plas'}
    ${'Plasma citraté'}            | ${'PPP'}
    ${'Sang EDTA'}                 | ${'Bld'}
    ${'Sang artériel'}             | ${'BldA'}
    ${'Urines/24 heures'}          | ${'Urine'}
    ${'Urines+sérum'}              | ${'Urine+Ser/Plas'}
    ${'LCR/CSF'}                   | ${'CSF'}
    ${'Liquide céphalo-rachidien'} | ${'CSF'}
    ${'Liquide d’ascite'}          | ${'Periton fld'}
    ${'Écouvillon nasopharyngé'}   | ${'Nph'}
    ${'Selles'}                    | ${'Stool'}
    ${'Joint Fluid'}               | ${'Synv fld'}
    ${'Other Body Fluid'}          | ${'Body fld'}
    ${'Bone Marrow'}               | ${'Bone mar'}
  `('puts $best first for $words', ({ words, best }: { words: string; best: string }) => {
    expect(systemsOfSpecimen(words)?.[0]).toBe(best);
  });

  it('lets EDTA blood serve what is measured in plasma, and urine nothing of the blood', () => {
    expect(systemsOfSpecimen('Sang EDTA')).toContain('Ser/Plas');
    expect(systemsOfSpecimen('Urines')).not.toContain('Ser/Plas');
  });

  it('knows nothing of words that name no specimen', () => {
    expect(systemsOfSpecimen('Divers')).toBeUndefined();
  });
});
