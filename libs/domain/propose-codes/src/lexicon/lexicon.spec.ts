import { stemsOf } from '../fold-text.js';
import { sensesOf } from './lexicon.js';

const meanings = (text: string): readonly string[] => sensesOf(stemsOf(text)).map(({ means }) => means);

describe('sensesOf', () => {
  it.each`
    said                          | means
    ${'GB'}                       | ${'Leukocytes'}
    ${'T.S.H.'}                   | ${'Thyrotropin'}
    ${'CA 19-9'}                  | ${'Cancer Ag 19-9'}
    ${'CA19.9'}                   | ${'Cancer Ag 19-9'}
    ${'Ac anti-HBs'}              | ${'Hepatitis B virus surface Ab'}
    ${'anticorps antinucléaires'} | ${'Nuclear Ab'}
    ${'IgM anti-CMV'}             | ${'Cytomegalovirus Ab.IgM'}
    ${'charge virale VHC'}        | ${'Hepatitis C virus RNA'}
    ${'F VIII'}                   | ${'Coagulation factor VIII activity actual/Normal'}
    ${'Dépakine'}                 | ${'Valproate'}
    ${'Bactrim'}                  | ${'Trimethoprim+Sulfamethoxazole'}
    ${'poils de chat'}            | ${'Cat dander Ab.IgE'}
  `('knows that $said means $means', ({ said, means }: { said: string; means: string }) => {
    expect(meanings(said)).toContain(means);
  });

  it.each`
    said     | all
    ${'ACE'} | ${['Carcinoembryonic Ag', 'Angiotensin converting enzyme']}
    ${'PCT'} | ${['Procalcitonin', 'Plateletcrit']}
    ${'TG'}  | ${['Triglyceride', 'Thyroglobulin']}
    ${'CT'}  | ${['Cholesterol', 'Calcitonin']}
  `('keeps every meaning of $said for unit and specimen to tell apart', ({ said, all }: { said: string; all: string[] }) => {
    expect(meanings(said)).toEqual(expect.arrayContaining(all));
  });

  it('carries the facts of a word', () => {
    expect(sensesOf(stemsOf('glycorachie'))[0]).toMatchObject({ means: 'Glucose', system: 'CSF' });
    expect(sensesOf(stemsOf('ziehl'))[0]).toMatchObject({ means: 'Microscopic observation', method: 'acidfast' });
  });

  it('has no code in it, and nothing for words that no discipline uses', () => {
    expect(meanings('2345-7')).toEqual([]);
    expect(meanings('bonjour')).toEqual([]);
  });
});
