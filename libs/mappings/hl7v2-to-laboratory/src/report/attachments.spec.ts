import { decodeMessage } from '@segur/hl7v2';
import { observationsOf } from '@segur/laboratory';
import { glucose, oruText, testLaboratory, type MessageResult } from '@segur/testing';
import { toReport } from './to-report.js';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF\n');
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const laboratory = { ...testLaboratory, messages: { printedReportCodes: ['CR_PDF'] } };

function read(...results: readonly Partial<MessageResult>[]) {
  const whole = results.map((result) => ({ type: 'ED', code: 'DOC^Électrophorèse^LABO', value: '', ...result }));
  const exams = [{ ...glucose, results: [...glucose.results, ...whole] }];
  return toReport(decodeMessage(Buffer.from(oruText({ exams }))), { laboratory, reportSetId: 'r', revision: 1 });
}
function reportOf(...results: readonly Partial<MessageResult>[]) {
  const reading = read(...results);
  if (reading.status === 'refused') throw new Error(JSON.stringify(reading.findings));
  return reading.report;
}
const pdf = PDF.toString('base64');

describe('a PDF in an OBX', () => {
  it.each`
    what                        | value
    ${'in base64'}              | ${`^AP^PDF^Base64^${pdf}`}
    ${'as an application'}      | ${`SGL^Application^PDF^Base64^${pdf}`}
    ${'without its padding'}    | ${`^AP^PDF^Base64^${pdf.replace(/=+$/, '')}`}
    ${'in broken lines'}        | ${`^AP^PDF^Base64^${pdf.slice(0, 20)}\\.br\\${pdf.slice(20)}`}
    ${'in hexadecimal'}         | ${`^AP^PDF^Hex^${PDF.toString('hex')}`}
    ${'with a whole MIME type'} | ${`^application^application/pdf^BASE64^${pdf}`}
  `('$what is the report of another laboratory', ({ value }: { value: string }) => {
    const [attached] = reportOf({ value, fields: { 15: '690000099^LABORATOIRE SPECIALISE^FINESS' } }).secondIntention ?? [];

    expect(Buffer.from(attached?.data ?? '', 'base64').subarray(0, PDF.length)).toEqual(PDF);
    expect(attached).toMatchObject({
      attachmentId: 'GLY/DOC',
      title: 'Électrophorèse',
      performedBy: { organization: { nationalId: '1690000099', name: 'LABORATOIRE SPECIALISE' } },
    });
  });

  it.each(['11502-2^CR^LN', 'X^CR^L^11502-2^CR^LN', '55108-5^CR^LN', 'CR_PDF^Compte rendu^LABO'])(
    'under %s is the printed report itself',
    (code) => {
      const report = reportOf({ code, value: `^AP^PDF^Base64^${pdf}` });

      expect(report.printedCopy?.data).toBe(pdf);
      expect(report.secondIntention).toBeUndefined();
    },
  );

  it('is not enough of a report when it is the printed one, and enough when another laboratory wrote it', () => {
    const only = (code: string) => {
      const exams = [{ ...glucose, results: [{ type: 'ED', code, value: `^AP^PDF^Base64^${pdf}` }] }];
      return toReport(decodeMessage(Buffer.from(oruText({ exams }))), { laboratory, reportSetId: 'r', revision: 1 });
    };

    expect(only('CR_PDF^Compte rendu^LABO').findings).toMatchObject([{ code: 'hl7-no-result', severity: 'error' }]);
    expect(only('DOC^Électrophorèse^LABO').status).toBe('read');
  });

  it.each`
    what                       | value                                            | code
    ${'what is no base64'}     | ${'^AP^PDF^Base64^*pas du base64*'}              | ${'hl7-attachment-unreadable'}
    ${'base64 of no PDF'}      | ${'^AP^PDF^Base64^UGFzIHVuIFBERg=='}             | ${'hl7-attachment-unreadable'}
    ${'nothing'}               | ${'^AP^PDF^Base64^'}                             | ${'hl7-attachment-unreadable'}
    ${'an unknown encoding'}   | ${`^AP^PDF^uuencode^${pdf}`}                     | ${'hl7-attachment-unreadable'}
    ${'half a figure in hex'}  | ${'^AP^PDF^Hex^255'}                             | ${'hl7-attachment-unreadable'}
    ${'a picture called PDF'}  | ${`^AP^PDF^Base64^${PNG.toString('base64')}`}    | ${'hl7-attachment-unreadable'}
    ${'a word processor file'} | ${'^AP^MSWORD^Base64^AAAA'}                      | ${'hl7-value-type-not-read'}
    ${'two documents'}         | ${`^AP^PDF^Base64^${pdf}~^AP^PDF^Base64^${pdf}`} | ${'hl7-value-type-not-read'}
  `('$what refuses the message, and names the field', ({ value, code }: { value: string; code: string }) => {
    const reading = read({ value });

    expect(reading.status).toBe('refused');
    expect(reading.findings).toContainEqual(expect.objectContaining({ code, severity: 'error', location: 'OBX[2]-5' }));
  });
});

describe('a picture or a text in an OBX', () => {
  it.each`
    subtype   | bytes                               | mediaType
    ${'PNG'}  | ${PNG}                              | ${'image/png'}
    ${'JPEG'} | ${Buffer.from('ffd8ffe000', 'hex')} | ${'image/jpeg'}
    ${'JPG'}  | ${Buffer.from('ffd8ffe000', 'hex')} | ${'image/jpeg'}
    ${'GIF'}  | ${Buffer.from('GIF89a')}            | ${'image/gif'}
  `('$subtype is a picture of its examination', ({ subtype, bytes, mediaType }) => {
    const data = (bytes as Buffer).toString('base64');

    expect(reportOf({ value: `^IM^${subtype as string}^Base64^${data}` }).chapters[0]?.batteries[0]?.images).toEqual([
      { imageId: 'GLY/DOC', mediaType, data, title: 'Électrophorèse' },
    ]);
  });

  it('a plain text is a result in words', () => {
    const report = reportOf({
      value: `^TEXT^PLAIN^Base64^${Buffer.from('Profil normal.\r\nRien à signaler.').toString('base64')}`,
    });

    expect(observationsOf(report)[1]?.value).toEqual({ kind: 'text', text: 'Profil normal.\nRien à signaler.' });
  });

  it('a pointer is not followed: it is named in words', () => {
    const report = reportOf({ type: 'RP', value: 'IMG-42^PACS^IM^PNG', notes: ['Voir le cliché.'] });

    expect(report.chapters[0]?.batteries[0]?.comments).toEqual(['Électrophorèse : document non joint (IMG-42)\nVoir le cliché.']);
  });
});
