import { decodeHprimSante } from '@segur/hprim';
import { observationsOf } from '@segur/laboratory';
import { hprim, hprimGlucose, testLaboratory } from '@segur/testing';
import { toReport } from './to-report.js';

const PDF = Buffer.from('%PDF-1.4\n%%EOF\n');
const read = (value: string, files: Readonly<Record<string, Buffer>>) => {
  const results = [...hprimGlucose.results, { type: 'FIC', code: 'DOC~Électrophorèse~L', value }];
  const context = { laboratory: testLaboratory, reportSetId: 'r', revision: 1, files: new Map(Object.entries(files)) };
  return toReport(decodeHprimSante(hprim({ exams: [{ ...hprimGlucose, results }] })), context);
};

describe('a file beside the message', () => {
  it('as a PDF is attached as it came', () => {
    const reading = read('LABO~ELP.PDF~PDF', { 'ELP.PDF': PDF });

    expect(reading.status === 'read' && reading.report.secondIntention).toEqual([
      { attachmentId: 'GLY/DOC', title: 'Électrophorèse', data: PDF.toString('base64') },
    ]);
  });

  it.each([Buffer.from('Profil normal.\r\nRien à signaler.'), Buffer.from('Profil normal.\r\nRien à signaler.', 'latin1')])(
    'as a text is a result in words',
    (bytes) => {
      const reading = read('LABO~ELP.TXT~TXT', { 'ELP.TXT': bytes });

      expect(reading.status === 'read' && observationsOf(reading.report)[1]?.value).toEqual({
        kind: 'text',
        text: 'Profil normal.\nRien à signaler.',
      });
    },
  );

  it.each`
    what                   | value                    | code
    ${'that did not come'} | ${'LABO~ABSENT.PDF~PDF'} | ${'hprim-file-not-read'}
    ${'in another folder'} | ${'LABO~../ELP.PDF~PDF'} | ${'hprim-file-not-read'}
    ${'without name'}      | ${'LABO~~PDF'}           | ${'hprim-file-not-read'}
    ${'that is no PDF'}    | ${'LABO~NOTE.TXT~PDF'}   | ${'hprim-file-unreadable'}
    ${'that is no text'}   | ${'LABO~ELP.PDF~TXT'}    | ${'hprim-file-unreadable'}
    ${'of another type'}   | ${'LABO~NOTE.TXT~DOC'}   | ${'hprim-file-unreadable'}
  `('$what refuses the message', ({ value, code }: { value: string; code: string }) => {
    const reading = read(value, { 'ELP.PDF': PDF, 'NOTE.TXT': Buffer.from('Un texte.'), '../ELP.PDF': PDF });

    expect(reading.findings).toContainEqual(expect.objectContaining({ code, severity: 'error', location: 'OBX[2]-5' }));
  });
});
