import { execFileSync } from 'node:child_process';
import { MalformedInput } from '@segur/errors';
import { encodeXdm, type XdmArchive } from './encode-xdm.js';

const archive: XdmArchive = {
  metadata: '<lcm/>',
  documents: [
    { fileName: 'DOC0001.XML', bytes: Buffer.from('<ClinicalDocument>é</ClinicalDocument>'), title: 'CR d’examens <biologiques>' },
  ],
  sender: {
    organisation: 'LABO & CIE',
    address: '1 rue',
    phone: '0100000000',
    application: 'Segur',
    version: '0.1',
    vendor: 'Segur',
  },
  at: new Date('2026-11-23T08:09:10Z'),
};

/** Python's own reader, which shares nothing with ours: names, sizes, times and text of an archive. */
function readWithPython(zip: Buffer): Record<string, { size: number; at: number[]; stored: boolean; text: string }> {
  const script = `
import io, json, sys, zipfile
z = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
assert z.testzip() is None
print(json.dumps({i.filename: {"size": i.file_size, "at": list(i.date_time), "stored": i.compress_type == 0, "text": z.read(i).decode()} for i in z.infolist()}))`;
  return JSON.parse(execFileSync('python3', ['-c', script], { input: zip }).toString());
}

describe('encodeXdm', () => {
  it('lays the archive out as the profile says, for any reader', () => {
    const files = readWithPython(encodeXdm(archive));

    expect(Object.keys(files)).toEqual([
      'INDEX.HTM',
      'README.TXT',
      'IHE_XDM/SUBSET01/METADATA.XML',
      'IHE_XDM/SUBSET01/DOC0001.XML',
    ]);
    expect(files['IHE_XDM/SUBSET01/DOC0001.XML']).toEqual({
      size: 39,
      at: [2026, 11, 23, 8, 9, 10],
      stored: true,
      text: '<ClinicalDocument>é</ClinicalDocument>',
    });
    expect(files['INDEX.HTM']?.text).toContain('<a href="IHE_XDM/SUBSET01/DOC0001.XML">CR d’examens &lt;biologiques&gt;</a>');
    expect(files['README.TXT']?.text).toContain('LABO & CIE');
  });

  it('gives the same bytes for the same archive', () => {
    expect(encodeXdm(archive).equals(encodeXdm(archive))).toBe(true);
  });

  it.each(['doc1.xml', 'DOCUMENT01.XML', '../A.XML', 'DOC0001'])('refuses the file name %s', (fileName) => {
    expect(() => encodeXdm({ ...archive, documents: [{ fileName, bytes: Buffer.alloc(0), title: '' }] })).toThrow(MalformedInput);
  });
});
