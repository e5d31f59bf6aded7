import { sampleEntry, sampleSubmission } from '../test/sample-submission.js';
import { MalformedXds } from './malformed-xds.js';
import { readSubmitObjectsRequest } from './read-submission.js';
import { encodeSubmitObjectsRequest } from './submit-objects.js';

const written = (uri?: string) =>
  Buffer.from(encodeSubmitObjectsRequest({ ...sampleSubmission, documents: [{ ...sampleEntry, ...(uri && { uri }) }] }));

describe('readSubmitObjectsRequest', () => {
  it('reads what is written for a medium', () => {
    expect(readSubmitObjectsRequest(written('DOC0001.XML'))).toEqual({
      sets: [sampleSubmission.set.uniqueId],
      documents: [
        {
          uri: 'DOC0001.XML',
          uniqueId: sampleEntry.uniqueId,
          title: sampleEntry.title,
          mimeType: sampleEntry.mimeType,
          creationTime: sampleEntry.creationTime,
          typeCode: sampleEntry.typeCode.code,
          formatCode: sampleEntry.formatCode.code,
          hash: sampleEntry.hash,
          sizeBytes: sampleEntry.sizeBytes,
        },
      ],
    });
  });

  it('reads other prefixes, and a URI in pieces', () => {
    const foreign = written('DOC0001.XML')
      .toString()
      .replaceAll('rim:', 'r:')
      .replace('xmlns:rim', 'xmlns:r')
      .replace('<r:Value>DOC0001.XML</r:Value>', '<r:Value>1|DOC0</r:Value><r:Value>2|001.XML</r:Value>');

    expect(readSubmitObjectsRequest(Buffer.from(foreign)).documents).toMatchObject([{ uri: 'DOC0001.XML' }]);
  });

  it('takes what is not said for empty', () => {
    const bare = '<SubmitObjectsRequest><RegistryObjectList><ExtrinsicObject/></RegistryObjectList></SubmitObjectsRequest>';

    expect(readSubmitObjectsRequest(Buffer.from(bare))).toEqual({
      sets: [],
      documents: [{ uri: '', uniqueId: '', title: '', mimeType: '', creationTime: '', typeCode: '', formatCode: '', hash: '' }],
    });
  });

  it.each(['', '<a/>', '<SubmitObjectsRequest>', '<!DOCTYPE a><SubmitObjectsRequest/>', '\ufffe'])('refuses %j', (text) => {
    expect(() => readSubmitObjectsRequest(Buffer.from(text, 'latin1'))).toThrow(MalformedXds);
  });
});
