import { execFileSync } from 'node:child_process';
import { MalformedInput } from '@segur/errors';
import fc from 'fast-check';
import { decodeXdm } from './decode-xdm.js';
import { encodeXdm, type XdmArchive } from './encode-xdm.js';
import { unzip } from './unzip.js';

const sender = { organisation: 'LABO', address: '', phone: '', application: 'Segur', version: '0.1', vendor: 'Segur' };
const archive = (content: Uint8Array): XdmArchive => ({
  metadata: '<lcm/>',
  documents: [{ fileName: 'DOC0001.XML', bytes: content, title: 'CR' }],
  sender,
  at: new Date('2026-11-23T08:09:10Z'),
});

/** An archive by Python's writer, which shares nothing with our reader. */
function zipByPython(files: Readonly<Record<string, string>>, method: 'ZIP_DEFLATED' | 'ZIP_STORED' = 'ZIP_DEFLATED'): Buffer {
  const script = `
import io, json, sys, zipfile
b = io.BytesIO()
with zipfile.ZipFile(b, "w", zipfile.${method}) as z:
  z.comment = b"made elsewhere"
  for name, text in json.load(sys.stdin).items(): z.writestr(name, text)
sys.stdout.buffer.write(b.getvalue())`;
  return execFileSync('python3', ['-c', script], { input: JSON.stringify(files) });
}

const SUBSET = { 'INDEX.HTM': '<html/>', 'IHE_XDM/SUBSET01/METADATA.XML': '<m/>', 'IHE_XDM/SUBSET01/DOC.XML': 'é'.repeat(5000) };

describe('decodeXdm', () => {
  it('gives back what was packed, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (content) => {
        const { subsets, others } = decodeXdm(encodeXdm(archive(content)));
        expect(subsets).toEqual([
          {
            folder: 'IHE_XDM/SUBSET01',
            metadata: Buffer.from('<lcm/>'),
            files: [{ path: 'DOC0001.XML', bytes: Buffer.from(content) }],
          },
        ]);
        expect(others).toEqual(['INDEX.HTM', 'README.TXT']);
      }),
    );
  });

  it.each(['ZIP_DEFLATED', 'ZIP_STORED'] as const)('reads what another writer packed: %s', (method) => {
    const { subsets } = decodeXdm(zipByPython({ ...SUBSET, 'IHE_XDM/': '', 'IHE_XDM/subset02/metadata.xml': '<n/>' }, method));

    expect(subsets.map(({ folder, metadata }) => [folder, metadata.toString()])).toEqual([
      ['IHE_XDM/SUBSET01', '<m/>'],
      ['IHE_XDM/subset02', '<n/>'],
    ]);
    expect(subsets[0]?.files.map(({ path, bytes }) => [path, bytes.toString()])).toEqual([['DOC.XML', 'é'.repeat(5000)]]);
  });

  it('refuses an archive without metadata', () => {
    expect(() => decodeXdm(zipByPython({ 'A.XML': '<a/>' }))).toThrow(MalformedInput);
  });
});

describe('unzip', () => {
  it.each(['../A.XML', '/A.XML', 'A/../../B.XML', 'C:A.XML', 'A\\B.XML', 'A//B.XML'])('refuses the path %s', (path) => {
    expect(() => unzip(zipByPython({ [path]: 'x' }))).toThrow(MalformedInput);
  });

  it('refuses an archive that was cut off anywhere', () => {
    const whole = encodeXdm(archive(Buffer.from('<a/>')));
    for (let length = 0; length < whole.length; length += 17)
      expect(() => unzip(whole.subarray(0, length))).toThrow(MalformedInput);
  });

  it('answers damaged bytes with files or by refusing, never otherwise', () => {
    const whole = zipByPython(SUBSET);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), (at, value) => {
        const damaged = Buffer.from(whole);
        damaged[at] = value;
        try {
          unzip(damaged);
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedInput);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('unpacks no more than an entry announces', () => {
    const bomb = zipByPython({ 'A.XML': ' '.repeat(5_000_000) });
    const directory = bomb.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
    bomb.writeUInt32LE(10, directory + 24);

    expect(() => unzip(bomb)).toThrow(MalformedInput);
  });

  it('refuses an encrypted entry', () => {
    const zip = zipByPython({ 'A.XML': 'x' });
    const directory = zip.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
    zip.writeUInt16LE(zip.readUInt16LE(directory + 8) | 1, directory + 8);

    expect(() => unzip(zip)).toThrow(/encrypted/);
  });
});
