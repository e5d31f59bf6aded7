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

  const PLAIN = withKnownCodes(NO_OUTLINE, { chapters: [chapter], exams: [exam] });
  const [codedChapter, codedExam] = [
    { ...chapter, chapterLoinc: codes('18719-5') },
    { ...exam, loinc: codes('24326-1') },
  ];
  it.each`
    what                                        | map                                                                    | outline                             | aside
    ${'the codes of a map'}                     | ${CODED}                                                               | ${CODED}                            | ${{ unknown: 0, relabelled: 0 }}
    ${'no exam that they do not have'}          | ${{ ...CODED, exams: [codedExam, { ...codedExam, examCode: 'XYZ' }] }} | ${CODED}                            | ${{ unknown: 1, relabelled: 0 }}
    ${'no chapter that they do not have'}       | ${{ chapters: [{ ...codedChapter, chapterCode: 'HEM' }] }}             | ${PLAIN}                            | ${{ unknown: 1, relabelled: 0 }}
    ${'no code of a renamed chapter'}           | ${{ chapters: [{ ...codedChapter, subChapterLabel: 'Urines' }] }}      | ${PLAIN}                            | ${{ unknown: 0, relabelled: 1 }}
    ${'no code of a renamed exam'}              | ${{ exams: [{ ...codedExam, examLabel: 'Ionogramme urinaire' }] }}     | ${PLAIN}                            | ${{ unknown: 0, relabelled: 1 }}
    ${'no code of an exam of another analysis'} | ${{ exams: [{ ...codedExam, analysisLabel: 'Natriurèse' }] }}          | ${PLAIN}                            | ${{ unknown: 0, relabelled: 1 }}
    ${'codes whatever case a label is in'}      | ${{ exams: [{ ...codedExam, examLabel: ' IONOGRAMME' }] }}             | ${{ ...PLAIN, exams: CODED.exams }} | ${{ unknown: 0, relabelled: 0 }}
  `('take $what', ({ map, outline, aside }) => {
    expect(withCodesOf(PLAIN, map as Partial<CatalogueOutline>)).toEqual({ outline, aside });
  });

  it('come back from LOINC_4 and LOINC_5 as they left', () => {
    const chapters = readChapterMap(writeChapterMap(CODED.chapters)).rows;
    const exams = readExamMap(writeExamMap(CODED.exams)).rows;

    expect({ chapters, exams }).toEqual(CODED);
  });
});
