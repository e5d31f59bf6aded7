import { findReleaseFiles } from './find-release-files.js';

const find = (...paths: string[]) => {
  const { table, mapTo, french, version } = findReleaseFiles(paths.map((path) => ({ path, sizeBytes: 1 })));
  return { table: table?.path, mapTo: mapTo?.path, french: french?.path, version };
};

describe('findReleaseFiles', () => {
  it('finds what is read in an official archive', () => {
    expect(
      find(
        'LoincTableCore/LoincTableCore.csv',
        'LoincTableCore/MapTo.csv',
        'LoincTable/MapTo.csv',
        'LoincTable/Loinc.csv',
        'AccessoryFiles/LinguisticVariants/frCA8LinguisticVariant.csv',
        'AccessoryFiles/LinguisticVariants/frFR18LinguisticVariant.csv',
        'AccessoryFiles/LinguisticVariants/LinguisticVariants.csv',
      ),
    ).toEqual({
      table: 'LoincTable/Loinc.csv',
      mapTo: 'LoincTable/MapTo.csv',
      french: 'AccessoryFiles/LinguisticVariants/frFR18LinguisticVariant.csv',
      version: undefined,
    });
  });

  it.each`
    path                                 | version
    ${'Loinc_2.78/LoincTable/Loinc.csv'} | ${'2.78'}
    ${'releases/Loinc_2.81/Loinc.csv'}   | ${'2.81'}
    ${'Loinc.csv'}                       | ${undefined}
    ${'Other_2.78/Loinc.csv'}            | ${undefined}
  `('reads the version $version in $path', ({ path, version }: { path: string; version?: string }) => {
    expect(find(path)).toMatchObject({ table: path, version });
  });

  it('takes the table that lies least deep, and finds none where none is', () => {
    expect(find('a/b/Loinc.csv', 'a/Loinc.csv').table).toBe('a/Loinc.csv');
    expect(find('readme.txt', 'MyLoinc.csv').table).toBeUndefined();
  });
});
