import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { judgeMail } from '@segur/testing';
import { writeMime, type Mail } from './write-mime.js';

const mail: Mail = {
  from: { name: 'LABO', address: 'labo@labo.mssante.fr' },
  to: 'medecin@exemple.mssante.fr',
  replyTo: 'secretariat@labo.mssante.fr',
  messageId: '<1@labo.mssante.fr>',
  subject: 'Sujet',
  text: 'Bonjour,\r\nété\r\n',
  headers: { 'X-MSS-INS': 'O' },
  attachments: [],
  date: new Date('2026-11-23T08:00:00Z'),
};

// What a strict reader says of the second spelling of a name, which old clients need: RFC 2231 came after them.
const FALLBACK = "InvalidHeaderDefect('encoded word inside quoted string')";
const SPACE = "InvalidHeaderDefect('missing trailing whitespace after encoded-word')";

describe('writeMime', () => {
  it.each`
    what                        | subject
    ${'ASCII'}                  | ${"XDM/1.0/DDM+CR d'examens biologiques NOMTEST Prenomtest 26/11/1978"}
    ${'ASCII on several lines'} | ${`XDM/1.0/DDM+CR d'examens biologiques ${'NOM '.repeat(40)}26/11/1978`}
    ${'accents'}                | ${`XDM/1.0/DDM+${'é'.repeat(40)} NOMTEST Prenomtest 26/11/1978`}
    ${'what looks encoded'}     | ${'=?UTF-8?B?Zm9v?='}
    ${'beyond the first plane'} | ${'😀'.repeat(30)}
  `('keeps a subject: $what', ({ subject }) => {
    const read = judgeMail(writeMime({ ...mail, subject }));

    expect(read.headers['subject']).toBe(subject);
    expect(read.defects).toEqual([]);
    expect(read.longestLine).toBeLessThanOrEqual(78);
  });

  it.each(['LABO "DU" \\ CENTRE', 'LABO; DE, L@EST', 'LABORATOIRE DE L’ÎLE-DE-FRANCE ET DES DÉPARTEMENTS VOISINS'])(
    'keeps the name %s',
    (name) => {
      const { headers, defects } = judgeMail(writeMime({ ...mail, from: { ...mail.from, name } }));

      expect(defects).toEqual([]);
      expect(headers['from']?.replace(/\\(.)/g, '$1').replace(/^"(.*)"/, '$1')).toBe(`${name} <labo@labo.mssante.fr>`);
    },
  );

  it.each`
    fileName                                                | defects
    ${"20261120_CR d'examens biologiques_NOM_Prenom_1.pdf"} | ${[]}
    ${'été “à” l’œil (1)_日本_😀.pdf'}                      | ${[FALLBACK, SPACE]}
    ${`${'é'.repeat(60)}.pdf`}                              | ${[FALLBACK, SPACE]}
  `('keeps the file name $fileName', ({ fileName, defects }) => {
    const attachments = [{ fileName, mediaType: 'application/pdf', bytes: Buffer.from('%PDF') }];
    const read = judgeMail(writeMime({ ...mail, attachments }));

    expect(read.parts[1]).toMatchObject({ type: 'application/pdf', fileName });
    expect([...new Set(read.defects)]).toEqual(defects);
  });

  it.each([0, 1, 56, 57, 58, 114, 100_000])('keeps an attachment of %i bytes', (size) => {
    const bytes = randomBytes(size);
    const { parts } = judgeMail(writeMime({ ...mail, attachments: [{ fileName: 'A.BIN', mediaType: 'application/zip', bytes }] }));

    expect(parts[1]?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('lets no value begin a header of its own', () => {
    const evil = fc.string({ unit: fc.constantFrom('\r', '\n', '\u2028', '\0', ':', ' ', 'B', 'é', '=?', '"', '\\', '<') });
    fc.assert(
      fc.property(evil, evil, evil, (subject, name, code) => {
        const [head = ''] = writeMime({ ...mail, subject, from: { ...mail.from, name }, headers: { 'X-MSS-CODECDA': code } })
          .toString('latin1')
          .split('\r\n\r\n');
        const names = head
          .replace(/\r\n /g, ' ')
          .split('\r\n')
          .map((line) => line.slice(0, line.indexOf(':')));

        expect(names).toEqual([
          'From',
          'To',
          'Reply-To',
          'Message-ID',
          'Date',
          'Subject',
          'X-MSS-CODECDA',
          'MIME-Version',
          'Content-Type',
        ]);
        expect(head.replaceAll('\r\n', '')).toMatch(/^[\x20-\x7e]*$/);
        expect(head).not.toMatch(/^\./m);
      }),
    );
  });

  it('gives the same bytes for the same mail', () => {
    const attachments = [{ fileName: 'A.ZIP', mediaType: 'application/zip', bytes: Buffer.from('PK') }];
    expect(writeMime({ ...mail, attachments }).equals(writeMime({ ...mail, attachments }))).toBe(true);
  });
});
