import { createHash } from 'node:crypto';
import { judgeArchive } from '@segur/testing';
import { sampleReport, type SampleReport } from '../../test/sample-report.js';
import { packArchive, type ArchiveMaterial } from './pack-archive.js';

const sender = {
  organisation: 'LABORATOIRE <TEST> & CIE',
  address: '12 BIS RUE DES ESSAIS, 99000 TESTVILLE',
  phone: '0100000000',
  sourceOid: '2.999.1.2',
};

function pack({ cda, header, sheet }: SampleReport, change: Partial<ArchiveMaterial> = {}): Buffer {
  return packArchive({ cda, header, sheet, sender, lotId: '2.25.7', at: new Date('2026-11-23T08:00:00Z'), ...change });
}

describe('packArchive', () => {
  const sample = sampleReport();
  const archive = judgeArchive(pack(sample));

  it('lays out what the profile asks for', () => {
    expect(archive.names).toEqual(['INDEX.HTM', 'README.TXT', 'IHE_XDM/SUBSET01/METADATA.XML', 'IHE_XDM/SUBSET01/DOC0001.XML']);
    expect(archive.index).toEqual({ title: sender.organisation, links: ['README.TXT', 'IHE_XDM/SUBSET01/DOC0001.XML'] });
    for (const said of [sender.organisation, sender.address, sender.phone, 'IHE_XDM/SUBSET01/DOC0001.XML'])
      expect(archive.readme).toContain(said);
  });

  it('announces the document as it is', () => {
    const sha1 = createHash('sha1').update(sample.cda).digest('hex');
    expect(archive.files['IHE_XDM/SUBSET01/DOC0001.XML']).toEqual({ size: sample.cda.length, sha1 });
    expect(archive.metadata.slots).toMatchObject({ hash: [sha1], size: [String(sample.cda.length)], URI: ['DOC0001.XML'] });
  });

  it('names document, lot, sender and patient, and nothing that is not there', () => {
    const patient = '279035121518989^^^&1.2.250.1.213.1.4.10&ISO^NH';
    expect(archive.metadata.identifiers).toEqual({
      'XDSDocumentEntry.uniqueId': sample.header.id.root,
      'XDSDocumentEntry.patientId': patient,
      'XDSSubmissionSet.uniqueId': '2.25.7',
      'XDSSubmissionSet.sourceId': sender.sourceOid,
      'XDSSubmissionSet.patientId': patient,
    });
    expect(archive.metadata.dangling).toEqual([]);
  });

  it('says that a document replaces another, and only then', () => {
    expect(archive.metadata.slots).not.toHaveProperty(['urn:action:extraMetadataSlot']);
    expect(judgeArchive(pack(sampleReport({ revision: 2 }))).metadata.slots).toMatchObject({
      'urn:action:extraMetadataSlot': ['C'],
    });
  });

  it('says of a later version that it replaces nothing where what was before is withdrawn', () => {
    expect(judgeArchive(pack(sampleReport({ revision: 3 }, true))).metadata.slots).not.toHaveProperty([
      'urn:action:extraMetadataSlot',
    ]);
  });

  it.each([1, 2])('names revision %i as the document to delete', (revision) => {
    const withdrawn = sampleReport({ revision });
    const { files, metadata } = judgeArchive(pack(withdrawn, { withdraws: true }));

    expect(metadata.slots).toMatchObject({ 'urn:action:extraMetadataSlot': ['D'] });
    expect(metadata.identifiers).toMatchObject({ 'XDSDocumentEntry.uniqueId': withdrawn.header.id.root });
    expect(files['IHE_XDM/SUBSET01/DOC0001.XML']?.size).toBe(withdrawn.cda.length);
  });

  it.each`
    kind      | contentType
    ${'AMB'}  | ${'07'}
    ${'EMER'} | ${'07'}
    ${'IMP'}  | ${'03'}
  `('files an encounter $kind under $contentType', ({ kind, contentType }) => {
    expect(judgeArchive(pack(sampleReport({ encounter: { kind } }))).metadata.contentType).toBe(contentType);
  });

  it('files under what the laboratory chose', () => {
    const contentType = { code: '26', label: 'Analyses', system: '1.2.250.1.213.2.2' };
    expect(judgeArchive(pack(sample, { sender: { ...sender, contentType } })).metadata.contentType).toBe('26');
  });

  it('gives the same bytes for the same document', () => {
    expect(pack(sample).equals(pack(sample))).toBe(true);
  });
});
