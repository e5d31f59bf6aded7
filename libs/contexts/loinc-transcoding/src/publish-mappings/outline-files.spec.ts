import type { MapLine } from './map-line.js';
import { readOutline, writeOutline } from './outline-files.js';

const exam = (examCode: string, analysisCode: string) => ({
  examCode,
  examLabel: examCode,
  analysisCode,
  analysisLabel: analysisCode,
});
const line = (localCode: string, loinc: string): MapLine => ({ localCode, label: localCode, target: { loinc, loincLabel: loinc } });
const own = { codes: ['24326-1'], label: 'Ionogramme' };

describe('LOINC_5', () => {
  it('gives an exam its own code, else that of its only analysis, and no panel the code of a member', () => {
    const exams = [
      exam('GLY', 'GLY'),
      { ...exam('IONO', 'NA'), loinc: own },
      exam('IONO', 'K'),
      exam('BIL', 'A'),
      exam('BIL', 'B'),
      exam('TWO', 'TWO'),
    ];
    const lines = [line('GLY', '2345-7'), line('NA', '2951-2'), line('A', '1751-7'), line('TWO', '2345-7'), line('TWO', '14749-6')];
    const text = writeOutline({ chapters: [], exams }, 'loinc5', lines);

    const read = readOutline('LOINC_5_transcodage_demandes_20261124.csv', text);
    expect(read?.findings).toEqual([]);
    expect(read?.outline.exams?.map(({ examCode, loinc }) => `${examCode} ${loinc?.codes.join() ?? ''}`)).toEqual([
      'GLY 2345-7',
      'IONO 24326-1',
      'IONO ',
      'BIL ',
      'BIL ',
      'TWO ',
    ]);
  });

  it.each(['map.csv', 'LOINC_6_transcodage_resultats_20261124.csv'])('is not %s', (name) => {
    expect(readOutline(name, '')).toBeUndefined();
  });
});
