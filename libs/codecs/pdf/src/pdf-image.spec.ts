import { readPdfPages, readPdfPictures, testFontFiles, testJpeg, testPng, type PngMaking } from '@segur/testing';
import fc from 'fast-check';
import { openPdfFonts } from './pdf-fonts.js';
import { readPdfImage, type PdfImage } from './pdf-image.js';
import { writePdf } from './write-pdf.js';

const fonts = openPdfFonts(testFontFiles());
const print = (...images: readonly PdfImage[]) =>
  writePdf(
    {
      title: 'Compte rendu',
      author: 'Laboratoire',
      createdAt: new Date('2026-11-23T08:00:00Z'),
      identifier: '2.25.1',
      runningHead: 'Suite',
      footer: 'Laboratoire',
      blocks: [
        {
          kind: 'table',
          heading: 'BIOCHIMIE',
          lines: [],
          columns: [],
          rows: images.map((image) => ({ kind: 'image', text: 'Courbe', image })),
        },
      ],
    },
    fonts,
  );
const see = async (mediaType: string, bytes: Buffer) => {
  const image = readPdfImage(mediaType, bytes);
  return image && (await readPdfPictures(print(image)))[0];
};

const grey: PngMaking = {
  width: 3,
  bits: 8,
  colour: 0,
  rows: [
    [0, 0, 128, 255],
    [2, 1, 1, 0],
  ],
};

describe('A picture of a report', () => {
  it.each`
    what                        | making                                                                                                | samples
    ${'grey'}                   | ${grey}                                                                                               | ${[0, 128, 255, 1, 129, 255]}
    ${'grey of one bit'}        | ${{ width: 3, bits: 1, colour: 0, rows: [[0, 0b10100000]] }}                                          | ${[255, 0, 255]}
    ${'grey of four bits'}      | ${{ width: 3, bits: 4, colour: 0, rows: [[0, 0x0f, 0x80]] }}                                          | ${[0, 255, 136]}
    ${'grey of 16 bits'}        | ${{ width: 2, bits: 16, colour: 0, rows: [[0, 0x12, 0x34, 0xff, 0xff]] }}                             | ${[0x12, 255]}
    ${'a grey that is no more'} | ${{ ...grey, transparent: [0, 128] }}                                                                 | ${[0, 255, 255, 1, 129, 255]}
    ${'grey, filter left'}      | ${{ width: 3, bits: 8, colour: 0, rows: [[1, 10, 5, 5]] }}                                            | ${[10, 15, 20]}
    ${'grey, filter average'}   | ${{ width: 2, bits: 8, colour: 0, rows: [[0, 10, 20], [3, 1, 1]] }}                                   | ${[10, 20, 6, 14]}
    ${'grey, filter Paeth'}     | ${{ width: 2, bits: 8, colour: 0, rows: [[0, 10, 20], [4, 1, 1]] }}                                   | ${[10, 20, 11, 21]}
    ${'half transparent grey'}  | ${{ width: 2, bits: 8, colour: 4, rows: [[0, 0, 128, 0, 255]] }}                                      | ${[127, 0]}
    ${'RGB'}                    | ${{ width: 1, bits: 8, colour: 2, rows: [[0, 1, 2, 3]] }}                                             | ${[1, 2, 3]}
    ${'transparent RGB'}        | ${{ width: 2, bits: 8, colour: 6, rows: [[0, 1, 2, 3, 255, 9, 9, 9, 0]] }}                            | ${[1, 2, 3, 255, 255, 255]}
    ${'palette'}                | ${{ width: 2, bits: 2, colour: 3, rows: [[0, 0b01100000]], palette: [9, 9, 9, 1, 2, 3, 4, 5, 6] }}    | ${[1, 2, 3, 4, 5, 6]}
    ${'transparent palette'}    | ${{ width: 2, bits: 8, colour: 3, rows: [[0, 0, 1]], palette: [9, 9, 9, 1, 2, 3], transparent: [0] }} | ${[255, 255, 255, 1, 2, 3]}
  `('is seen as it was, on white: PNG, $what', async ({ making, samples }: { making: PngMaking; samples: number[] }) => {
    const seen = await see('image/png', testPng(making));

    // The reader gives every point three colours.
    const isGrey = making.colour === 0 || making.colour === 4;

    expect(seen?.samples).toEqual(isGrey ? samples.flatMap((sample) => [sample, sample, sample]) : samples);
    expect([seen?.width, seen?.height]).toEqual([making.width, making.rows.length]);
  });

  it.each([1, 3] as const)('is seen as it was: JPEG of %p components', async (components) => {
    const seen = await see('image/jpeg', testJpeg(components));

    expect([seen?.width, seen?.height]).toEqual([8, 8]);
    expect(new Set(seen?.samples)).toEqual(new Set([128]));
  });

  it.each`
    what                     | mediaType       | bytes
    ${'GIF'}                 | ${'image/gif'}  | ${Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')}
    ${'CMYK'}                | ${'image/jpeg'} | ${testJpeg(4)}
    ${'a JPEG cut short'}    | ${'image/jpeg'} | ${testJpeg().subarray(0, 80)}
    ${'an interlaced PNG'}   | ${'image/png'}  | ${testPng({ ...grey, interlaced: true })}
    ${'a PNG cut short'}     | ${'image/png'}  | ${testPng(grey).subarray(0, 45)}
    ${'a PNG of zeros'}      | ${'image/png'}  | ${testPng({ width: 1, bits: 8, colour: 0, rows: [Array.from({ length: 1_000_000 }, () => 0)] })}
    ${'a giant'}             | ${'image/png'}  | ${testPng({ ...grey, width: 0xffffffff })}
    ${'an unknown filter'}   | ${'image/png'}  | ${testPng({ width: 1, bits: 8, colour: 0, rows: [[9, 0]] })}
    ${'colours unknown'}     | ${'image/png'}  | ${testPng({ width: 1, bits: 8, colour: 5, rows: [[0, 0]] })}
    ${'a palette left out'}  | ${'image/png'}  | ${testPng({ width: 1, bits: 8, colour: 3, rows: [[0, 0]] })}
    ${'another kind inside'} | ${'image/png'}  | ${testJpeg()}
    ${'nothing'}             | ${'image/jpeg'} | ${Buffer.alloc(0)}
  `('is not drawn: $what', ({ mediaType, bytes }: { mediaType: string; bytes: Buffer }) => {
    expect(readPdfImage(mediaType, bytes)).toBeUndefined();
  });

  it('stops no report, whatever its bytes', () => {
    const whole = [testPng({ ...grey, transparent: [0, 1] }), testJpeg()];
    fc.assert(
      fc.property(
        fc.constantFrom(...whole),
        fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 4 }),
        fc.nat(200),
        fc.constantFrom('image/png', 'image/jpeg'),
        (base, changes, length, mediaType) => {
          const bytes = Buffer.from(base.subarray(0, Math.max(length, 8)));
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          expect(() => readPdfImage(mediaType, bytes)).not.toThrow();
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('stands once in the file however often it is drawn, with its name each time', async () => {
    const [image, other] = [readPdfImage('image/jpeg', testJpeg()), readPdfImage('image/png', testPng(grey))];
    const file = print(image!, other!, image!);

    expect(file.toString('latin1').match(/\/Subtype \/Image/g)).toHaveLength(2);
    expect((await readPdfPages(file)).join(' ').match(/Courbe/g)).toHaveLength(3);
  });
});
