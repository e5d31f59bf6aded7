import { readChapterMap, readExamMap, writeChapterMap, writeExamMap } from '@segur/loinc-files';
import { NO_OUTLINE, withCodesOf, withKnownCodes, type CatalogueOutline } from './catalogue-outline.js';

const codes = (code: string) => ({ codes: [code], label: `name of ${code}` });
const chapter = { chapterCode: 'BIO', chapterLabel: 'Biochimie', subChapterCode: 'S', subChapterLabel: 'Sang' };
const exam = { examCode: 'IONO', examLabel: 'Ionogramme', analysisCode: 'NA', analysisLabel: 'Sodium' };
const CODED: CatalogueOutline = {
  chapters: [{ ...chapter, chapterLoinc: codes('18719-5') }],
  exams: [{ ...exam, loinc: codes('24326-1') }],
};

describe('chapters and exams of a catalogue', () => {
  it('keep their codes when the catalogue comes again, and lose nothing to a file that does not come', () => {
    const again = { chapters: [{ ...chapter, chapterLabel: 'Biochimie générale' }], exams: [exam, { ...exam, analysisCode: 'K' }] };

    expect(withKnownCodes(CODED, again)).toEqual({
      chapters: [{ ...chapter, chapterLabel: 'Biochimie générale', chapterLoinc: codes('18719-5') }],
      exams: [
        { ...exam, loinc: codes('24326-1') },
        { ...exam, analysisCode: 'K' },
      ],
    });
    expect(withKnownCodes(CODED, {})).toEqual(CODED);
  });

  it('take the codes of a map, and leave aside what they do not have', () => {
    const plain = withKnownCodes(NO_OUTLINE, { chapters: [chapter], exams: [exam] });
    const map = { ...CODED, exams: [...CODED.exams, { ...exam, examCode: 'XYZ' }] };

    expect(withCodesOf(plain, map)).toEqual({ outline: CODED, parked: 1 });
  });

  it('come back from LOINC_4 and LOINC_5 as they left', () => {
    const chapters = readChapterMap(writeChapterMap(CODED.chapters)).rows;
    const exams = readExamMap(writeExamMap(CODED.exams)).rows;

    expect({ chapters, exams }).toEqual(CODED);
  });
});
