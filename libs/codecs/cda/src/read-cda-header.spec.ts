import { readCdaHeader } from './read-cda-header.js';
import { UnreadableCda } from './unreadable-cda.js';
import { sampleDocument } from '../test/sample-document.js';
import { writeCrBio } from './write-cr-bio.js';

const bytes = writeCrBio(sampleDocument);
const xml = bytes.toString('utf8');
const read = (text: string) => readCdaHeader(Buffer.from(text));

describe('readCdaHeader', () => {
  it('reads back all that the writer was given', () => {
    const { templateIds, code, title, language, body, ...header } = readCdaHeader(bytes);

    expect(header).toEqual(sampleDocument.header);
    expect({ title, language, body, code: code.code }).toEqual({
      title: "Compte rendu d'examens biologiques",
      language: 'fr-FR',
      body: 'structured',
      code: '11502-2',
    });
    expect(templateIds).toContainEqual({ root: '1.2.250.1.213.1.1.1.55', extension: '2024.01' });
  });

  it('does not look at the body', () => {
    const cut = xml.indexOf('<structuredBody>') + '<structuredBody>'.length;

    expect(read(`${xml.slice(0, cut)}<not well formed`).id).toEqual(sampleDocument.header.id);
  });

  it('reads whatever prefixes a document uses', () => {
    const prefixed = xml
      .replace('<structuredBody>', '<structuredBody/></component></ClinicalDocument>')
      .replace(/(<structuredBody\/><\/component><\/ClinicalDocument>).*/s, '$1')
      .replaceAll(/<(\/?)(?!lab:|\?)(\w)/g, '<$1c:$2')
      .replace('xmlns=', 'xmlns:c=')
      .replaceAll('lab:', 'l:')
      .replace('xmlns:l:', 'xmlns:l=')
      .replace('xmlns:lab=', 'xmlns:l=');

    expect(read(prefixed).serviceEvents[0]?.status).toBe('completed');
  });

  it('reads a document whose body is a PDF', () => {
    expect(read(xml.replace(/<structuredBody>.*<\/structuredBody>/s, '<nonXMLBody></nonXMLBody>')).body).toBe('unstructured');
  });

  it('takes a null flavour as one where it says something, and as absence elsewhere', () => {
    const { patient, setId } = read(
      xml
        .replace(/<patientRole>(.*?)<addr>.*?<\/addr>/s, '<patientRole>$1<addr nullFlavor="UNK"></addr>')
        .replace(/<birthTime [^>]*>/, '<birthTime nullFlavor="UNK">')
        .replace(/<setId [^>]*>/, '<setId nullFlavor="NI">'),
    );

    expect(patient.addresses[0]).toEqual({ nullFlavor: 'UNK' });
    expect(patient).not.toHaveProperty('birthTime');
    expect(setId).toBeUndefined();
  });

  it('reads an address of plain text in one line, and a date of death as a death', () => {
    const { patient } = read(
      xml
        .replace(/<patientRole>(.*?)<addr>.*?<\/addr>/s, '<patientRole>$1<addr use="H"> 1 RUE DU TEST 99000 TESTVILLE </addr>')
        .replace('<birthplace>', '<d:deceasedTime xmlns:d="urn:hl7-org:sdtc" value="2026"/><birthplace>'),
    );

    expect(patient).toMatchObject({
      addresses: [{ use: 'H', lines: ['1 RUE DU TEST 99000 TESTVILLE'] }],
      deceased: { time: '2026' },
    });
  });

  it.each`
    what                      | text
    ${'nothing'}              | ${''}
    ${'no XML'}               | ${'MSH|^~\\&|'}
    ${'another root'}         | ${'<Bundle xmlns="urn:hl7-org:v3"></Bundle>'}
    ${'another namespace'}    | ${xml.replace('urn:hl7-org:v3', 'urn:hl7-org:v2')}
    ${'a DOCTYPE'}            | ${xml.replace('<ClinicalDocument', '<!DOCTYPE a [<!ENTITY b "c">]><ClinicalDocument')}
    ${'an unknown entity'}    | ${xml.replace('<title>', '<title>&b;')}
    ${'an undeclared prefix'} | ${xml.replace('xmlns:lab', 'xmlns:bal')}
    ${'no body'}              | ${xml.replace(/<component><structuredBody>.*<\/structuredBody><\/component>/s, '')}
    ${'another encoding'}     | ${xml.replace('UTF-8', 'ISO-8859-1')}
    ${'no id'}                | ${xml.replace(/<id root="2.25.102"><\/id>/, '')}
    ${'no patient'}           | ${xml.replace(/<recordTarget>.*<\/recordTarget>/s, '')}
    ${'too deep'}             | ${xml.replace('<title>', `<title>${'<a>'.repeat(100)}`)}
    ${'too many elements'}    | ${xml.replace('<title>', `<a></a>`.repeat(20_001) + '<title>')}
  `('refuses $what', ({ text }: { text: string }) => {
    expect(() => read(text)).toThrow(UnreadableCda);
  });

  it('refuses bytes that are no UTF-8', () => {
    expect(() => readCdaHeader(Buffer.from(xml, 'latin1'))).toThrow(UnreadableCda);
  });

  it('refuses what is larger than its limit before it looks at it', () => {
    expect(() => readCdaHeader(new Uint8Array(20 * 1024 * 1024 + 1))).toThrow(/too large/);
  });
});
