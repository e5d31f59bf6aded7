import { XmlDocument, type XmlElement } from 'libxml2-wasm';
import { sampleEntry, sampleSubmission } from '../test/sample-submission.js';
import { MalformedXds } from './malformed-xds.js';
import type { Submission } from './metadata.js';
import { encodeSubmitObjectsRequest } from './submit-objects.js';

const rim = { rim: 'urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0' };

/** Values of an XPath over the written request. */
function valuesOf(xpath: string, submission: Submission = sampleSubmission): readonly string[] {
  const document = XmlDocument.fromString(encodeSubmitObjectsRequest(submission));
  const values = document.find(xpath, rim).map((node) => node.content);
  document.dispose();
  return values;
}

describe('encodeSubmitObjectsRequest', () => {
  it.each`
    slot                    | values
    ${'creationTime'}       | ${['20261123080000']}
    ${'hash'}               | ${['a'.repeat(40)]}
    ${'size'}               | ${['4']}
    ${'serviceStartTime'}   | ${['202611230700']}
    ${'serviceStopTime'}    | ${[]}
    ${'URI'}                | ${[]}
    ${'sourcePatientId'}    | ${['IPP1^^^&2.999.2&ISO^PI']}
    ${'sourcePatientInfo'}  | ${['PID-5|TEST^CAMILLE^^^^^L', 'PID-7|19790328', 'PID-8|F']}
    ${'legalAuthenticator'} | ${['899700000018^EXEMPLE^Claude^^^^^^&1.2.250.1.71.4.2.1&ISO^D^^^IDNPS']}
  `('writes $slot', ({ slot, values }: { slot: string; values: string[] }) => {
    expect(valuesOf(`//rim:ExtrinsicObject/rim:Slot[@name='${slot}']/rim:ValueList/rim:Value`)).toEqual(values);
  });

  it('escapes HL7 separators, then XML', () => {
    expect(valuesOf("//rim:RegistryPackage//rim:Slot[@name='authorInstitution']//rim:Value")).toEqual([
      'LABO \\T\\ FILS^^^^^&1.2.250.1.71.4.2.2&ISO^IDNST^^^1750000000',
    ]);
  });

  it('writes what a medium needs', () => {
    const extraSlots = [{ name: 'urn:action:extraMetadataSlot', values: ['C'] }];
    const submission = { ...sampleSubmission, documents: [{ ...sampleEntry, uri: 'DOC0001.XML', extraSlots }] };

    expect(valuesOf("//rim:Slot[@name='URI']//rim:Value", submission)).toEqual(['DOC0001.XML']);
    expect(valuesOf("//rim:Slot[@name='urn:action:extraMetadataSlot']//rim:Value", submission)).toEqual(['C']);
  });

  it('names every object once, and refers to nothing else', () => {
    const signature = { ...sampleEntry, entryId: 'Signature01', uniqueId: '2.25.3' };
    const replaced = 'urn:uuid:019aa0c0-0000-7000-8000-0000000000aa';
    const submission: Submission = {
      ...sampleSubmission,
      documents: [sampleEntry, signature],
      signature: 'Signature01',
      replacements: [{ by: 'Document01', replaced }],
    };
    const ids = valuesOf('//@id', submission);
    const references = valuesOf('//@classifiedObject | //@registryObject | //@sourceObject | //@targetObject', submission);

    expect(new Set(ids).size).toBe(ids.length);
    expect(references.filter((reference) => !ids.includes(reference))).toEqual([replaced]);
    expect(valuesOf('//rim:Association/@associationType', submission).map((type) => type.replace(/.*:/, ''))).toEqual([
      'HasMember',
      'HasMember',
      'signs',
      'RPLC',
    ]);
  });

  it('keeps the order of the ebXML schema inside each object', () => {
    const document = XmlDocument.fromString(encodeSubmitObjectsRequest(sampleSubmission));
    const rank = ['Slot', 'Name', 'Description', 'VersionInfo', 'Classification', 'ExternalIdentifier'];
    for (const object of document.find('//rim:ExtrinsicObject | //rim:RegistryPackage | //rim:Classification', rim)) {
      const ranks = (object as XmlElement).find('*').map((child) => rank.indexOf((child as XmlElement).name));
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      expect(ranks).not.toContain(-1);
    }
    document.dispose();
  });

  it.each`
    what                                 | change
    ${'no document'}                     | ${{ documents: [] }}
    ${'an id that is no OID'}            | ${{ documents: [{ ...sampleEntry, uniqueId: 'urn:uuid:1' }] }}
    ${'an OID with an extension'}        | ${{ documents: [{ ...sampleEntry, uniqueId: '2.25.1^1' }] }}
    ${'an OID of 65 characters'}         | ${{ documents: [{ ...sampleEntry, uniqueId: `2.25.${'1'.repeat(60)}` }] }}
    ${'a set with the id of a document'} | ${{ set: { ...sampleSubmission.set, uniqueId: '2.25.1' } }}
    ${'a title of 129 characters'}       | ${{ documents: [{ ...sampleEntry, title: 'x'.repeat(129) }] }}
    ${'a signature that is not there'}   | ${{ signature: 'Signature01' }}
    ${'a replacement by nothing'}        | ${{ replacements: [{ by: 'Document02', replaced: 'urn:uuid:1' }] }}
  `('refuses $what', ({ change }: { change: Partial<Submission> }) => {
    expect(() => encodeSubmitObjectsRequest({ ...sampleSubmission, ...change })).toThrow(MalformedXds);
  });
});
