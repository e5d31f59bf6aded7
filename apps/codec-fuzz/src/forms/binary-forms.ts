import { deflateRawSync, deflateSync } from 'node:zlib';
import { testJpeg, testPng } from '@segur/testing';
import type { Form } from './form.js';

const ZERO = Buffer.alloc(0);

interface ZipEntry {
  readonly name: string;
  readonly data: Buffer;
  /** What the archive says of the size once unpacked. Absent: a lie of 0. */
  readonly size?: number;
}

/** An archive of deflated entries, which may lie: writers of archives refuse to. @see APPNOTE.TXT 4.3 */
function archive(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, data, size = 0 } of entries) {
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(data.length, 14);
    shared.writeUInt32LE(size, 18);
    shared.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, Buffer.from(name), data]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), shared, place, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, central, Buffer.from('PK\u0005\u0006'), end]);
}

const zeros = (size: number) => deflateRawSync(Buffer.alloc(size));

/** ZIP archives, honest and not. */
export const zipForm: Form = {
  grammar: {
    words: [
      'PK\u0001\u0002',
      'PK\u0003\u0004',
      'PK\u0005\u0006',
      '../',
      '/',
      '\\',
      'C:',
      '\u0000\u0000\u0000\u0000',
      '\u00ff\u00ff\u00ff\u00ff',
      'META',
    ],
    openings: ['PK\u0003\u0004', 'PK\u0001\u0002', 'PK\u0005\u0006', '../', '\u0000'],
  },
  samples: () => [
    archive([
      { name: 'INDEX.HTM', data: deflateRawSync(Buffer.from('<p>')), size: 3 },
      { name: 'IHE_XDM/SUBSET01/DOC0001.XML', data: deflateRawSync(Buffer.alloc(1000, 'a')), size: 1000 },
    ]),
    archive([]),
  ],
  hostile: {
    'zeros, told': () => archive([{ name: 'a', data: zeros(300_000_000), size: 300_000_000 }]),
    'zeros, not told': () => archive([{ name: 'a', data: zeros(300_000_000) }]),
    'zeros, told small': () => archive([{ name: 'a', data: zeros(300_000_000), size: 10 }]),
    'many archives of zeros': () =>
      archive(Array.from({ length: 150 }, (_, index) => ({ name: `a${index}`, data: zeros(4_000_000) }))),
    'many entries': () => archive(Array.from({ length: 60_000 }, (_, index) => ({ name: `a${index}`, data: ZERO }))),
    'one name twice': () =>
      archive([
        { name: 'a', data: zeros(1), size: 1 },
        { name: 'a', data: zeros(1), size: 1 },
      ]),
    'a path that leaves': () => archive([{ name: '../../a', data: zeros(1), size: 1 }]),
    'a long name': () => archive([{ name: 'a'.repeat(65_000), data: zeros(1), size: 1 }]),
  },
};

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
}

/** A PNG of one colour in grey, of a size that the pixels need not have. */
function png(width: number, height: number, pixels: number, bits = 8): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = bits;
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(pixels))), chunk('IEND', ZERO)]);
}

const grey = {
  width: 4,
  bits: 8,
  colour: 0,
  rows: [
    [0, 0, 64, 128, 192],
    [2, 0, 64, 128, 192],
  ],
} as const;

/** PNG and JPEG. */
export const pictureForm: Form = {
  grammar: {
    words: [
      'IHDR',
      'IDAT',
      'PLTE',
      'tRNS',
      'IEND',
      '\u0000\u0000\u0000\u0000',
      '\u007f\u00ff\u00ff\u00ff',
      '\u00ff\u00d8',
      '\u00ff\u00c0',
    ],
    openings: ['IDAT', '\u0000', '\u00ff'],
  },
  samples: () => [
    testPng(grey),
    testPng({ ...grey, colour: 3, palette: Array.from({ length: 768 }, () => 7) }),
    testJpeg(1),
    testJpeg(3),
  ],
  hostile: {
    'zeros of a picture of one point': () => png(1, 1, 300_000_000),
    'zeros of a huge picture': () => png(60_000, 60_000, 300_000_000),
    'zeros of a picture as large as it says': () => png(17_000, 17_000, 289_017_000),
    'a picture wider than any': () => png(0x7fffffff, 1, 10),
    'a picture higher than any': () => png(1, 0x7fffffff, 10),
    'a picture without size': () => png(0, 0, 0),
    'sixteen bits': () => png(10_000, 2000, 40_002_000, 16),
    'a million chunks': () =>
      Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(12 * 300_000, chunk('aaaa', ZERO))]),
    'a JPEG of markers': () => Buffer.concat([Buffer.from('ffd8', 'hex'), Buffer.alloc(4_000_000, 0xff)]),
    'a JPEG of empty segments': () =>
      Buffer.concat([Buffer.from('ffd8', 'hex'), Buffer.alloc(4_000_000, Buffer.from('ffe00002', 'hex'))]),
  },
};
