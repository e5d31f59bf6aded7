import { testFontFiles } from '@segur/testing';
import fc from 'fast-check';
import { openPdfFonts } from './pdf-fonts.js';
import { subsetFont } from './font-subset.js';
import { readTrueType } from './true-type.js';
import { UnusableFont } from './unusable-font.js';

const { regular, bold } = testFontFiles();
const font = readTrueType(regular);

describe('readTrueType', () => {
  it('reads names, weights and glyphs', () => {
    expect(font).toMatchObject({ postScriptName: 'SourceSans3-Regular', unitsPerEm: 1000, weight: 400 });
    expect(readTrueType(bold)).toMatchObject({ postScriptName: 'SourceSans3-Bold', weight: 700 });
    expect([...'é≥μ▲'].map((sign) => font.glyphOf(sign.codePointAt(0) ?? 0) > 0)).toEqual([true, true, true, true]);
    expect(font.glyphOf('日'.codePointAt(0) ?? 0)).toBe(0);
  });

  it('refuses what may not be embedded', () => {
    const restricted = Buffer.from(regular);
    for (let record = 12; record < 12 + 16 * restricted.readUInt16BE(4); record += 16) {
      if (restricted.toString('latin1', record, record + 4) === 'OS/2')
        restricted.writeUInt16BE(2, restricted.readUInt32BE(record + 8) + 8);
    }

    expect(() => readTrueType(restricted)).toThrow(UnusableFont);
  });

  it.each([Buffer.alloc(0), Buffer.from('OTTO and more of it'), regular.subarray(0, 20_000)])('refuses %p', (bytes) => {
    expect(() => openPdfFonts({ regular: bytes, bold })).toThrow(UnusableFont);
  });

  it('never fails otherwise than by its own error, whatever bit is turned', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 255 }), (at, mask) => {
        const damaged = Buffer.from(regular);
        damaged[at] = (damaged[at] ?? 0) ^ mask;
        try {
          readTrueType(damaged);
        } catch (error) {
          expect(error).toBeInstanceOf(UnusableFont);
        }
      }),
      { numRuns: 50, examples: [[117, 1]] },
    );
  });
});

describe('subsetFont', () => {
  const glyphs = [0, ...[...'Aé€'].map((sign) => font.glyphOf(sign.codePointAt(0) ?? 0))];
  const { file, glyphs: all } = subsetFont(font, [...glyphs, glyphs[1] ?? 0]);

  it('keeps the order asked for, and adds the parts of accented letters behind', () => {
    expect(all.slice(0, 5)).toEqual([...glyphs, glyphs[1]]);
    expect(file.length).toBeLessThan(5000);
  });

  it('sums to what every font file sums to', () => {
    let sum = 0;
    for (let index = 0; index < file.length; index += 4) sum = (sum + file.readUInt32BE(index)) >>> 0;

    expect(sum).toBe(0xb1b0afba);
  });
});
