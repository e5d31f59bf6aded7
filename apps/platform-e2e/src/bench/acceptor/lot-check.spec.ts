import { createHash } from 'node:crypto';
import { checkLot } from './lot-check.js';

const BOUNDARY = 'mime-1';
const CONTENT_TYPE = `multipart/related; boundary="${BOUNDARY}"; type="application/xop+xml"`;
const CDA = '<?xml version="1.0"?><ClinicalDocument>é</ClinicalDocument>';
const SIGNATURE = '<ds:Signature/>';

const stated = (text: string) =>
  `<rim:Value>${createHash('sha1').update(text).digest('hex')}</rim:Value><rim:Value>${Buffer.byteLength(text)}</rim:Value>`;

function lot(metadata: string, ...documents: readonly string[]): Buffer {
  const parts = [metadata, ...documents].map((part) => `--${BOUNDARY}\r\nContent-Type: text/xml\r\n\r\n${part}\r\n`);
  return Buffer.from(`${parts.join('')}--${BOUNDARY}--\r\n`);
}

describe('checkLot', () => {
  it('takes a lot whose documents are as the metadata say, and tells the hash of the CDA', () => {
    const documentHash = createHash('sha1').update(CDA).digest('hex');
    expect(checkLot(CONTENT_TYPE, lot(stated(CDA) + stated(SIGNATURE), SIGNATURE, CDA))).toEqual({ documentHash });
  });

  it.each([
    ['a changed document', CONTENT_TYPE, lot(stated(CDA), CDA.replace('é', 'è')), 'a hash that is not of the document'],
    ['another size', CONTENT_TYPE, lot(stated(CDA).replace('60', '61'), CDA), 'a size that is not of the document'],
    ['no CDA', CONTENT_TYPE, lot(stated(SIGNATURE), SIGNATURE), 'a lot without CDA'],
    ['no document', CONTENT_TYPE, lot(stated(CDA)), 'no multipart with an envelope and documents'],
    ['no boundary', 'text/xml', lot(stated(CDA), CDA), 'no multipart with an envelope and documents'],
  ])('refuses %s', (_, contentType, body, wrong) => {
    expect(checkLot(contentType, body)).toEqual({ wrong });
  });
});
