import { chapterOf, documentOf, documentWith, header, inAct, read, resultOf } from '../../test/documents-to-read.js';
import { UnreadableCda } from '../unreadable-cda.js';
import { readCrBio } from './read-cr-bio.js';

const chapter = chapterOf(inAct(resultOf('<value xsi:type="REAL" value="1"/>')));
const document = documentWith(chapter);
const declared = (charset: string, content = document) => content.replace('UTF-8', charset);
const remarks = (bytes: Uint8Array) => readCrBio(bytes).body?.remarks;
const accented = documentWith(chapter, '<title>Été €</title><text>œuvré</text>');
const carried = (inside: string) =>
  `<?xml version="1.0"?><xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:data="urn:asip-sante:ci-sis"><data:Contenu>${inside}</data:Contenu><xsl:template match="/"><ClinicalDocument/></xsl:template></xsl:stylesheet>`;
const withoutProlog = document.replace(/<\?xml[^>]*\?>/, '');

describe('readCrBio', () => {
  it('reads a level 3', () => {
    expect(readCrBio(Buffer.from(document))).toMatchObject({
      version: '2024.01',
      form: 'n3',
      header: { id: { root: '1.2.3' } },
      findings: [],
    });
  });

  it('reads a level 1: its body is the PDF', () => {
    const reading = read(
      documentOf('<nonXMLBody><text mediaType="application/pdf" representation="B64">JVBE\n Rg==</text></nonXMLBody>'),
    );

    expect(reading).toMatchObject({ form: 'n1', header: { body: 'unstructured' }, findings: [] });
    expect(Buffer.from(reading.pdf ?? []).toString('latin1')).toBe('%PDF');
    expect(reading).not.toHaveProperty('version');
    expect(reading).not.toHaveProperty('body');
  });

  it('says that it does not read a level 1 of another type', () => {
    expect(read(documentOf('<nonXMLBody><text mediaType="text/plain">mot</text></nonXMLBody>')).findings).toMatchObject([
      { code: 'cda.unread', location: '/ClinicalDocument/component/nonXMLBody/text' },
    ]);
  });

  it('reads a document that a style sheet carries, whatever the prefixes', () => {
    const prefixed = withoutProlog
      .replaceAll(/<(\/?)(\w)/g, '<$1c:$2')
      .replace('xmlns=', 'xmlns:c=')
      .replaceAll('xsi:', 'i:')
      .replace('xmlns:xsi', 'xmlns:i')
      .replaceAll('i:type="', 'i:type="c:');
    const { findings, ...reading } = read(carried(prefixed));

    expect(findings).toEqual([]);
    expect(reading).toEqual({ ...read(document), form: 'auto-presentable', findings: undefined });
  });

  it.each`
    charset           | bytes
    ${'UTF-8'}        | ${Buffer.from(accented)}
    ${'none'}         | ${Buffer.from(accented.replace(' encoding="UTF-8"', ''))}
    ${'a mark'}       | ${Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(accented)])}
    ${'windows-1252'} | ${Buffer.from(declared('windows-1252', accented).replaceAll('€', '\u0080').replaceAll('œ', '\u009c'), 'latin1')}
    ${'ISO-8859-1'}   | ${Buffer.from(declared('ISO-8859-1', accented).replaceAll('€', '\u0080').replaceAll('œ', '\u009c'), 'latin1')}
    ${'ISO-8859-15'}  | ${Buffer.from(declared('iso-8859-15', accented).replaceAll('€', '\u00a4').replaceAll('œ', '\u00bd'), 'latin1')}
  `('reads $charset', ({ bytes }: { bytes: Uint8Array }) => {
    expect(remarks(bytes)).toEqual([{ title: 'Été €', text: 'œuvré' }]);
  });

  it.each`
    what                                 | bytes
    ${'nothing'}                         | ${Buffer.alloc(0)}
    ${'no XML'}                          | ${Buffer.from('MSH|^~\\&|')}
    ${'UTF-16 with a mark'}              | ${Buffer.from(`\ufeff${document}`, 'utf16le')}
    ${'UTF-16 without one'}              | ${Buffer.from(document, 'utf16le')}
    ${'UTF-16 that is declared'}         | ${Buffer.from(declared('UTF-16'))}
    ${'a charset that nobody knows'}     | ${Buffer.from(declared('EBCDIC-37'))}
    ${'other bytes than declared'}       | ${Buffer.from(accented, 'latin1')}
    ${'a DOCTYPE'}                       | ${Buffer.from(document.replace('<Clin', '<!DOCTYPE a [<!ENTITY b "c">]><Clin'))}
    ${'an entity that is not declared'}  | ${Buffer.from(document.replace('BIOCHIMIE', '&b;'))}
    ${'an external entity'}              | ${Buffer.from(document.replace('<Clin', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><Clin'))}
    ${'another root'}                    | ${Buffer.from(`<Bundle xmlns="urn:hl7-org:v3">${withoutProlog}</Bundle>`)}
    ${'a style sheet without document'}  | ${Buffer.from(carried(''))}
    ${'two documents in one'}            | ${Buffer.from(carried(withoutProlog + withoutProlog))}
    ${'a document elsewhere in a sheet'} | ${Buffer.from(carried(`<data:Autre>${withoutProlog}</data:Autre>`))}
    ${'text after the end'}              | ${Buffer.from(`${document}<a/>`)}
    ${'no header'}                       | ${Buffer.from(documentOf('<structuredBody/>', ''))}
    ${'no patient'}                      | ${Buffer.from(document.replace(/<recordTarget>.*<\/recordTarget>/, ''))}
  `('refuses $what', ({ bytes }: { bytes: Uint8Array }) => {
    expect(() => readCrBio(bytes)).toThrow(UnreadableCda);
  });

  it.each`
    limit              | value                  | message
    ${'maxBytes'}      | ${document.length - 1} | ${/too large/}
    ${'maxDepth'}      | ${8}                   | ${/too deep/}
    ${'maxElements'}   | ${10}                  | ${/too long/}
    ${'maxAttributes'} | ${2}                   | ${/too many attributes/}
  `('refuses what is beyond $limit', ({ limit, value, message }: { limit: string; value: number; message: RegExp }) => {
    expect(() => readCrBio(Buffer.from(document), { [limit]: value })).toThrow(message as unknown as string);
    expect(() => readCrBio(Buffer.from(document), { [limit]: value })).toThrow(UnreadableCda);
  });

  it('never quotes the document in an error', () => {
    const refuse = (xml: string): UnreadableCda => {
      try {
        read(xml);
      } catch (error) {
        if (error instanceof UnreadableCda) return error;
      }
      throw new Error('was read');
    };
    const error = refuse(document.replace('BIOCHIMIE</title>', 'DUPONT</TITLE-DUPONT>'));

    expect(`${error.message} ${JSON.stringify(error.details)} ${String(error.cause)}`).not.toContain('DUPONT');
    expect(error).toMatchObject({ code: 'cda-unreadable', details: { line: 6 } });
  });

  it.each`
    what                                  | change                                                                                                                                                | location
    ${'a data enterer'}                   | ${'<dataEnterer><time value="2026"/></dataEnterer>'}                                                                                                  | ${'/dataEnterer'}
    ${'a professional informant'}         | ${'<informant><assignedEntity><id root="1.2"/></assignedEntity></informant>'}                                                                         | ${'/informant/assignedEntity'}
    ${'an authorization'}                 | ${'<authorization><consent><id root="1.2"/></consent></authorization>'}                                                                               | ${'/authorization'}
    ${'an accession number'}              | ${'<inFulfillmentOf><order><id root="1.2"/><n:accessionNumber xmlns:n="urn:n" root="1.3"/></order></inFulfillmentOf>'}                                | ${'/inFulfillmentOf/order/{urn:n}accessionNumber'}
    ${'a second performer'}               | ${'<documentationOf><serviceEvent><performer><time value="1"/></performer><performer><time value="2"/></performer></serviceEvent></documentationOf>'} | ${'/documentationOf/serviceEvent/performer[2]'}
    ${'a document that is only appended'} | ${'<relatedDocument typeCode="APND"><parentDocument><id root="1.2"/></parentDocument></relatedDocument>'}                                             | ${'/relatedDocument'}
  `('says that it does not read $what of the header', ({ change, location }: { change: string; location: string }) => {
    const { findings } = read(
      documentOf(`<structuredBody><component><section>${chapter}</section></component></structuredBody>`, header + change),
    );

    expect(findings).toMatchObject([{ severity: 'warning', code: 'cda.unread', location: `/ClinicalDocument${location}` }]);
    expect(findings[0]?.messageFr).toBeTruthy();
  });

  it('lists two hundred findings, and says that there are more', () => {
    const many = chapterOf(inAct('<supply><id root="1.2"/></supply>').repeat(300));

    expect(read(documentWith(many)).findings).toHaveLength(201);
    expect(read(documentWith(many)).findings.at(-1)).toMatchObject({ code: 'cda.more', location: '/' });
  });
});
